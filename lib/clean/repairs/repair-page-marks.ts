import type { RepairEvent } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText, type Edit, editBlock } from '../block.ts';
import { NO_PAGES, type Pages, type Range } from './page-breaks.ts';
import { pageMarks } from './page-marks.ts';
import { isProse } from './repair-page-breaks.ts';

export interface PageMarkRepair {
  readonly blocks: readonly Block[];
  readonly events: readonly RepairEvent[];
  /** Lines that only number a page. They stand until the frame is gone: it is told by them. */
  readonly pages: Pages;
  /** The text is a file of several pages; none of its numbers is of a pager. */
  readonly hasPages: boolean;
}

/** The blocks without the marks of printed pages inside their text. */
export function repairPageMarks(blocks: readonly Block[]): PageMarkRepair {
  const texts = blocks.map((block) => (isProse(block) ? blockText(block) : ''));
  const marks = pageMarks(texts.join('\n'));
  const events: RepairEvent[] = [];
  const pageLines = new Set<string>();
  const joins = new Map<RepairEvent, string>();
  if (marks.length === 0) return { blocks, events, pages: NO_PAGES, hasPages: false };

  const edits = editsOf(texts, marks);
  let before: Block | undefined;
  const edited = blocks.map((block, index) => {
    const text = texts[index] ?? '';
    if (text === '') return block;
    const own = edits.get(index);
    const after = own ? applyEdits(text, own) : text;
    if (after.trim() === '') {
      pageLines.add(text);
      // A cut will name the line; that pages were joined is said of the text before it.
      if (before) joins.set(joinedAt(before, text), block.where);
      return block;
    }
    before = block;
    if (!own) return block;
    events.push({ repair: 'page-breaks', before: text, after, where: block.where });
    return editBlock(block, own);
  });
  events.push(...joins.keys());
  for (const title of runningTitles(texts, pageLines)) pageLines.add(title);
  return {
    blocks: edited,
    events,
    pages: { lines: pageLines, ends: endsOf(blocks, pageLines), joins },
    hasPages: true,
  };
}

/** The blocks that stand above a line between pages. */
function endsOf(blocks: readonly Block[], pageLines: ReadonlySet<string>): Set<string> {
  const ends = new Set<string>();
  let above: Block | undefined;
  for (const block of blocks) {
    const text = isProse(block) ? blockText(block) : '';
    if (text === '') continue;
    if (!pageLines.has(text)) above = block;
    else if (above) ends.add(above.where);
  }
  return ends;
}

/** Lines that stand right above or below the number of most pages, and at the top of the first. */
function runningTitles(texts: readonly string[], pageLines: ReadonlySet<string>): string[] {
  const said = texts.filter((text) => text !== '');
  const counts = new Map<string, number>();
  let pages = 0;
  for (const [index, text] of said.entries()) {
    if (!pageLines.has(text)) continue;
    pages += 1;
    for (const beside of [said[index - 1] ?? '', said[index + 1] ?? '']) {
      if (beside !== '') counts.set(beside, (counts.get(beside) ?? 0) + 1);
    }
  }
  const least = Math.max(MIN_BESIDE, (pages - 1) * MOST_PAGES);
  return [...counts]
    .filter(([title, count]) => count >= least && isTitle(timesOf(said, title), count, pages))
    .map(([title]) => title);
}

/** It comes often, or nowhere but beside the numbers of the pages, the first one's or not. */
function isTitle(times: number, beside: number, pages: number): boolean {
  return times >= MIN_PAGES || (times === beside && times >= pages - 1);
}

function timesOf(texts: readonly string[], title: string): number {
  return texts.filter((text) => text === title).length;
}

const MIN_PAGES = 3;
const MIN_BESIDE = 2;
const MOST_PAGES = 0.6;

/** The marks, ranges of the texts joined by line breaks, as deletions in each text. */
function editsOf(texts: readonly string[], marks: readonly Range[]): Map<number, Edit[]> {
  const edits = new Map<number, Edit[]>();
  let start = 0;
  let next = 0;
  for (const [index, { length }] of texts.entries()) {
    for (let mark = marks[next]; mark && mark.from < start + length; mark = marks[next]) {
      const edit = { from: mark.from - start, to: mark.to - start, insert: '' };
      const own = edits.get(index);
      if (own) own.push(edit);
      else edits.set(index, [edit]);
      next += 1;
    }
    start += length + 1;
  }
  return edits;
}

function joinedAt(block: Block, mark: string): RepairEvent {
  const text = blockText(block);
  return { repair: 'page-breaks', before: `${text}\n${mark}`, after: text, where: block.where };
}
