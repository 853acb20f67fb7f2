import type { RepairEvent } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText, type Edit, editBlock } from '../block.ts';
import { pageMarks, type Range } from './page-marks.ts';
import { isProse } from './repair-page-breaks.ts';

export interface PageMarkRepair {
  readonly blocks: readonly Block[];
  readonly events: readonly RepairEvent[];
  /** What lines say that only number a page. They stand until the frame is gone: it is told by them. */
  readonly pageLines: ReadonlySet<string>;
  /** The text is a file of several pages; none of its numbers is of a pager. */
  readonly hasPages: boolean;
}

/** The blocks without the marks of printed pages inside their text. */
export function repairPageMarks(blocks: readonly Block[]): PageMarkRepair {
  const texts = blocks.map((block) => (isProse(block) ? blockText(block) : ''));
  const marks = pageMarks(texts.join('\n'));
  const events: RepairEvent[] = [];
  const pageLines = new Set<string>();
  if (marks.length === 0) return { blocks, events, pageLines, hasPages: false };

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
      if (before) events.push(joinedAt(before, text));
      return block;
    }
    before = block;
    if (!own) return block;
    events.push({ repair: 'page-breaks', before: text, after, where: block.where });
    return editBlock(block, own);
  });
  for (const title of runningTitles(texts, pageLines)) pageLines.add(title);
  return { blocks: edited, events, pageLines, hasPages: true };
}

/** Lines that stand right above or below the number of most pages. */
function runningTitles(texts: readonly string[], pageLines: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  let pages = 0;
  for (const [index, text] of texts.entries()) {
    if (!pageLines.has(text)) continue;
    pages += 1;
    for (const beside of [texts[index - 1] ?? '', texts[index + 1] ?? '']) {
      if (beside !== '') counts.set(beside, (counts.get(beside) ?? 0) + 1);
    }
  }
  const least = Math.max(MIN_PAGES, pages * MOST_PAGES);
  return [...counts].filter(([, count]) => count >= least).map(([title]) => title);
}

const MIN_PAGES = 3;
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
