import type { RepairEvent } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText, type Cut, type Edit, editBlock } from '../block.ts';
import { gluedPageNumbers } from './glued-page-numbers.ts';
import { inlineSegments } from './inline-segments.ts';
import { mergeBlocks, pieceOf } from './joined-blocks.ts';
import {
  endsMidSentence,
  findSegments,
  gluedFooters,
  INLINE_PAGE,
  PAGE_LINE,
  type Pages,
  pageFooters,
  type Range,
  type Segments,
} from './page-breaks.ts';
import { ownPageNumbers } from './segment-ends.ts';

export interface LayoutRepair {
  readonly blocks: readonly Block[];
  readonly events: readonly RepairEvent[];
  readonly cuts: readonly Cut[];
}

/**
 * The blocks with pages joined again: segment numbers, printed page numbers and footers taken out.
 * `pages` are told by lines that number a page among others that do; `pageCount` is what the page says of the file.
 */
export function repairPageBreaks(
  blocks: readonly Block[],
  pages: Pages,
  pageCount: number | null = null,
): LayoutRepair {
  const events: RepairEvent[] = [];
  const cuts: Cut[] = [];
  const lined = dropPageLines(splitLines(blocks), pages, { events, cuts });
  const joined = joinSegments(lined, events, pageCount);
  return { blocks: joined.map((block) => dropInlinePages(block, events)), events, cuts };
}

const NUMBERED_LINES = /(?:^|\n)[ \t\u3000]*1、[^\n]*\n[ \t\u3000]*2、/;

/** A paragraph whose lines are numbered segments becomes one paragraph a line. */
function splitLines(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.cells.length !== 1) return [block];
    const text = blockText(block);
    const inline = inlineSegments(text);
    if (inline.length > 0) {
      return inline.map((from, at) => pieceOf(block, { from, to: inline[at + 1] ?? text.length }));
    }
    if (!NUMBERED_LINES.test(text)) return [block];
    const lines = text.split('\n').map((line) => ({ text: line }));
    if (findSegments(lines).length === 0) return [block];
    let from = 0;
    return lines.map((line) => {
      const to = from + line.text.length;
      const piece = pieceOf(block, { from, to });
      from = to + 1;
      return piece;
    });
  });
}

/** Lines that only number a page go; what they parted in the middle of a sentence is joined. */
function dropPageLines(
  blocks: readonly Block[],
  { lines, ends }: Pages,
  { events, cuts }: { readonly events: RepairEvent[]; readonly cuts: Cut[] },
): Block[] {
  const kept: Block[] = [];
  let parted = false;
  for (const [index, block] of blocks.entries()) {
    const before = kept.at(-1);
    const text = blockText(block);
    const isPageLine = PAGE_LINE.test(text) || lines.has(text);
    if (isProse(block) && (isPageLine || isLonePage(text, before, blocks[index + 1]))) {
      cuts.push({ block, from: 0, to: text.length, step: 'repair-layout', reason: 'page-number' });
      parted = true;
      continue;
    }
    const isJoined = (parted || ends.has(before?.where ?? '')) && goesOn(before, block);
    if (before && isJoined) kept[kept.length - 1] = joinBlocks([before, block], events);
    else kept.push(block);
    parted = false;
  }
  return kept;
}

/** The first ends inside a sentence, which the other one may go on with. */
function goesOn(before: Block | undefined, next: Block | undefined): boolean {
  if (!before || !next || !isProse(before) || !isProse(next)) return false;
  return endsMidSentence(blockText(before)) && !OPENS_PART.test(blockText(next));
}

/** 第一章 总则, 第三条 …, （一）…: no sentence goes on so. */
const OPENS_PART =
  /^[ \t\u3000]*(?:第[一二三四五六七八九十百\d]{1,4}[章节条编篇]|[（(]?[一二三四五六七八九十]{1,3}[)）、])/;

/** — 3 —, ·18· 某某学刊 第1期: it numbers a page, though no other does, if it cuts a sentence in two. */
function isLonePage(text: string, before: Block | undefined, next: Block | undefined): boolean {
  return LONE_PAGE.test(text) && goesOn(before, next) && GOES_ON.test(next ? blockText(next) : '');
}

const LONE_PAGE =
  /^(?:[-—–―]{1,2} ?\d{1,4} ?[-—–―]{1,2}|·\s?\d{1,4}\s?·[^。，；]{0,40}|[^。，；]{0,40}·\s?\d{1,4}\s?·)$/u;
const GOES_ON = /^[\p{sc=Han}\d]/u;

export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' && block.cells.length === 1;
}

function joinSegments(
  blocks: readonly Block[],
  events: RepairEvent[],
  pageCount: number | null,
): Block[] {
  const joined: Block[] = [];
  let at = 0;
  const lines = blocks.map((block) => ({ text: isProse(block) ? blockText(block) : '' }));
  for (const segments of findSegments(lines, pageCount)) {
    for (const block of blocks.slice(at, segments.first)) joined.push(block);
    joined.push(joinOne(blocks, segments, events, pageCount));
    at = segments.first + segments.marks.length;
  }
  return joined.concat(blocks.slice(at));
}

/** The segments as one paragraph, without their numbers and the footers of the pages. */
function joinOne(
  blocks: readonly Block[],
  segments: Segments,
  events: RepairEvent[],
  pageCount: number | null,
): Block {
  const pieces = segments.marks.map((_, index) => blocks[segments.first + index]).filter(isBlock);
  const ends = ownPageNumbers(pieces.map(blockText));
  const bare = pieces.map((block, index) => {
    const to = blockText(block).length - (ends[index] ?? 0);
    return pieceOf(block, { from: segments.marks[index] ?? 0, to });
  });
  const whole = mergeBlocks(bare);
  const text = blockText(whole);
  const footers = pageFooters(text);
  const isNumbered = footers.length > 0 || ends.some((length) => length > 0);
  const ranges = isNumbered ? footers : gluedPageNumbers(text, pageCount);
  const result = editBlock(whole, removing(ranges));
  events.push({
    repair: 'page-breaks',
    before: pieces.map(blockText).join('\n'),
    after: blockText(result),
    where: whole.where,
  });
  return result;
}

function isBlock(block: Block | undefined): block is Block {
  return block !== undefined;
}

function joinBlocks(blocks: readonly Block[], events: RepairEvent[]): Block {
  const whole = mergeBlocks(blocks);
  events.push({
    repair: 'page-breaks',
    before: blocks.map(blockText).join('\n'),
    after: blockText(whole),
    where: whole.where,
  });
  return whole;
}

function dropInlinePages(block: Block, events: RepairEvent[]): Block {
  const before = blockText(block);
  if (!(isProse(block) && before.includes('页'))) return block;
  const numbered = [...before.matchAll(INLINE_PAGE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const ranges = numbered.length > 0 ? numbered : gluedFooters(before);
  if (ranges.length === 0) return block;
  const edits = removing(ranges);
  events.push({
    repair: 'page-breaks',
    before,
    after: applyEdits(before, edits),
    where: block.where,
  });
  return editBlock(block, edits);
}

function removing(ranges: readonly Range[]): Edit[] {
  return ranges.map(({ from, to }) => ({ from, to, insert: '' }));
}
