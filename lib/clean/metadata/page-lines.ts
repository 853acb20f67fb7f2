import { type Block, blockText } from '../block.ts';
import { fold, wordKey } from './fold.ts';
import { lineText } from './line-text.ts';

/** Lines a person would look at for author and date: around the title and right after the text. */
export interface PageLines {
  /** From a little above the title to the text's beginning. */
  readonly head: readonly string[];
  /** Right after the text. */
  readonly tail: readonly string[];
  /** Every short line of the page that has a year. */
  readonly all: () => readonly string[];
}

const ABOVE = 5;
const BELOW = 10;
const AFTER = 4;
const MAX_LINE = 260;
const MAX_DATED = 400;
const YEAR = /(?:19|20)\d\d|[〇零一二三四五六七八九]{2}年/u;
/** A paragraph may begin with its date: this much of it is looked at. */
const LEAD = 60;

/** The lines beside title and text; none if neither is among the blocks. */
export function pageLines(all: readonly Block[], kept: readonly Block[], title: string): PageLines {
  const start = indexOf(all, kept[0]);
  const end = indexOf(all, kept.at(-1));
  const titleAt = titleIndex(all, title, start);
  const anchor = titleAt >= 0 ? titleAt : start;
  const dated = (): string[] => datedLines(all);
  if (anchor < 0) return { head: [], tail: [], all: dated };
  return {
    head: lines(all, anchor - ABOVE, anchor + BELOW),
    tail: end < 0 ? [] : lines(all, end - 1, end + AFTER),
    all: dated,
  };
}

/** The place of a block, which repairs may have replaced by one with the same path. */
function indexOf(all: readonly Block[], block: Block | undefined): number {
  return block ? all.findIndex(({ where }) => where === block.where) : -1;
}

/** Where the title stands: the last time before the text begins, or the first time after. */
function titleIndex(all: readonly Block[], title: string, start: number): number {
  if (title === '') return -1;
  const key = wordKey(title);
  let best = -1;
  for (let index = 0; index < all.length; index += 1) {
    const block = all[index];
    if (!block) continue;
    if (!isNearLength(block, title.length) || !saysTitle(blockText(block), key)) continue;
    if (best >= 0 && start >= 0 && index > start + 2) break;
    best = index;
  }
  return best;
}

/** Told from the spans' lengths, before their texts are joined. */
function isNearLength(block: Block, length: number): boolean {
  let own = 0;
  for (const span of block.cells[0] ?? []) own += span.text.length;
  return own <= length * 1.3 + 20 && own * 1.3 + 4 >= length;
}

function saysTitle(text: string, key: string): boolean {
  const own = wordKey(text);
  return own.includes(key) || (own.length > 3 && key.includes(own));
}

function lines(all: readonly Block[], from: number, to: number): string[] {
  return all
    .slice(Math.max(0, from), Math.max(0, to))
    .map((block) => fold(lineText(block)))
    .map((text) => (text.length > MAX_LINE ? lead(text) : text))
    .filter((text) => text !== '');
}

function lead(text: string): string {
  const start = text.slice(0, LEAD);
  return YEAR.test(start.slice(0, LEAD - 20)) ? start : '';
}

function datedLines(all: readonly Block[]): string[] {
  const dated: string[] = [];
  for (const block of all) {
    const text = blockText(block);
    if (text.length <= MAX_LINE && YEAR.test(text)) dated.push(fold(text));
    if (dated.length >= MAX_DATED) break;
  }
  return dated;
}
