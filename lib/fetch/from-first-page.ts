import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId, hostOf } from '#lib/model/document-id.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import { askPage } from './ask-page.ts';
import { firstPageOf, type HostVisit } from './host-visit.ts';
import type { ItemResult } from './item-result.ts';
import { payloadItem } from './payload-item.ts';
import type { TakenPayload } from './take-url.ts';

/** Pages walked back where a pager names only the page before. */
const MAX_BACK = 10;

interface Page {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly taken: TakenPayload;
}

/**
 * An item that turns out to be a later page of an article, as sitemaps name them: the article is
 * fetched from its first page, under whose address it is known, and the item is one of its parts.
 * If that page cannot be had or does not lead here, the item stands for itself, incomplete. Null if
 * it is no later page.
 */
export async function fromFirstPage(
  item: FetchItem,
  taken: TakenPayload,
  visit: HostVisit,
): Promise<ItemResult | null> {
  if (item.kind !== 'page' || firstPageOf(visit, taken.answer) === null) return null;
  const own = { url: item.url, canonicalUrl: item.canonicalUrl, taken };
  const have = new Map([[item.canonicalUrl, taken]]);
  const first = await walkBack(own, have, visit);
  if (first === 'handed-on') return { kind: 'handed-on', item };
  const whole = first && (await wholeArticle(item, first, have, visit));
  return whole ?? (await payloadItem(item, taken, visit, { lacksStart: true }));
}

/** The article as an item of its first page; null if the page it was found by is none of it. */
async function wholeArticle(
  item: FetchItem,
  { url, canonicalUrl: canonical, taken }: Page,
  have: ReadonlyMap<string, TakenPayload>,
  visit: HostVisit,
): Promise<ItemResult | null> {
  const known = await visit.deps.previousOf([canonical]);
  const asFirst: FetchItem = {
    ...item,
    id: documentId(canonical),
    url,
    canonicalUrl: canonical,
    hop: 0,
    via: item.canonicalUrl,
    previous: known.get(canonical) ?? null,
  };
  const result = await payloadItem(asFirst, taken, visit, { have });
  if (result.kind === 'handed-on') return { kind: 'handed-on', item };
  const isPart = result.partEndings.some((part) => part.canonicalUrl === item.canonicalUrl);
  if (isPart) visit.claimed.add(canonical);
  return isPart ? result : null;
}

/** The first page of the article, on the page's own host; what is fetched on the way is in `have`. */
async function walkBack(
  from: Page,
  have: Map<string, TakenPayload>,
  visit: HostVisit,
): Promise<Page | 'handed-on' | null> {
  let page = from;
  for (let steps = 0; steps < MAX_BACK; steps += 1) {
    const back = firstPageOf(visit, page.taken.answer);
    if (back === null) return page === from ? null : page;
    const canonical = canonicalUrl(back);
    if (canonical === null || have.has(canonical)) return null;
    if (hostOf(canonical) !== hostOf(from.canonicalUrl)) return null;
    const taken = await askPage({ url: back, canonicalUrl: canonical }, null, visit);
    if (taken?.kind === 'handed-on') return 'handed-on';
    if (taken?.kind !== 'payload') return null;
    page = { url: back, canonicalUrl: canonical, taken };
    have.set(canonical, taken);
  }
  return null;
}
