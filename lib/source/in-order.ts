import type { FetchItem, Link } from '#lib/model/messages.ts';
import { isNewerThan } from './due.ts';

interface Known {
  readonly link: Link;
  readonly previous: FetchItem['previous'];
}

/**
 * What must not fall to the budget last: named by a person; said to be new or changed by a sitemap's
 * date or by a feed, which names what is new, and the lists that may name more; unknown; known.
 */
export function inOrder<T extends Known>(known: readonly T[], now: Date): T[] {
  const rank = ({ link, previous }: Known): number => {
    if (link.reason === 'seed' || link.reason === 'redirect') return 0;
    const isNews = link.lastModified !== null || link.reason === 'feed' || link.kind !== 'page';
    if (previous === null) return isNews ? 1 : 2;
    return isNewerThan(previous, link.lastModified, now) ? 1 : 3;
  };
  const isPage = ({ link }: Known): number => Number(link.kind === 'page');
  return known.toSorted((a, b) => rank(a) - rank(b) || isPage(a) - isPage(b));
}
