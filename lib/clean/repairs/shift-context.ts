import type { PageCounts } from './page-counts.ts';

/** What is known of the page a damaged line stands on. */
export interface ShiftContext {
  /** The page has its full-width punctuation folded to ASCII. */
  readonly halfWidth: boolean;
  /** Other lines of the page are damaged so: less evidence is needed. */
  readonly expected: boolean;
  /** The page is in simplified script throughout. */
  readonly simplified: boolean;
  /** What the page says elsewhere it may say here. */
  readonly counts: PageCounts;
}
