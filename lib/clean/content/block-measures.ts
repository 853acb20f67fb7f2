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
const COMMAS = ',，、;；،';
const STOPS = '.!?。！？…।؟';
const SEPARATORS = '|»›>·•/«‹｜→<–-';
const CURRENCIES = '$€£¥￥₹';
const CLOSERS = '"”’\'）)」』》]】';

type Counts = { -readonly [Key in keyof BlockMeasures]: BlockMeasures[Key] };

/** Measures of a block; one pass over its characters. */
export function measureBlock(block: Block): BlockMeasures {
  const text = blockText(block);
  const counts = noCounts(text);
  let prices = 0;
  let lastHref: string | undefined;
  for (const spans of block.cells) {
    for (const span of spans) {
      const before = counts.size;
      prices += countCharacters(span.text, counts);
      countFormat(span, counts.size - before, lastHref, counts);
      lastHref = span.href;
    }
  }
  const { size, linkSize, stops, commas } = counts;
  counts.ending = endingOf(text);
  counts.isPriced = prices > 0 && counts.digits > 0;
  counts.isProse = size >= PROSE_SIZE && linkSize < size * 0.4 && stops + commas > 0;
  return counts;
}

function noCounts(text: string): Counts {
  return {
    text,
    size: 0,
    linkSize: 0,
    links: 0,
    words: 0,
    wide: 0,
    digits: 0,
    upper: 0,
    commas: 0,
    stops: 0,
    otherMarks: 0,
    separators: 0,
    ending: 0,
    images: 0,
    strong: 0,
    isPriced: false,
    isProse: false,
  };
}

function countFormat(span: Span, size: number, lastHref: string | undefined, counts: Counts): void {
  if (span.image) counts.images += 1;
  if (span.href !== undefined) {
    counts.linkSize += size;
    if (span.href !== lastHref) counts.links += 1;
  }
  if (span.marks.length > 0 && span.marks.includes('strong')) counts.strong += size;
}

/** Kinds of characters; from LETTER on they make words. */
const SPACE = 0;
const COMMA = 1;
const STOP = 2;
const SEPARATOR = 3;
const CURRENCY = 4;
const OTHER_MARK = 5;
const APOSTROPHE = 6;
const LETTER = 7;
const UPPER = 8;
const DIGIT = 9;
const WIDE = 10;

/** Adds the characters of a text; answers how many are signs of a currency. */
function countCharacters(text: string, counts: Counts): number {
  kinds.fill(0);
  let words = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? (ASCII_KINDS[code] ?? SPACE) : kindOf(code);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (kind >= LETTER) {
      if (!inWord || kind === WIDE) words += 1;
      inWord = kind !== WIDE;
    } else if (kind !== APOSTROPHE) inWord = false;
  }
  counts.words += words;
  addKinds(counts);
  return of(CURRENCY);
}

/** How many characters of each kind the text has that is read. */
const kinds = new Int32Array(WIDE + 1);
const of = (kind: number): number => kinds[kind] ?? 0;

function addKinds(counts: Counts): void {
  counts.size += of(LETTER) + of(UPPER) + of(DIGIT) + of(WIDE) * WIDE_WEIGHT;
  counts.wide += of(WIDE);
  counts.digits += of(DIGIT);
  counts.upper += of(UPPER);
  counts.commas += of(COMMA);
  counts.stops += of(STOP);
  counts.separators += of(SEPARATOR);
  counts.otherMarks += of(OTHER_MARK) + of(CURRENCY) + of(APOSTROPHE);
}

const ASCII_KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (code <= 32) return SPACE;
  if (char === "'") return APOSTROPHE;
  if (char >= '0' && char <= '9') return DIGIT;
  if (char >= 'A' && char <= 'Z') return UPPER;
  return char >= 'a' && char <= 'z' ? LETTER : markKind(char);
});

function markKind(mark: string): number {
  if (COMMAS.includes(mark)) return COMMA;
  if (STOPS.includes(mark)) return STOP;
  if (SEPARATORS.includes(mark)) return SEPARATOR;
  return CURRENCIES.includes(mark) ? CURRENCY : OTHER_MARK;
}

/** Of a character beyond ASCII. */
function kindOf(code: number): number {
  if (code === 0xa0 || code === 0x3000) return SPACE;
  if (isWide(code)) return WIDE;
  if (code === 0x2019) return APOSTROPHE;
  const isLetter = code >= 0xc0 && (code < 0x2000 || code >= 0xd800);
  return isLetter && !isWidePunctuation(code) ? LETTER : markKind(String.fromCharCode(code));
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
  while (at > 0 && (CLOSERS.includes(text.charAt(at)) || text.charCodeAt(at) <= 32)) at -= 1;
  const last = text.charAt(at);
  if (last !== '' && STOPS.includes(last)) return 1;
  return last === ':' || last === '：' ? 2 : 0;
}
