/**
 * Lines that something cut at a width (a PDF, a console, a mail program) or at the elements of a page (an
 * extractor that ends a line at every link) are one paragraph again. White space is all that changes.
 */
import {
  CLOSING,
  ENDED,
  grouped,
  isProse,
  NARROWEST,
  OPENS,
  type RawLine,
  widthOf,
} from './raw-line.ts';
import { joinSplit } from './split-lines.ts';

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
/** Share of the width that a line must fill to be cut and not the end of its paragraph. */
const FILLED = 0.5;
const FULL = 0.8;
/** Blank lines or indents that say how paragraphs are told. */
const MIN_MARKS = 2;
/** Share of the lines with a blank one below. */
const MOSTLY = 0.8;

const IN_SENTENCE = /[\p{L}\p{N}，、,](?:[)）])?$/u;
const CONTINUES = /^[\p{L}\p{N}“‘《（]/u;
/** A heading may end so, and a line cut behind a quotation. */
const CLOSED = /[”"’」』）)】\]》>]$/;
const INNER_END = /[。！？；]["”’」』）)]?\S|[a-z)][.!?]["”)]? +["“(]?[A-Z]/;

/** The lines of each paragraph, in order; a text that nothing cut comes back line by line. */
export function unwrapLines(raw: readonly RawLine[]): RawLine[][] {
  const lines = singleSpaced(raw);
  const width = cutWidth(lines);
  if (width !== null) return joinWrapped(lines, width);
  return joinSplit(lines);
}

/** The lines numbered without the blank ones, if there is one between nearly all of them. */
function singleSpaced(lines: readonly RawLine[]): readonly RawLine[] {
  const gaps = lines.slice(1).map(({ number }, index) => number - (lines[index]?.number ?? 0));
  const wide = gaps.filter((gap) => gap > 1);
  if (wide.length === 0 || wide.length < gaps.length * MOSTLY) return lines;
  const usual = Math.min(...wide);
  let number = 0;
  return lines.map((line, index) => {
    number += 1 + Math.max(0, (gaps[index - 1] ?? usual) - usual);
    return { ...line, number };
  });
}

/** The width at which the text was cut; null if it was not. */
function cutWidth(lines: readonly RawLine[]): number | null {
  const prose = lines.filter(isProse);
  const cut = lines.filter((line, index) => isCut(line, lines[index + 1])).map(widthOf);
  if (cut.length < MIN_CUT || cut.length < prose.length * MIN_CUT_SHARE) return null;
  const inner = prose.filter(({ text }) => INNER_END.test(text)).length;
  if (inner < prose.length * MIN_INNER_ENDS) return null;
  const width = cut.toSorted((a, b) => a - b)[cut.length >> 1] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  const wider = prose.filter((line) => widthOf(line) > width * MUCH_WIDER).length;
  return wider <= prose.length * MAX_WIDER ? width : null;
}

/** Does a sentence that began in the line go on in the next one? */
function isCut(line: RawLine, next: RawLine | undefined): boolean {
  if (!next || next.number !== line.number + 1) return false;
  const goesOn = IN_SENTENCE.test(line.text) && CONTINUES.test(next.text);
  return goesOn && isProse(line) && !OPENS.test(next.text);
}

/** Paragraphs are told by blank lines or by their indent; where neither is used, by where lines end. */
function joinWrapped(lines: readonly RawLine[], width: number): RawLine[][] {
  const margin = marginOf(lines);
  const isMarked = isSpaced(lines) || isIndented(lines, margin);
  const running = runningLines(lines);
  return grouped(lines, (line, next) => {
    if (next.number !== line.number + 1 || running.has(line) || running.has(next)) return false;
    if (CLOSING.test(next.text)) return true;
    if (next.indent > margin || OPENS.test(next.text)) return false;
    const filled = widthOf(line) / width;
    if (ENDED.test(line.text)) return isMarked && filled >= FULL;
    const mayEnd = OPENS.test(line.text) || CLOSED.test(line.text);
    return filled >= (mayEnd ? FULL : FILLED);
  });
}

/** What printed pages have above or below: their number, and a title that comes again. */
function runningLines(lines: readonly RawLine[]): Set<RawLine> {
  const same = Map.groupBy(lines, ({ text }) => text.replace(/\s+/g, ''));
  const again = [...same.values()].filter(({ length }) => length >= MIN_PAGES).flat();
  return new Set([...again, ...lines.filter(({ text }) => PAGE_NUMBER.test(text))]);
}

const MIN_PAGES = 3;
const PAGE_NUMBER =
  /^(?:第 ?\d{1,4} ?页.{0,12}|.{0,40}·\d{1,4}·.{0,40}|[-—–·•] ?\d{1,4} ?[-—–·•]|\d{1,4}(?: ?\/ ?\d{1,4})?|page \d.{0,12})$/i;

/** The indent of the lines in which a sentence goes on. */
function marginOf(lines: readonly RawLine[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next && isCut(line, next)) counts.set(next.indent, (counts.get(next.indent) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Do blank lines part the paragraphs? */
function isSpaced(lines: readonly RawLine[]): boolean {
  const gaps = lines.filter((line, index) => {
    const next = lines[index + 1];
    if (!next || next.number === line.number + 1) return false;
    return isProse(next) && (isProse(line) || ENDED.test(line.text));
  });
  return gaps.length >= MIN_MARKS;
}

/** Does an indent begin them? */
function isIndented(lines: readonly RawLine[], margin: number): boolean {
  const first = lines.filter(
    (line, index) => line.indent > margin && isCut(line, lines[index + 1]),
  );
  return first.length >= MIN_MARKS;
}
