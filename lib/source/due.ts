import type { DueFacts } from '#lib/model/due-facts.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import type { State } from '#lib/model/states.ts';

const HOUR_MS = 3_600_000;
// The interval follows the changes seen, as in Nutch's AdaptiveFetchSchedule: one change undoes
// about two quiet fetches.
const SHORTER = 0.4;
const LONGER = 1.6;

/** States that say nothing of the page itself: it is asked again as soon as the source allows. */
const TRY_AGAIN: ReadonlySet<State> = new Set([
  'failed',
  'deferred',
  'robots-disallowed',
  'blocked-address',
]);
/** States in which a page mostly stays. */
const RARELY: ReadonlySet<State> = new Set(['gone', 'not-a-document', 'too-large', 'taken-down']);

/**
 * When a URL is to be fetched again: sooner if it was found changed, later each time it was not,
 * within the bounds of its source. Null for a URL whose article's first page decides.
 */
export function nextDue({ state, now, changed, previous, recrawl }: DueFacts): string | null {
  if (state === 'part-of') return null;
  const shortest = recrawl.minHours * HOUR_MS;
  const longest = Math.max(shortest, recrawl.maxHours * HOUR_MS);
  const wait = Math.min(longest, Math.max(shortest, interval()));
  return new Date(now + wait).toISOString();

  function interval(): number {
    if (TRY_AGAIN.has(state)) return shortest;
    if (RARELY.has(state)) return longest;
    if (previous === null || changed === null) return shortest;
    return lastInterval(previous, now) * (changed ? SHORTER : LONGER);
  }
}

/** What was last decided; without a decision, the time that has passed. */
function lastInterval({ fetchedAt, nextDueAt }: PreviousFetch, now: number): number {
  const since = Date.parse(fetchedAt);
  return nextDueAt === null ? now - since : Date.parse(nextDueAt) - since;
}

/**
 * Whether a URL is to be fetched in a run that fetches only what is due. A sitemap or feed that
 * dates the page after our last fetch makes it due at once; dates in the future say nothing.
 */
export function isDue(
  previous: PreviousFetch | null,
  lastModified: string | null,
  now: Date,
): boolean {
  if (previous === null || previous.nextDueAt === null) return true;
  if (Date.parse(previous.nextDueAt) <= now.getTime()) return true;
  return isNewerThan(previous, lastModified, now);
}

/** Whether the page is said to have changed since we fetched it. */
export function isNewerThan(
  previous: PreviousFetch,
  lastModified: string | null,
  now: Date,
): boolean {
  const modified = Date.parse(lastModified ?? '');
  return modified > Date.parse(previous.fetchedAt) && modified <= now.getTime();
}
