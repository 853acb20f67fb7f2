import { readPager } from './pager.ts';
import { pagerLabel } from './pager-label.ts';
import { type Anchor, readAnchors } from './read-anchors.ts';

/** Files that are never a document and that no listing means: pictures, styles, sound, archives. */
const NO_PAGE =
  /\.(?:jpe?g|png|gif|webp|svg|ico|bmp|css|m?js|woff2?|ttf|mp[34]|avi|mov|wmv|flv|wav|m4a|zip|rar|7z|gz|tar|exe|apk|dmg|iso|swf)$/i;

export interface ListingLink {
  readonly url: string;
  /** `further`: another page of this same listing. */
  readonly role: 'link' | 'further';
}

export interface Listing {
  /** Each address once, in the order of the page. */
  readonly links: readonly ListingLink[];
  /** Number of this page of the listing, from 1; null if unknown. */
  readonly number: number | null;
  /** Links the page asks not to follow. */
  readonly nofollow: number;
  /** Links to pictures, archives and the like. */
  readonly files: number;
}

/**
 * The links of a listing page, and which of them are its own further pages: what its pager names, or
 * a link that says next page and stays on the host.
 */
export function readListing(html: string, listingUrl: string): Listing {
  const { anchors, nofollow } = readAnchors(html, listingUrl);
  const { host } = new URL(listingUrl);
  const pager = readPager(anchors, listingUrl);
  const paged = new Set(pager.links.map(({ url }) => url));
  const isFurther = ({ url, label, rel }: Anchor): boolean =>
    paged.has(url) ||
    (new URL(url).host === host && (rel.includes('next') || pagerLabel(label)?.kind === 'next'));

  const followed = nofollow ? [] : anchors.filter(({ rel }) => !rel.includes('nofollow'));
  const pages = followed.filter(({ url }) => !NO_PAGE.test(new URL(url).pathname));
  const links = new Map<string, ListingLink>();
  for (const anchor of pages) {
    const { url } = anchor;
    if (isFurther(anchor)) links.set(url, { url, role: 'further' });
    else if (!links.has(url)) links.set(url, { url, role: 'link' });
  }
  return {
    links: [...links.values()],
    number: pager.own,
    nofollow: anchors.length - followed.length,
    files: followed.length - pages.length,
  };
}
