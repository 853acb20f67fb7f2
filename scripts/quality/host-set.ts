import { cleanPage } from '../../lib/clean/clean-page.ts';
import { countProfile } from '../../lib/manifest/profiles/count-profile.ts';
import type { SampledPage } from '../../lib/manifest/profiles/host-sample.ts';
import { sha256 } from '../../lib/model/digest.ts';
import { documentId } from '../../lib/model/document-id.ts';
import type { HostProfile } from '../../lib/model/host-profile.ts';
import { packTraits } from '../../lib/model/page-traits.ts';
import { type ManyPage, manyPages } from '../../samples/many-pages/many-page-site.ts';
import { randomSite } from '../../samples/many-pages/random-site.ts';
import { SITE_KINDS, type SiteKind } from '../../samples/many-pages/site-kinds.ts';
import { characterScore, mean } from './measures.ts';

/** Documents a profile is learned from before the others are cleaned with it. */
export const LEARNED = [10, 20, 50, 100] as const;
const TESTED = 20;
const RANDOM_SITES = 20;

export interface HostScore {
  readonly site: SiteKind;
  /** Mean F1 of the pages that were not learned from: each page alone, then after so many documents. */
  readonly alone: number;
  readonly profiled: readonly number[];
  /** Lines of documents that pages alone keep and the profile of most documents takes. */
  readonly lost: number;
  /** Bytes of traits a document, and of the profile. */
  readonly traits: number;
  readonly profile: number;
}

/** What learned profiles add on sites of many pages, each with what its pages must come to. */
export function* scoreHosts(): Generator<HostScore> {
  for (const site of SITE_KINDS) yield scoreHost(site, 1);
  for (let seed = 1; seed <= RANDOM_SITES; seed++) yield scoreHost(randomSite(seed), seed);
}

function scoreHost(site: SiteKind, seed: number): HostScore {
  const most = Math.max(...LEARNED);
  const pages = manyPages(site, most + TESTED, seed);
  const sample = pages.slice(0, most).map(sampled);
  const tested = pages.slice(most);
  const profiles = LEARNED.map((count) => countProfile(site.host, 1, sample.slice(0, count)));
  const [full = null] = profiles.slice(-1);
  return {
    site,
    alone: scoreOf(tested, null),
    profiled: profiles.map((profile) => scoreOf(tested, profile)),
    lost: tested.reduce((sum, page) => sum + lostLines(page, full), 0),
    traits: mean(sample.map(({ traits }) => JSON.stringify(traits).length)),
    profile: JSON.stringify(full).length,
  };
}

function sampled(page: ManyPage): SampledPage {
  const { document, traits } = cleanPage({ ...page, profile: null });
  return {
    id: documentId(page.url),
    fetchedAt: '2026-01-01T00:00:00.000Z',
    cleaner: 1,
    ulid: '',
    textSha: sha256(document.text),
    site: document.site,
    traits: traits && packTraits(traits),
  };
}

function scoreOf(pages: readonly ManyPage[], profile: HostProfile | null): number {
  return mean(pages.map((page) => characterScore(page.text, textOf(page, profile))));
}

function lostLines(page: ManyPage, profile: HostProfile | null): number {
  const gold = new Set(page.text.split('\n'));
  const left = new Set(textOf(page, profile).split('\n'));
  const alone = textOf(page, null).split('\n');
  return alone.filter((line) => gold.has(line) && !left.has(line)).length;
}

function textOf(page: ManyPage, profile: HostProfile | null): string {
  return cleanPage({ ...page, profile }).document.text;
}
