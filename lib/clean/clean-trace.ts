import type { Block } from './block.ts';
import type { Selection } from './content/select-content.ts';
import type { ParsedPage } from './dom/parse-page.ts';
import type { LineResult } from './lines/line-rules.ts';
import type { RepairResult } from './repairs/repair-blocks.ts';

/** What the steps of cleaning left behind: enough to show each change where it was made. */
export interface CleanTrace {
  readonly page: ParsedPage | null;
  /** The blocks as fetched, and the same blocks, one for one, with damage repaired. */
  readonly source: readonly Block[];
  readonly all: readonly Block[];
  readonly damage: RepairResult;
  readonly selection: Selection;
  readonly lines: LineResult;
  readonly layout: RepairResult;
}
