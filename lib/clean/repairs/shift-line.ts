import type { Item } from './gbk-items.ts';
import type { ShiftLanguage } from './shift-language.ts';

/** A line as the decoder sees it. */
export interface ShiftLine {
  readonly items: readonly Item[];
  /** The characters of the items, without annotations. */
  readonly plain: string;
  readonly language: ShiftLanguage;
  readonly halfWidth: boolean;
  /** Other lines of the page are damaged: a loss is likely. */
  readonly expected: boolean;
}
