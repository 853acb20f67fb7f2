/**
 * What the pages of a printed or previewed file left in its text: segment numbers of a viewer before
 * pieces cut in the middle of a sentence (1、…政府 / 2、的正确领导…), page footers glued between words.
 */
import type { RepairEvent } from '#lib/model/removal.ts';
import { ownPageNumbers } from './segment-ends.ts';

/** A line of the document. */
export interface Line {
  readonly text: string;
}

/** Lines first..last (indexes) are the segments 1, 2, 3… of one text; `marks` are the lengths of their numbers. */
export interface Segments {
  readonly first: number;
  readonly marks: readonly number[];
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Viewers of Chinese files number so; 1. is theirs only between halves of a Chinese sentence, 1) is a list. */
const NUMBER =
  /^[ \t\u3000]*(?:(\d{1,4})、|【(\d{1,4})】|(\d{1,4})[.．](?=[\p{sc=Han}，。、；：:,;]))[ \t\u3000]*/u;
/** A sentence or clause ends so before a number that the document itself wrote. */
export const TERMINAL = /[。！？；：….”」』】）!?;:)]["'”’]?[ \t\u3000]*$/;

/** Where the pages of a file end in its text. */
export interface Pages {
  /** What the lines between two pages say. */
  readonly lines: ReadonlySet<string>;
  /** `where` of the last block of each page, whatever becomes of the lines below it. */
  readonly ends: ReadonlySet<string>;
  /** Each repair that only takes out such a line → `where` of the line. */
  readonly joins: ReadonlyMap<RepairEvent, string>;
}

export const NO_PAGES: Pages = { lines: new Set(), ends: new Set(), joins: new Map() };

export const MIN_SEGMENTS = 3;
/** Share of the borders that must lie inside a sentence. */
export const MIN_MID_SENTENCE = 0.5;
/** Viewers cut by length, from a hundred characters with their footers on; items of a list are shorter. */
export const MIN_MEAN_LENGTH = 80;

/** Two are enough if the first is so long, and its sentences end but the last. */
const MIN_LONE_PIECE = 150;

/** The runs of lines numbered 1, 2, 3… that are one text cut into pieces; as many as the viewer counts pages need less else. */
export function findSegments(lines: readonly Line[], pageCount: number | null = null): Segments[] {
  const found: Segments[] = [];
  for (let first = 0; first < lines.length; ) {
    const marks = numbersFrom(lines, first);
    if (isCutText(lines, first, marks.length, pageCount)) found.push({ first, marks });
    first += Math.max(1, marks.length);
  }
  return found;
}

/** Lengths of the numbers 1, 2, 3… at the start of the lines from `first` on. */
function numbersFrom(lines: readonly Line[], first: number): number[] {
  const marks: number[] = [];
  for (let index = first; index < lines.length; index += 1) {
    const match = NUMBER.exec(lines[index]?.text ?? '');
    if (!match || Number(match[1] ?? match[2] ?? match[3]) !== marks.length + 1) break;
    marks.push(match[0].length);
  }
  return marks;
}

function isCutText(
  lines: readonly Line[],
  first: number,
  count: number,
  pageCount: number | null,
): boolean {
  const all = lines.slice(first, first + count).map(({ text }) => text);
  const numbers = count < 2 ? [] : ownPageNumbers(all);
  const whole = all.map((text, index) => text.slice(0, text.length - (numbers[index] ?? 0)));
  if (count === 2) {
    const isMarked = pageCount === count || (numbers[0] ?? 0) > 0 || GOES_ON.test(all[1] ?? '');
    return isLonePiece(whole[0] ?? '', isMarked);
  }
  if (count < MIN_SEGMENTS) return false;
  // Without the last one, which is what was left or where a preview ends.
  const pieces = whole.slice(0, -1);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const mid = pieces.filter((piece) => !TERMINAL.test(piece)).length;
  return length >= pieces.length * MIN_MEAN_LENGTH && mid >= pieces.length * MIN_MID_SENTENCE;
}

/** 2、、租赁期间…: no item of a list begins with what stands behind a word or a number. */
const GOES_ON = /^[ \t\u3000]*2、[ \t\u3000]*[、，。；：！？）”]/u;

/** Its number, sentences, and a word cut in two; a clause or a number where more says that it is cut. */
function isLonePiece(text: string, isMarked: boolean): boolean {
  const last = isMarked ? CLAUSE_LAST : WORD_LAST;
  return text.length >= MIN_LONE_PIECE && text.includes('。') && last.test(text);
}

const WORD_LAST = /\p{sc=Han}$/u;
const CLAUSE_LAST = /[\p{sc=Han}\d、，,]$/u;

const PAGE =
  /第[ \t\u3000]*(\d{1,4})[ \t\u3000]*页(?:[ ,，、/]*共[ \t\u3000]*\d{1,4}[ \t\u3000]*页)?/g;
const MAX_FOOTER = 40;

/** 第1页, 第2页 … in rising order with the words of the footer that stand before each of them. */
export function pageFooters(text: string): Range[] {
  const found: { number: number; from: number; to: number }[] = [];
  for (const match of text.matchAll(PAGE)) {
    const number = Number(match[1]);
    const to = match.index + match[0].length;
    if (found.length === 0 || number === (found.at(-1)?.number ?? 0) + 1) {
      found.push({ number, from: match.index, to });
    }
  }
  if (found.length < 2) return [];
  const shared = sharedBefore(
    text,
    found.map(({ from }) => from),
  );
  if (found.length < MIN_SEGMENTS && shared < 4) return [];
  return found.map(({ from, to }) => ({ from: from - shared, to }));
}

/**
 * Footers of pages glued into one run of text: …和安和镇敬老院细则 第1页明火取暖…, with the same words before the numbers 1, 2, 3…
 * and half of them in the middle of a sentence. Empty if the text has none.
 */
export function gluedFooters(text: string): Range[] {
  if (!text.includes('页')) return [];
  const footers = pageFooters(text);
  const [first] = footers;
  if (!first || !FIRST_PAGE.test(text.slice(first.from, first.to))) return [];
  const words = text.slice(first.from, first.to).replace(PAGE_END, '').trim();
  const inside = footers.filter(({ from }) => WORD_LAST.test(text.slice(from - 1, from)));
  const isGlued = words.length >= LEAST_WORDS && inside.length >= footers.length * MIN_MID_SENTENCE;
  return isGlued ? footers : [];
}

const FIRST_PAGE = /第[ \t\u3000]*1[ \t\u3000]*页/;
const PAGE_END = /第[ \t\u3000]*\d{1,4}[ \t\u3000]*页.{0,20}$/;
/** 见附件 第1页 is what an author writes. */
const LEAST_WORDS = 6;

/** How many characters before all the places are the same. */
function sharedBefore(text: string, places: readonly number[]): number {
  const [one = 0, ...others] = places;
  let length = 0;
  while (length < MAX_FOOTER && length < one) {
    const character = text.charAt(one - length - 1);
    if (!others.every((at) => text.charAt(at - length - 1) === character)) break;
    length += 1;
  }
  return length;
}

/** A whole line that only numbers a page: 第1页共16页, - 3 -, name.docx_第2页. */
export const PAGE_LINE =
  /^[ \t\u3000]*(?:第[ \t]*\d{1,4}[ \t]*页(?:[ ,，、/]*共[ \t]*\d{1,4}[ \t]*页)?|[^\n]{0,80}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)_第[ \t]*\d{1,4}[ \t]*页|共[ \t]*\d{1,4}[ \t]*页[ ,，]*第[ \t]*\d{1,4}[ \t]*页)[ \t\u3000]*$/;

/** 第1页共16页 or name.docx_第2页 inside a line. */
export const INLINE_PAGE =
  /第[ \t]*\d{1,4}[ \t]*页[ ,，、/]*共[ \t]*\d{1,4}[ \t]*页|[^\s，。；：！？]{1,60}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)_第[ \t]*\d{1,4}[ \t]*页/g;

/** Does the line stop in the middle of a sentence? A numbered heading does not. */
export function endsMidSentence(line: string): boolean {
  return line.length >= 15 && !TERMINAL.test(line) && !NUMBERED_HEADING.test(line);
}

const NUMBERED_HEADING =
  /^[ \t\u3000]*(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章节])[^。；]{2,30}$/;
