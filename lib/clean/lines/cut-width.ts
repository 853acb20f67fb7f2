import { pageNumbers, runningTitles } from './lone-lines.ts';
import { isProse, NARROWEST, OPENS, type RawLine, widthOf } from './raw-line.ts';

/** Cut sentences it takes to say that a text was cut at a width, and their share of its prose. */
const MIN_CUT = 4;
const MIN_CUT_SHARE = 0.35;
/** Share of the prose in which a sentence ends inside a line: verse ends its sentences with its lines. */
const MIN_INNER_ENDS = 0.2;
/** Columns of a cut line at most; a Chinese character has two. */
const WIDEST = 130;
/** Lines much longer than the others were not cut; so many of them may be there (a table, an address). */
const MUCH_WIDER = 1.7;
const MAX_WIDER = 0.1;
const IN_SENTENCE = /[\p{L}\p{N}，、,](?:[)）])?$/u;
const CONTINUES = /^[\p{L}\p{N}“‘《（]/u;
const INNER_END = /[。！？；]["”’」』）)]?\S|[a-z)][.!?]["”)]? +["“(]?[A-Z]/;
/** Share of the lines that must be as wide as most. */
const MOSTLY = 0.8;

/** The width at which the text was cut; null if it was not. */
export function cutWidth(lines: readonly RawLine[]): number | null {
  const prose = lines.filter(isProse);
  const cut = lines.filter((line, index) => isCut(line, lines[index + 1])).map(widthOf);
  if (cut.length < MIN_CUT || cut.length < prose.length * MIN_CUT_SHARE) {
    return edgeWidth(withoutPages(lines));
  }
  const inner = prose.filter(({ text }) => INNER_END.test(text)).length;
  const width = cut.toSorted((a, b) => a - b)[cut.length >> 1] ?? 0;
  if (inner < prose.length * MIN_INNER_ENDS && !isEven(cut, width)) return null;
  if (width < NARROWEST || width > WIDEST) return null;
  const wider = prose.filter((line) => widthOf(line) > width * MUCH_WIDER).length;
  return wider <= prose.length * MAX_WIDER ? width : null;
}

/**
 * The width of a page whose paragraphs are mostly shorter: few lines are cut, but all of them at the same column, and no
 * line goes beyond it. Page numbers and running titles between the halves of a sentence do not count as lines.
 */
function edgeWidth(lines: readonly RawLine[]): number | null {
  const prose = lines.filter(isProse);
  const cut = lines.filter((line, index) => isCut(line, lines[index + 1])).map(widthOf);
  if (cut.length < MIN_CUT || cut.length < prose.length * MIN_EDGE_SHARE) return null;
  const widest = Math.max(...cut);
  const isEdge =
    widest - Math.min(...cut) <= EDGE && prose.every((line) => widthOf(line) <= widest);
  return isEdge && widest >= WIDER_THAN_VERSE && widest <= WIDEST ? widest : null;
}

/** The lines numbered as if none of a printed page's own, nor a blank one, stood between them. */
function withoutPages(lines: readonly RawLine[]): RawLine[] {
  const numbers = pageNumbers(lines);
  if (numbers.size === 0) return [];
  const titles = new Set(runningTitles(lines, numbers));
  const own = lines.filter((line) => !numbers.has(line) && !titles.has(line));
  return own.map((line, index) => ({ ...line, number: index + 1 }));
}

/** Clauses of a contract end no sentence inside a line; but all their lines are as wide, and wider than verse. */
function isEven(widths: readonly number[], usual: number): boolean {
  const even = widths.filter((width) => Math.abs(width - usual) <= EVEN);
  return usual >= WIDER_THAN_VERSE && even.length >= widths.length * MOSTLY;
}

/** Columns by which a character that does not fit in any more makes a line shorter. */
export const EDGE = 2;
const MIN_EDGE_SHARE = 0.2;
const EVEN = 4;
const WIDER_THAN_VERSE = 40;

/** Does a sentence that began in the line go on in the next one? */
export function isCut(line: RawLine, next: RawLine | undefined): boolean {
  return next !== undefined && next.number === line.number + 1 && isHalf(line, next);
}

/** Does the sentence of a line go on in the other, wherever that stands? */
export function isHalf(line: RawLine, next: RawLine): boolean {
  const goesOn = IN_SENTENCE.test(line.text) && CONTINUES.test(next.text);
  return goesOn && isProse(line) && !OPENS.test(next.text);
}
