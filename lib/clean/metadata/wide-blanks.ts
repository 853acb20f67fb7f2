import type { Block } from '../block.ts';
import { blockText } from '../block.ts';

const WIDE = '\u3000';
const WIDE_RUN = /[^\S\u3000]{0,4}\u3000\s*/gu;
const NARROW_RUN = /[^\S\u3000]+/gu;
const BETWEEN_WORDS = /\S \S/u;
const LONGEST = 400;

/**
 * The title with the full-width blanks that its line has: between the halves of a headline such a blank is a sign, and the
 * text keeps its own too. White space is folded to one blank everywhere else. Linear.
 */
export function withWideBlanks(title: string, blocks: readonly Block[]): string {
  if (!BETWEEN_WORDS.test(title)) return title;
  for (const block of blocks) {
    const text = blockText(block);
    if (text.length > LONGEST || !text.includes(WIDE)) continue;
    const written = text.replace(WIDE_RUN, WIDE).replace(NARROW_RUN, ' ');
    const at = written.replaceAll(WIDE, ' ').indexOf(title);
    if (at >= 0) return written.slice(at, at + title.length);
  }
  return title;
}
