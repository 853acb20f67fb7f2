import type { Block, Cut } from './block.ts';
import type { ParsedPage } from './dom/parse-page.ts';
import type { RepairResult } from './repairs/repair-result.ts';

/** What the steps of cleaning left behind: enough to show each change where it was made. */
export interface CleanTrace {
  readonly page: ParsedPage | null;
  /** The blocks as fetched, and the same blocks, one for one, with damage repaired. */
  readonly source: readonly Block[];
  readonly all: readonly Block[];
  readonly damage: RepairResult;
  /** Of the content selection, the line rules and the host's profile. */
  readonly cuts: readonly Cut[];
  readonly layout: RepairResult;
}
