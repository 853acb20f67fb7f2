import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { Link } from '#lib/model/messages.ts';
import type { Candidate } from './admit.ts';
import type { ReadPage } from './read-page.ts';
import type { SkipCounter } from './skip-counter.ts';

/** Pages of a listing asked for though they bring nothing new: other ways may have led there first. */
const PAGES_IN_VAIN = 50;
/** The same in a run that fetches only what is due. */
const PAGES_DUE = 2;
/** A listing that has more pages than this is made up by its server. */
const MAX_LISTING_PAGES = 1000;

interface PagingContext {
  readonly deps: { readonly seen: ReadonlySet<string>; readonly dueOnly: boolean };
  readonly skips: SkipCounter;
}

/**
 * Further pages of listings. Beyond the first pages only while they bring something: a server that
 * makes up pages for ever repeats links or shows none, and where all is known and not due, what
 * lies behind is older.
 */
export function furtherPages(
  reads: readonly ReadPage[],
  admitted: readonly Candidate[],
  wanted: readonly Candidate[],
  { deps, skips }: PagingContext,
): Link[] {
  const admittedUrls = new Set(admitted.map(({ canonical }) => canonical));
  const wantedUrls = new Set(wanted.map(({ canonical }) => canonical));
  const isAllowed = ({ item, number }: ReadPage): boolean =>
    number === null ? item.via === null : number <= (deps.dueOnly ? PAGES_DUE : PAGES_IN_VAIN);
  return reads.flatMap((read) => {
    const names = read.links.map(({ url }) => canonicalUrl(url) ?? '');
    const isEndless = (read.number ?? 1) > MAX_LISTING_PAGES;
    const bringsSomething = isAllowed(read) || names.some((name) => wantedUrls.has(name));
    if (bringsSomething && !isEndless) return read.further;
    const unseen = read.further.filter(({ url }) => !deps.seen.has(canonicalUrl(url) ?? ''));
    const isKnown = !isEndless && names.some((name) => admittedUrls.has(name));
    if (isKnown) skips.skip('notDue', unseen.length);
    else for (const { url } of unseen) skips.trap('endless-listing', url);
    return [];
  });
}
