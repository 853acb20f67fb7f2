import type { Block } from '../block.ts';
import { textCategories } from './text-categories.ts';

/** What is counted in one block; sizes weigh a Han character like a short half of a word. */
export interface BlockMeasures {
  readonly text: string;
  /** Letters and digits; Han, kana and hangul count 2.5. */
  readonly size: number;
  readonly linkSize: number;
  readonly links: number;
  readonly words: number;
  readonly wide: number;
  readonly digits: number;
  readonly upper: number;
  readonly commas: number;
  readonly stops: number;
  readonly otherMarks: number;
  readonly separators: number;
  /** 1 if the text ends like a sentence, 2 if it ends with a colon, else 0. */
  readonly ending: number;
  readonly images: number;
  readonly strong: number;
  /** Bits of TEXT_CATEGORIES. */
  readonly says: number;
  /** Looks like sentences somebody wrote. */
  readonly isProse: boolean;
}

const WIDE_WEIGHT = 2.5;
/** Least size of a block of prose: two short lines. */
const PROSE_SIZE = 70;
const COMMAS = new Set([',', '，', '、', ';', '；', '،']);
const STOPS = new Set(['.', '!', '?', '。', '！', '？', '…', '।', '؟']);
const SEPARATORS = new Set(['|', '»', '›', '>', '·', '•', '/', '«', '‹', '｜', '→', '<', '–', '-']);
const CLOSERS = new Set(['"', '”', '’', "'", ')', '）', '」', '』', '》', ']', '】']);

interface Counts {
  size: number;
  words: number;
  wide: number;
  digits: number;
  upper: number;
  commas: number;
  stops: number;
  otherMarks: number;
  separators: number;
}

/** Measures of a block; one pass over its characters. */
export function measureBlock(block: Block): BlockMeasures {
  const counts: Counts = {
    size: 0,
    words: 0,
    wide: 0,
    digits: 0,
    upper: 0,
    commas: 0,
    stops: 0,
    otherMarks: 0,
    separators: 0,
  };
  let linkSize = 0;
  let links = 0;
  let images = 0;
  let strong = 0;
  let text = '';
  let lastHref: string | undefined;
  for (let cell = 0; cell < block.cells.length; cell++) {
    if (cell > 0) text += '\t';
    for (const span of block.cells[cell] ?? []) {
      if (span.image) images += 1;
      text += span.text;
      const before = counts.size;
      countCharacters(span.text, counts);
      const added = counts.size - before;
      if (span.href !== undefined) {
        linkSize += added;
        if (span.href !== lastHref) links += 1;
      }
      lastHref = span.href;
      if (span.marks.includes('strong')) strong += added;
    }
  }
  const linkShare = counts.size > 0 ? linkSize / counts.size : 0;
  const isProse = counts.size >= PROSE_SIZE && linkShare < 0.4 && counts.stops + counts.commas > 0;
  return {
    text,
    ...counts,
    linkSize,
    links,
    images,
    strong,
    ending: endingOf(text),
    says: counts.size > 0 ? textCategories(text) : 0,
    isProse,
  };
}

function countCharacters(text: string, counts: Counts): void {
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) {
      counts.size += 1;
      if (!inWord) counts.words += 1;
      inWord = true;
    } else if (code <= 32 || code === 0xa0 || code === 0x3000) inWord = false;
    else if (isWide(code)) {
      counts.wide += 1;
      counts.words += 1;
      counts.size += WIDE_WEIGHT;
      inWord = false;
    } else if (code >= 48 && code <= 57) {
      counts.size += 1;
      counts.digits += 1;
      if (!inWord) counts.words += 1;
      inWord = true;
    } else if (code >= 65 && code <= 90) {
      counts.size += 1;
      counts.upper += 1;
      if (!inWord) counts.words += 1;
      inWord = true;
    } else if (code >= 0xc0 && (code < 0x2000 || code >= 0xd800)) {
      if (isWidePunctuation(code)) countMark(text.charAt(index), counts);
      else {
        counts.size += 1;
        if (!inWord) counts.words += 1;
        inWord = true;
      }
    } else {
      if (code !== 39 && code !== 0x2019) inWord = false;
      countMark(text.charAt(index), counts);
    }
  }
}

function countMark(mark: string, counts: Counts): void {
  if (COMMAS.has(mark)) counts.commas += 1;
  else if (STOPS.has(mark)) counts.stops += 1;
  else if (SEPARATORS.has(mark)) counts.separators += 1;
  else counts.otherMarks += 1;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0xff00 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff20) || code === 0x60c;
}

function endingOf(text: string): number {
  let at = text.length - 1;
  while (at > 0 && (CLOSERS.has(text.charAt(at)) || text.charCodeAt(at) <= 32)) at -= 1;
  const last = text.charAt(at);
  if (STOPS.has(last)) return 1;
  return last === ':' || last === '：' ? 2 : 0;
}
