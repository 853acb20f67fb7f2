import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { type PageAddress, pageAddresses } from './page-address.ts';
import { type PagerLabel, pagerLabel } from './pager-label.ts';
import type { Anchor } from './read-anchors.ts';

/** A link that says it leads to another page of the same thing, and whose address agrees. */
export interface PagerLink {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly label: PagerLabel;
  readonly address: PageAddress;
}

/** How a page stands among the pages of an article or a listing. */
export interface Pager {
  /** Number of this page as a person counts, from 1; null if unknown. */
  readonly own: number | null;
  readonly links: readonly PagerLink[];
  /** Those whose addresses count higher than this page's. */
  readonly onward: readonly PagerLink[];
}

type Labelled = Omit<PagerLink, 'address'>;

/**
 * The pager of a page: the links to other pages of the same thing. A link belongs to it if its
 * text or rel says so and its address is the page's own but for a page number. A page whose own
 * address has a number must also link back to a lower page: else `/news/12.html` and
 * `/news/13.html`, two articles, would pass for pages of one.
 */
export function readPager(anchors: readonly Anchor[], pageUrl: string): Pager {
  const own = canonicalUrl(pageUrl);
  const host = new URL(pageUrl).host;
  const labelled = anchors
    .flatMap(labelOf)
    .filter((link) => link.canonicalUrl !== own && new URL(link.url).host === host);
  for (const address of pageAddresses(pageUrl)) {
    const links = labelled.flatMap((link) => asPageOf(address, link));
    if (links.length > 0 && hasWayBack(address, links)) {
      const onward = links.filter((link) => isOnward(address, link));
      return { own: ownNumber(address, links), links, onward };
    }
  }
  return { own: null, links: [], onward: [] };
}

function labelOf({ url, label, rel }: Anchor): Labelled[] {
  const canonical = canonicalUrl(url);
  if (canonical === null) return [];
  const meaning: PagerLabel | null = rel.includes('next')
    ? { kind: 'next' }
    : rel.includes('prev')
      ? { kind: 'previous' }
      : pagerLabel(label);
  return meaning ? [{ url, canonicalUrl: canonical, label: meaning }] : [];
}

/** The link as a page of the same thing as `own`, in the same style unless one has no number. */
function asPageOf(own: PageAddress, link: Labelled): PagerLink[] {
  for (const address of pageAddresses(link.url)) {
    if (address.key !== own.key) continue;
    const plain = address.style === 'bare' || own.style === 'bare';
    if (plain ? address.style !== own.style : address.style === own.style) {
      return [{ ...link, address }];
    }
  }
  return [];
}

function hasWayBack(own: PageAddress, links: readonly PagerLink[]): boolean {
  if (own.number === null || own.number <= 1) return true;
  // a number as last segment may as well be an article's own: only its first page is proof
  const lowest = own.style === 'segment' ? 1 : own.number - 1;
  return links.some(({ address: { number } }) => number === null || number <= lowest);
}

/** The address without a number is the first page's, whatever a link there says. */
function isOnward(own: PageAddress, { address: { number } }: PagerLink): boolean {
  return number !== null && (own.number === null || number > own.number);
}

function ownNumber(own: PageAddress, links: readonly PagerLink[]): number | null {
  if (own.number === null) return 1;
  // some count addresses from 0: what a link shows against what its address says tells
  for (const { label, address } of links) {
    if (label.kind !== 'number' || address.number === null) continue;
    return own.number + label.page - address.number;
  }
  return own.number;
}
