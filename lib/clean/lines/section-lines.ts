import { isNumberedHeading, isSalutation } from './prose.ts';
import { isPlain, type Line } from './scan-lines.ts';

/** A list of other documents is made of short lines without the marks of a sentence. */
const LONGEST_ITEM = 60;
const MOST_ITEMS = 40;
/** A form to be filled in is a document's. */
const BLANKS = /_{3}/;
const COUNTED = /^\d{1,2}[.、]/u;
const SENTENCE = /[。；！？]|，.{0,60}，/u;

/** Index after the last item of the list that `at` opens: frame lines and lines like titles. */
export function sectionEnd(lines: readonly Line[], at: number): number {
  let next = at + 1;
  while (next < lines.length && next - at <= MOST_ITEMS) {
    const line = lines[next];
    // You are here: what stands below it is the page's document.
    if (
      !line ||
      line.crumb?.labelled ||
      !(isItem(line) || (!isPlain(line) && line.frame?.opens !== 'section'))
    )
      break;
    next += 1;
  }
  return next;
}

function isItem({ text, block }: Line): boolean {
  if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'table-row') return false;
  if (text.length > LONGEST_ITEM || SENTENCE.test(text) || isSalutation(text)) return false;
  if (BLANKS.test(text)) return false;
  return !isNumberedHeading(text) || linksOnly({ block }) || COUNTED.test(text);
}

/** Everything the block says is a link. */
export function linksOnly({ block }: Pick<Line, 'block'>): boolean {
  const spans = block.cells.flat().filter((span) => span.text.trim() !== '');
  return spans.length > 0 && spans.every((span) => span.href !== undefined);
}
