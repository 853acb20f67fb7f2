import { decodePage } from './decode-page.ts';
import { readPager } from './pager.ts';
import { readAnchors } from './read-anchors.ts';

/**
 * URL of the first page of the article that this page is a later one of, as far as its pager leads
 * back: the page with the lowest number that it names. Null for a first page, and for a page that
 * has no pager.
 */
export function firstPage(
  bytes: Uint8Array,
  contentType: string | null,
  url: string,
): string | null {
  if (!URL.canParse(url)) return null;
  const { anchors } = readAnchors(decodePage(bytes, contentType), url);
  const { own, links, onward } = readPager(anchors, url);
  if (own === null || own <= 1) return null;
  const back = links.filter((link) => !onward.includes(link));
  const [lowest] = back.toSorted((a, b) => (a.address.number ?? -1) - (b.address.number ?? -1));
  return lowest?.url ?? null;
}
