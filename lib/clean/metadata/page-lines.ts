import { type Block, blockText } from '../block.ts';
import { fold, likeness, wordKey } from './fold.ts';

/** Lines a person would look at for author and date: around the title and right after the text. */
export interface PageLines {
  /** From a little above the title to the text's beginning. */
  readonly head: readonly string[];
  /** Right after the text. */
  readonly tail: readonly string[];
}

const ABOVE = 5;
const BELOW = 10;
const AFTER = 4;
const MAX_LINE = 260;
const NO_LINES: PageLines = { head: [], tail: [] };

/** The lines beside title and text; none if neither is among the blocks. */
export function pageLines(all: readonly Block[], kept: readonly Block[], title: string): PageLines {
  const first = kept[0];
  const last = kept.at(-1);
  const places = new Map(all.map((block, index) => [block.where, index]));
  const start = first ? (places.get(first.where) ?? -1) : -1;
  const end = last ? (places.get(last.where) ?? -1) : -1;
  const titleAt = titleIndex(all, title, start);
  const anchor = titleAt >= 0 ? titleAt : start;
  if (anchor < 0) return NO_LINES;
  return {
    head: lines(all, anchor - ABOVE, anchor + BELOW),
    tail: end < 0 ? [] : lines(all, end - 1, end + AFTER),
  };
}

/** Where the title stands: the last time before the text begins, or the first time after. */
function titleIndex(all: readonly Block[], title: string, start: number): number {
  if (title === '') return -1;
  const key = wordKey(title);
  let best = -1;
  for (let index = 0; index < all.length; index += 1) {
    const block = all[index];
    if (!block) continue;
    const text = blockText(block);
    if (text.length > title.length * 2 + 20 || text.length * 2 < title.length) continue;
    if (wordKey(text) !== key && likeness(text, title) < 0.9) continue;
    if (best >= 0 && start >= 0 && index > start + 2) break;
    best = index;
  }
  return best;
}

function lines(all: readonly Block[], from: number, to: number): string[] {
  return all
    .slice(Math.max(0, from), to)
    .map((block) => fold(blockText(block)))
    .filter((text) => text !== '' && text.length <= MAX_LINE);
}
