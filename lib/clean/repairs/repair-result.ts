import type { Repair, RepairEvent } from '#lib/model/removal.ts';
import type { Block, Cut } from '../block.ts';
import type { Pages } from './page-breaks.ts';

/** Blocks after their repair, what was changed where, and what was not to be mended. */
export interface RepairResult {
  readonly blocks: readonly Block[];
  readonly events: readonly RepairEvent[];
  readonly repairs: readonly Repair[];
  /** What is no text of the document: strings planted against copying, lines that number a page. */
  readonly cuts: readonly Cut[];
  /** Bytes were lost that could not be restored. */
  readonly damaged: boolean;
  /** `where` of the blocks in which they were lost. */
  readonly damagedAt: ReadonlySet<string>;
  /** `where` of the blocks in which a lost character was chosen by its context alone, and not clearly. */
  readonly guessedAt: ReadonlySet<string>;
  /** Lines that only number a page of the file the text was taken from. */
  readonly pages: Pages;
  /** Such marks were found: no number of the text is of a pager. */
  readonly hasPages: boolean;
  /** The same repairs for strings outside the blocks: titles, meta values. */
  readonly repairText: (text: string) => string;
}
