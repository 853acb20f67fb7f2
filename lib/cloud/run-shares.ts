import type { Row } from '#lib/model/row.ts';
import type { State } from '#lib/model/states.ts';

/** What alarms look at when a run is complete, in percent. */
export interface RunShares {
  /** Of all pages. */
  readonly failed: number;
  /** Of the pages that were cleaned: those without a document. */
  readonly withheld: number;
}

/** Of fewer pages a share says nothing. */
const ENOUGH_PAGES = 20;
const DOCUMENT: ReadonlySet<State> = new Set<State>(['published', 'unchanged']);
const WITHHELD: ReadonlySet<State> = new Set<State>(['no-document', 'noindex']);

/** Shares of a run, told by the last row of each URL; null if it had few pages. */
export function runShares(last: readonly Row[]): RunShares | null {
  const pages = last.filter(({ kind }) => kind === 'page').map(({ state }) => state);
  if (pages.length < ENOUGH_PAGES) return null;
  const count = (states: ReadonlySet<State>) => pages.filter((state) => states.has(state)).length;
  const withheld = count(WITHHELD);
  return {
    failed: (100 * count(new Set<State>(['failed']))) / pages.length,
    withheld: (100 * withheld) / Math.max(1, withheld + count(DOCUMENT)),
  };
}
