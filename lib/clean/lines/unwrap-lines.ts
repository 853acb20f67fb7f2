/**
 * Lines that something cut at a width (a PDF, a console, a mail program) or at the elements of a page (an
 * extractor that ends a line at every link) are one paragraph again. White space is all that changes.
 */
import { readBreadcrumb } from './breadcrumb.ts';
import { foldLine } from './fold-line.ts';
import { readMetaLine } from './meta-line.ts';
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
/** Share of the lines with a blank one below, or with the usual width. */
const MOSTLY = 0.8;

const IN_SENTENCE = /[\p{L}\p{N}，、,](?:[)）])?$/u;
const CONTINUES = /^[\p{L}\p{N}“‘《（]/u;
/** A heading may end so, and a line cut behind a quotation. */
const CLOSED = /[”"’」』）)】\]》>]$/;
/** 甲方（出租方）：__________: a field of a form has its line. */
const BLANK_FIELD = /[:：][_＿\s]{3,}$/;
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
  const width = cut.toSorted((a, b) => a - b)[cut.length >> 1] ?? 0;
  if (inner < prose.length * MIN_INNER_ENDS && !isEven(cut, width)) return null;
  if (width < NARROWEST || width > WIDEST) return null;
  const wider = prose.filter((line) => widthOf(line) > width * MUCH_WIDER).length;
  return wider <= prose.length * MAX_WIDER ? width : null;
}

/** Clauses of a contract end no sentence inside a line; but all their lines are as wide, and wider than verse. */
function isEven(widths: readonly number[], usual: number): boolean {
  const even = widths.filter((width) => Math.abs(width - usual) <= EVEN);
  return usual >= WIDER_THAN_VERSE && even.length >= widths.length * MOSTLY;
}

const EVEN = 4;
const WIDER_THAN_VERSE = 40;

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
  const lone = loneLines(lines);
  return grouped(lines, (line, next) => {
    if (next.number !== line.number + 1 || lone.has(line) || lone.has(next)) return false;
    if (CLOSING.test(next.text)) return true;
    if (next.indent > margin || OPENS.test(next.text) || BLANK_FIELD.test(line.text)) return false;
    const filled = widthOf(line) / width;
    if (ENDED.test(line.text)) return isMarked && filled >= FULL;
    const mayEnd = OPENS.test(line.text) || CLOSED.test(line.text);
    return filled >= (mayEnd ? FULL : FILLED);
  });
}

/** Lines that no width cut: what printed pages have above or below, the rows of the frame. */
function loneLines(lines: readonly RawLine[]): Set<RawLine> {
  const numbers = new Set(lines.filter(({ text }) => PAGE_NUMBER.test(text)));
  return new Set([...numbers, ...runningTitles(lines, numbers), ...lines.filter(isFrameRow)]);
}

/** A line that comes again, or that each time stands beside the number of a page. */
function runningTitles(lines: readonly RawLine[], numbers: ReadonlySet<RawLine>): RawLine[] {
  const isBeside = (index: number): boolean =>
    [lines[index - 1], lines[index + 1]].some((line) => line && numbers.has(line));
  const beside = new Set(lines.filter((_, index) => isBeside(index)));
  const same = Map.groupBy(lines, ({ text }) => text.replace(/\s+/g, ''));
  return [...same.values()].filter(isAgain).flat();

  function isAgain(group: readonly RawLine[]): boolean {
    if (group.length >= MIN_PAGES) return true;
    return group.length > 1 && group.every((line) => beside.has(line));
  }
}

const MIN_PAGES = 3;
const PAGE_NUMBER =
  /^(?:第 ?\d{1,4} ?页.{0,12}|.{0,40}·\d{1,4}·.{0,40}|[-—–·•] ?(?:第 ?)?\d{1,4} ?(?:页 ?)?[-—–·•]|\d{1,4}(?: ?\/ ?\d{1,4})?|page \d.{0,12})$/i;

/** A menu, a path, a row of fields: no sentence goes on behind it. */
function isFrameRow({ text }: RawLine): boolean {
  if (SENTENCE.test(text)) return false;
  const words = text.split(BLANKS);
  if (
    HAN.test(text) &&
    words.length >= MIN_ENTRIES &&
    words.every((word) => word.length <= LONGEST_ENTRY)
  )
    return true;
  const folded = foldLine(text);
  const meta = readMetaLine(text, folded);
  return (
    (meta !== null && (meta.viewer || meta.labels !== 1)) || readBreadcrumb(text, folded) !== null
  );
}

const SENTENCE = /[。，；！？]/;
const BLANKS = /[\s\u3000]+/;
const MIN_ENTRIES = 4;
const LONGEST_ENTRY = 6;
const HAN = /\p{sc=Han}/u;

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
