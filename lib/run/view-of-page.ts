/** The before-and-after view of a stored page, made from its kept response. */
import { traceArticle } from '#lib/clean/trace/trace-article.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import type { WarcReader } from '#lib/io/warc.ts';
import type { CleanInput } from '#lib/model/cleaning.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { type PageView, pageView } from '#lib/report/page-view.ts';
import { hostProfiles } from './host-profiles.ts';

export interface StoredPages {
  readonly store: ObjectReader;
  readonly raw: WarcReader;
  /** The store as the command line names it; null: not told. */
  readonly location: string | null;
}

/** The pages of an article as cleaning got them, with the profile of their host as it was then; null if a response is no longer kept. */
export async function storedInputs(
  { store, raw }: Pick<StoredPages, 'store' | 'raw'>,
  known: UrlState,
  rules: SourceDefinition['rules'],
): Promise<CleanInput[] | null> {
  const parts = known.content?.parts ?? [];
  const states = parts.length > 0 ? await lookupUrls(store, parts) : new Map<string, UrlState>();
  const all = [known, ...parts.map((part) => states.get(part))];
  const profile = await hostProfiles(store, known.content?.profile ?? null)(known.canonicalUrl);
  const inputs: CleanInput[] = [];
  for (const state of all) {
    const reference = state?.fetch?.raw;
    const exchange = reference ? await raw.read(reference) : null;
    if (!state || !exchange) return null;
    inputs.push({
      bytes: exchange.payload,
      contentType: state.fetch?.contentType ?? null,
      url: state.canonicalUrl.startsWith('urn:') ? null : state.url,
      profile,
      rules: rules ?? null,
    });
  }
  return inputs;
}

/** The view of a page the manifest knows; null if its response is not kept. */
export async function viewOfPage(
  pages: StoredPages,
  known: UrlState,
  rules: SourceDefinition['rules'],
): Promise<PageView | null> {
  const inputs = await storedInputs(pages, known, rules);
  if (inputs === null) return null;
  const { result, pages: traces } = traceArticle(inputs);
  const place = pages.location === null ? '' : ` --out ${pages.location}`;
  const document = { ...result.document, id: known.id };
  return pageView({ ...result, document }, traces, {
    outcome: `${known.last.state} (${known.last.reason})`,
    fetchedAt: known.content?.fetchedAt ?? known.fetch?.fetchedAt ?? null,
    urls: inputs.map(({ url }) => url),
    commands: [
      { label: 'From complaint to test:', command: `winnow cases add ${known.id}${place}` },
      { label: 'The document:', command: `winnow cat ${known.id} --format markdown${place}` },
      { label: 'Every step of its address:', command: `winnow history ${known.id}${place}` },
    ],
  });
}
