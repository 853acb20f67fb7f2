import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { hostOf } from '#lib/model/document-id.ts';
import type { FetchedPage } from '#lib/model/messages.ts';

/** An archived page whose pager names others: it waits until all are read. */
export interface HeldPage {
  readonly page: FetchedPage;
  /** URLs of the pages that follow it, as its pager names them. */
  readonly further: readonly string[];
  /** It is a later page of an article that begins elsewhere. */
  readonly isLater: boolean;
}

export interface ReplayedArticles {
  /** One page an article, with the parts that are in the archive. */
  readonly pages: readonly FetchedPage[];
  /** Pages that became parts, and the canonical URL of the article. */
  readonly parts: readonly { readonly page: FetchedPage; readonly of: string }[];
}

/**
 * Puts the pages of articles together as fetch does: each from its first page on, as far as each
 * names more, every page once. A later page that no first page leads to stands for itself.
 */
export function replayedArticles(
  held: readonly HeldPage[],
  maxArticlePages: number,
): ReplayedArticles {
  const waiting = new Map(held.map((one) => [one.page.item.canonicalUrl, one]));
  const pages: FetchedPage[] = [];
  const parts: { page: FetchedPage; of: string }[] = [];
  const inOrder = [...held].sort((a, b) => Number(a.isLater) - Number(b.isLater));
  for (const start of inOrder) {
    const { canonicalUrl: of } = start.page.item;
    if (!waiting.delete(of)) continue;
    const { taken, partsMissing } = seriesFrom(start, waiting, maxArticlePages);
    for (const { page } of taken) parts.push({ page, of });
    pages.push({
      ...start.page,
      parts: [...start.page.parts, ...taken.flatMap(({ page }) => distinct(page, start, taken))],
      partsMissing: partsMissing || start.isLater,
    });
  }
  return { pages, parts };
}

/** The pages that follow a first one, taken from those that wait. */
function seriesFrom(
  start: HeldPage,
  waiting: Map<string, HeldPage>,
  maxArticlePages: number,
): { readonly taken: HeldPage[]; readonly partsMissing: boolean } {
  const { canonicalUrl: own } = start.page.item;
  const visited = new Set<string | null>([own, null]);
  const named = [...start.further];
  const taken: HeldPage[] = [];
  let partsMissing = false;
  for (let url = named.shift(); url !== undefined; url = named.shift()) {
    const canonical = canonicalUrl(url);
    if (canonical === null || visited.has(canonical) || hostOf(canonical) !== hostOf(own)) continue;
    visited.add(canonical);
    const next = waiting.get(canonical);
    if (next === undefined || taken.length >= maxArticlePages - 1) partsMissing = true;
    else {
      waiting.delete(canonical);
      taken.push(next);
      named.push(...next.further);
    }
  }
  return { taken, partsMissing };
}

/** The parts of a page, unless it repeats another of the article: some servers answer any number. */
function distinct(page: FetchedPage, start: HeldPage, taken: readonly HeldPage[]) {
  const series = [start.page, ...taken.map((one) => one.page)];
  const before = series.slice(0, series.indexOf(page)).flatMap(({ parts }) => parts);
  return page.parts.filter((part) =>
    before.every(({ payloadDigest }) => payloadDigest !== part.payloadDigest),
  );
}
