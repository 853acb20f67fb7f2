/**
 * What printed pages leave in the text of a file, told by numbers that rise through the document: 第2页
 * 共6页, Page 2 of 6, — 2 —, name.docx-第2页, with the running title that stands beside each of them. A
 * pager names its page once, a citation (见第3页) stands inside its sentence.
 */
import type { Range } from './page-breaks.ts';
import { FORMS, type PageMarkForm } from './page-mark-forms.ts';
import { haveSameLine } from './same-line.ts';

/** A field of a text processor that was never filled in. */
const FIELD = /PAGE[ \t]+\\\*[ \t]*(?:MERGEFORMAT|Arabic)[ \t]*\d{0,4}/g;

const HAS_NUMBER =
  /\d[ \t]?[页頁面张—–―·•∙・-]|Page[ \t]?\d|\d[ \t]?[/／][ \t]?\d|PAGE[ \t]|\n[ \t]*\d{1,4}[ \t]*(?:\n|$)/i;
const MIN_TITLE = 4;
const MAX_TITLE = 40;
/** Ends of sentences before a running title belong to the document. */
const NOT_OF_TITLE = /^[。！？；，、：…”）】\s]+/;

/** The page marks of the document whose lines, joined by line breaks, are `text`; in order. */
export function pageMarks(text: string): Range[] {
  if (!HAS_NUMBER.test(text)) return [];
  const ranges: Range[] = [];
  for (const form of FORMS) {
    const found = rising(text, form);
    if (found.length >= form.least && isMeant(text, found, form))
      ranges.push(...withTitles(text, found));
  }
  for (const { index, 0: field } of text.matchAll(FIELD)) {
    ranges.push({ from: index, to: index + field.length });
  }
  return merged(ranges);
}

function isMeant(
  text: string,
  marks: readonly Range[],
  { ambiguous, titled }: PageMarkForm,
): boolean {
  if (ambiguous && cutSentences(text, marks) < marks.length / 3) return false;
  return !titled || haveSameLine(text, marks);
}

/** How many of the marks stand where no sentence ends. */
function cutSentences(text: string, marks: readonly Range[]): number {
  return marks.filter(({ from }) => {
    const before = text.slice(Math.max(0, from - NEAR), from).trimEnd();
    return before.length >= NEAR / 2 && IN_SENTENCE.test(before);
  }).length;
}

const NEAR = 20;
const IN_SENTENCE = /[\p{sc=Han}，、]$/u;

/** The longest run of marks, of all that have the form, whose numbers rise. */
function rising(text: string, { pattern, signs, step }: PageMarkForm): Range[] {
  let best: Range[] = [];
  if (!hasOne(text, signs)) return best;
  let run: Range[] = [];
  let first = 0;
  let last = 0;
  let pages: string | undefined;
  for (const match of text.matchAll(pattern)) {
    const number = Number(match[1] ?? match[2]);
    const of = match.groups?.['of'];
    // A head and a foot may number the same page twice.
    if (number < last || number > last + step || of !== pages) run = [];
    pages = of;
    if (run.length === 0) first = number;
    run.push({ from: match.index, to: match.index + match[0].length });
    last = number;
    if (number > first && run.length > best.length) best = run;
  }
  return best;
}

function hasOne(text: string, signs: string): boolean {
  for (const sign of signs) if (text.includes(sign)) return true;
  return false;
}

/** The marks with the words that stand before or behind all of them in their lines. */
function withTitles(text: string, marks: readonly Range[]): Range[] {
  const before = sharedLength(marks, (mark, distance) => text.charAt(mark.from - distance));
  const after = sharedLength(marks, (mark, distance) => text.charAt(mark.to + distance - 1));
  return marks.map(({ from, to }) => {
    const title = text.slice(from - before, from);
    const kept = NOT_OF_TITLE.exec(title)?.[0].length ?? 0;
    const isTitle = before - kept >= MIN_TITLE;
    return {
      from: isTitle ? from - before + kept : from,
      to: after >= MIN_TITLE ? to + after : to,
    };
  });
}

/** How many characters beside the marks are the same for all, within their lines. */
function sharedLength(
  marks: readonly Range[],
  characterAt: (mark: Range, distance: number) => string,
): number {
  const [first, ...others] = marks;
  if (!first || others.length === 0) return 0;
  let length = 0;
  while (length < MAX_TITLE) {
    const character = characterAt(first, length + 1);
    if (character === '' || character === '\n') break;
    if (!others.every((mark) => characterAt(mark, length + 1) === character)) break;
    length += 1;
  }
  return length;
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && range.from < last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else result.push(range);
  }
  return result;
}
