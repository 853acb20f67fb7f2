import { type Block, blockText, type Span } from '../block.ts';

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
  /** Names a price. */
  readonly isPriced: boolean;
  /** Looks like sentences somebody wrote. */
  readonly isProse: boolean;
}

const WIDE_WEIGHT = 2.5;
/** Least size of a block of prose: two short lines. */
const PROSE_SIZE = 70;
const COMMAS = new Set([',', '，', '、', ';', '；', '،']);
const STOPS = new Set(['.', '!', '?', '。', '！', '？', '…', '।', '؟']);
const SEPARATORS = new Set(['|', '»', '›', '>', '·', '•', '/', '«', '‹', '｜', '→', '<', '–', '-']);
const CURRENCIES = new Set(['$', '€', '£', '¥', '￥', '₹']);
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
  prices: number;
}

/** Measures of a block; one pass over its characters. */
export function measureBlock(block: Block): BlockMeasures {
  const counts = noCounts();
  const links = { linkSize: 0, links: 0, images: 0, strong: 0 };
  let lastHref: string | undefined;
  for (const spans of block.cells) {
    for (const span of spans) {
      const before = counts.size;
      countCharacters(span.text, counts);
      countFormat(span, counts.size - before, lastHref, links);
      lastHref = span.href;
    }
  }
  const text = blockText(block);
  const { size, stops, commas, prices, ...others } = counts;
  return {
    text,
    size,
    stops,
    commas,
    ...others,
    ...links,
    ending: endingOf(text),
    isPriced: prices > 0 && others.digits > 0,
    isProse: size >= PROSE_SIZE && links.linkSize < size * 0.4 && stops + commas > 0,
  };
}

function noCounts(): Counts {
  return {
    size: 0,
    words: 0,
    wide: 0,
    digits: 0,
    upper: 0,
    commas: 0,
    stops: 0,
    otherMarks: 0,
    separators: 0,
    prices: 0,
  };
}

function countFormat(
  span: Span,
  size: number,
  lastHref: string | undefined,
  links: { linkSize: number; links: number; images: number; strong: number },
): void {
  if (span.image) links.images += 1;
  if (span.href !== undefined) {
    links.linkSize += size;
    if (span.href !== lastHref) links.links += 1;
  }
  if (span.marks.includes('strong')) links.strong += size;
}

const SPACE = 0;
const MARK = 1;
const APOSTROPHE = 2;
const LETTER = 3;
const UPPER = 4;
const DIGIT = 5;
const WIDE = 6;

function countCharacters(text: string, counts: Counts): void {
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const kind = kindOf(text.charCodeAt(index));
    if (kind >= LETTER) countLetter(kind, inWord, counts);
    else if (kind !== SPACE) countMark(text.charAt(index), counts);
    inWord = (kind >= LETTER && kind !== WIDE) || (inWord && kind === APOSTROPHE);
  }
}

function countLetter(kind: number, inWord: boolean, counts: Counts): void {
  if (kind === WIDE) {
    counts.wide += 1;
    counts.words += 1;
    counts.size += WIDE_WEIGHT;
    return;
  }
  counts.size += 1;
  if (kind === DIGIT) counts.digits += 1;
  else if (kind === UPPER) counts.upper += 1;
  if (!inWord) counts.words += 1;
}

const ASCII_KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (code <= 32) return SPACE;
  if (char === "'") return APOSTROPHE;
  if (char >= '0' && char <= '9') return DIGIT;
  if (char >= 'A' && char <= 'Z') return UPPER;
  return char >= 'a' && char <= 'z' ? LETTER : MARK;
});

function kindOf(code: number): number {
  if (code < 128) return ASCII_KINDS[code] ?? MARK;
  if (code === 0xa0 || code === 0x3000) return SPACE;
  if (isWide(code)) return WIDE;
  if (code === 0x2019) return APOSTROPHE;
  const isLetter = code >= 0xc0 && (code < 0x2000 || code >= 0xd800);
  return isLetter && !isWidePunctuation(code) ? LETTER : MARK;
}

function countMark(mark: string, counts: Counts): void {
  if (COMMAS.has(mark)) counts.commas += 1;
  else if (STOPS.has(mark)) counts.stops += 1;
  else if (SEPARATORS.has(mark)) counts.separators += 1;
  else {
    counts.otherMarks += 1;
    if (CURRENCIES.has(mark)) counts.prices += 1;
  }
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
