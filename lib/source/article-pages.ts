import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { decodePage } from './decode-page.ts';
import { type Pager, readPager } from './pager.ts';
import { pagerLabel } from './pager-label.ts';
import { type Anchor, readAnchors } from './read-anchors.ts';

/** More pages than this a pager does not name at once. */
const MAX_PAGES = 200;

/**
 * URLs of the pages that follow this page of an article, in order, as far as its pager names them
 * without a gap; the next page alone if it shows no numbers; a page with the whole text if there
 * is no pager. The caller asks each page in turn, so a pager that shows a window of its numbers is
 * followed to the end. Only addresses of the same article: same host, same address but for a page
 * number. Never the previous or next article.
 */
export function articlePages(bytes: Uint8Array, contentType: string | null, url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { anchors } = readAnchors(decodePage(bytes, contentType), url);
  const pager = readPager(anchors, url);
  const numbered = followingNumbers(pager);
  if (numbered.length > 0) return numbered;
  const next = pager.onward.find(({ label }) => label.kind === 'next');
  if (next) return [next.url];
  return pager.links.length > 0 ? [] : wholeText(anchors, url);
}

/** From the page after this one up to the first number that is missing. */
function followingNumbers({ own, onward }: Pager): string[] {
  if (own === null) return [];
  const byNumber = new Map<number, string>();
  for (const { label, url } of onward) {
    if (label.kind === 'number' && !byNumber.has(label.page)) byNumber.set(label.page, url);
  }
  const urls: string[] = [];
  for (let page = own + 1; urls.length < MAX_PAGES; page += 1) {
    const url = byNumber.get(page);
    if (url === undefined) break;
    urls.push(url);
  }
  return urls;
}

/** A link to the whole text, if it lies beside the page: in the same folder, or below its name. */
function wholeText(anchors: readonly Anchor[], pageUrl: string): string[] {
  const own = canonicalUrl(pageUrl);
  const stem = stemOf(pageUrl);
  const whole = anchors.find(
    ({ url, label }) =>
      pagerLabel(label)?.kind === 'whole' &&
      canonicalUrl(url) !== own &&
      stemOf(url).startsWith(stem),
  );
  return whole ? [whole.url] : [];
}

/** Address without query, extension and trailing slash: `a.html`, `a_all.html` and `a/all` share it. */
function stemOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const dot = pathname.lastIndexOf('.');
  const end = dot > pathname.lastIndexOf('/') ? dot : pathname.length;
  const path = pathname.slice(0, end);
  return origin + (path.endsWith('/') ? path.slice(0, -1) : path);
}
