/**
 * Lines that something cut at a width (a PDF, a console, a mail program) or at the elements of a page (an
 * extractor that ends a line at every link) are one paragraph again. White space is all that changes.
 */
import { areJammed } from '../repairs/jammers.ts';
import { cutWidth, EDGE, isCut, isHalf } from './cut-width.ts';
import { loneLines } from './lone-lines.ts';
import { CLOSING, ENDED, grouped, isProse, OPENS, type RawLine, widthOf } from './raw-line.ts';
import { joinSplit } from './split-lines.ts';

/** Share of the width that a line must fill to be cut and not the end of its paragraph. */
const FILLED = 0.5;
const FULL = 0.8;
/** Blank lines or indents that say how paragraphs are told. */
const MIN_MARKS = 2;
/** Share of the lines with a blank one below, or with the usual width. */
const MOSTLY = 0.8;

/** A heading may end so, and a line cut behind a quotation. */
const CLOSED = /[”"’」』）)】\]》>]$/;
/** 甲方（出租方）：__________: a field of a form has its line. */
const BLANK_FIELD = /[:：][_＿\s]{3,}$/;

/** The lines of each paragraph, in order; a text that nothing cut comes back line by line. */
export function unwrapLines(raw: readonly RawLine[]): RawLine[][] {
  if (areJammed(raw)) return raw.map((line) => [line]);
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

/** Paragraphs are told by blank lines or by their indent; where neither is used, by where lines end. */
function joinWrapped(lines: readonly RawLine[], width: number): RawLine[][] {
  const margin = marginOf(lines);
  const isMarked = isSpaced(lines) || isIndented(lines, margin);
  const lone = loneLines(lines);
  return grouped(lines, (line, next) => {
    if (lone.has(line) || lone.has(next)) return false;
    if (next.number !== line.number + 1) return isPageEnd(line, next, width);
    if (CLOSING.test(next.text)) return true;
    if (next.indent > margin || OPENS.test(next.text)) return false;
    return isFilled(line, width, isMarked);
  });
}

/** Does the line reach so far that the next one may go on with it? */
function isFilled(line: RawLine, width: number, isMarked: boolean): boolean {
  if (BLANK_FIELD.test(line.text)) return false;
  const filled = widthOf(line) / width;
  if (ENDED.test(line.text)) return isMarked && filled >= FULL;
  const mayEnd = OPENS.test(line.text) || CLOSED.test(line.text);
  return filled >= (mayEnd ? FULL : FILLED);
}

/** An extractor leaves a blank line where a page of the file ended, inside a sentence too. */
function isPageEnd(line: RawLine, next: RawLine, width: number): boolean {
  return widthOf(line) >= width - EDGE && isHalf(line, next);
}

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
