import { cleanPage } from '#lib/clean/clean-page.ts';
import { countProfile } from '#lib/manifest/profiles/count-profile.ts';
import { mergeSamples, type SampledPage } from '#lib/manifest/profiles/host-sample.ts';
import { sha256 } from '#lib/model/digest.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { HostProfile } from '#lib/model/host-profile.ts';
import { packTraits } from '#lib/model/page-traits.ts';
import type { ManyPage } from '#samples/many-pages/many-page-site.ts';

/** A page as compaction finds it: its traits through the form in which a row carries them. */
export function sampledPage(page: ManyPage): SampledPage {
  const { document, traits } = cleanPage({ ...page, profile: null });
  return {
    id: documentId(page.url),
    fetchedAt: '2026-01-01T00:00:00.000Z',
    cleaner: 1,
    ulid: page.url,
    textSha: sha256(document.text),
    site: document.site,
    traits: traits && packTraits(traits),
  };
}

/** The profile of a host of which these pages are all that was seen. */
export function learnProfile(pages: readonly ManyPage[]): HostProfile {
  const host = new URL(pages[0]?.url ?? 'http://none.example').host;
  return countProfile(host, 1, mergeSamples(pages.map(sampledPage), []));
}
