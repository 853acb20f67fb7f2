import { type Block, blockText } from '../block.ts';
import { textOf } from './text-of.ts';

const DIGIT = /\d/;
const WHITE = /\s+/gu;
const LONGEST = 400;

/** A line's text with blanks between the fields that only styles part; only lines with figures have any. */
export function lineText(block: Block): string {
  const text = blockText(block);
  const { element } = block;
  if (!element || text.length > LONGEST || text.includes('\n') || !DIGIT.test(text)) return text;
  const apart = textOf(element, LONGEST + 1, true);
  // The element may hold more than the block, and the block was repaired.
  return apart.replace(WHITE, '') === text.replace(WHITE, '') ? apart : text;
}
