/**
 * What the pages of a printed or previewed file left in its text: segment numbers of a viewer before
 * pieces cut in the middle of a sentence (1、…政府 / 2、的正确领导…), page footers glued between words.
 */

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
const TERMINAL = /[。！？；：….”」』】）!?;:)]["'”’]?[ \t\u3000]*$/;

const MIN_SEGMENTS = 3;
/** Share of the borders that must lie inside a sentence. */
const MIN_MID_SENTENCE = 0.5;
/** Viewers cut by length, about 300 characters; items of a list are shorter. */
const MIN_MEAN_LENGTH = 100;

/** The runs of lines numbered 1, 2, 3… that are one text cut into pieces. */
export function findSegments(lines: readonly Line[]): Segments[] {
  const found: Segments[] = [];
  for (let first = 0; first < lines.length; ) {
    const marks = numbersFrom(lines, first);
    if (isCutText(lines, first, marks.length)) found.push({ first, marks });
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

function isCutText(lines: readonly Line[], first: number, count: number): boolean {
  if (count < MIN_SEGMENTS) return false;
  // Without the last one, which is what was left or where a preview ends.
  const pieces = lines.slice(first, first + count - 1).map(({ text }) => text);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const mid = pieces.filter((piece) => !TERMINAL.test(piece)).length;
  return length >= pieces.length * MIN_MEAN_LENGTH && mid >= pieces.length * MIN_MID_SENTENCE;
}

/** A piece of a viewer has at most so many characters. */
const MAX_PIECE = 2000;
const BEGINS = /^[ \t\u3000]*1、/;
/** The word before the digits of 第16、17条. */
const COUNTS = /[第之共约近和与及至到]/;

/** Where the numbers 1、 2、 3、 of a viewer stand when its pieces were run together: 全2、部分配到. Empty if they do not. */
export function inlineSegments(text: string): number[] {
  if (!BEGINS.test(text)) return [];
  const places = [0];
  let inside = 0;
  for (let number = 2; ; number += 1) {
    const mark = `${number}、`;
    const after = (places.at(-1) ?? 0) + MIN_MEAN_LENGTH;
    const found = placesOf(text, mark, after);
    const cut = found.find((at) => isInSentence(text, at));
    const place = cut ?? found.find((at) => TERMINAL.test(text.slice(at - 2, at)));
    if (place === undefined) break;
    if (cut !== undefined) inside += 1;
    places.push(place);
  }
  const isCut = places.length >= MIN_SEGMENTS && inside >= (places.length - 1) * MIN_MID_SENTENCE;
  return isCut ? places : [];
}

function placesOf(text: string, mark: string, after: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark, after); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (at > after + MAX_PIECE) break;
    places.push(at);
  }
  return places;
}

/** Between two characters of a sentence, also behind a number of its own: 有10 6、个社团. */
function isInSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isDigit(text.charCodeAt(before))) before -= 1;
  const character = text.charAt(before);
  return HAN.test(character) && !(before < at - 1 && COUNTS.test(character));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const HAN = /\p{sc=Han}/u;

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

const AFTER_SENTENCE = /[。！？；)）”](\d{1,5})(?=([、.．]?)(.?))/g;
/** What follows a number that counts something or belongs to a date. */
const COUNTED =
  /[年月日号个名人次项所件条家元万亿千百%％℃.．\d时分秒点岁周天届级类种篇本册台套辆座户村亩公米吨字页章节组班位倍—\-~～至到、]/;
const MIN_PAGE_GAP = 200;
/** The same number again and again says more than rising ones: pages of slides are short. */
const MIN_TOTAL_GAP = 60;
const MIN_PAGES = 3;

/**
 * Printed page numbers glued behind a sentence: the same number (a footer of the total) or rising ones,
 * at least three, a page apart, before a word that is not counted (预算。18规范) or before a number of the
 * document's own list (预算。183、启动: the page number is 18, the item 3).
 */
export function gluedPageNumbers(text: string): Range[] {
  const places = new Map<number, number[]>();
  for (const match of text.matchAll(AFTER_SENTENCE)) {
    const [, digits = '', mark = '', next = ''] = match;
    for (const length of pageDigits(digits, mark, next)) {
      const number = Number(digits.slice(0, length));
      places.set(number, [...(places.get(number) ?? []), match.index + 1]);
    }
  }
  const constant = [...places]
    .filter(([, at]) => isPaged(at))
    .sort((a, b) => b[1].length - a[1].length)[0];
  return constant ? everyTotal(text, constant) : risingNumbers(places);
}

/** The places of the total, and those where it stands inside a sentence before what nobody counts. */
function everyTotal(text: string, [number, places]: readonly [number, readonly number[]]): Range[] {
  const digits = String(number);
  const inside = new RegExp(`(?<=[\\p{sc=Han}，、；：])${digits}(?=(\\p{sc=Han}))`, 'gu');
  const found = new Set(places);
  for (const match of text.matchAll(inside)) {
    if (
      !COUNTED_INSIDE.test(match[1] ?? '') &&
      !NUMBERED.test(text.slice(match.index - 1, match.index))
    ) {
      found.add(match.index);
    }
  }
  return ranges(
    [...found].sort((a, b) => a - b),
    digits.length,
  );
}

/** Units that stand in the middle of a sentence beside those of COUNTED: 24小时, 9支队伍. */
const COUNTED_INSIDE = new RegExp(
  `${COUNTED.source}|[小多余几处间项支笔张把块只头棵株面幅盏顿顶匹位包袋箱瓶盒桶份场期届步路号线型寸尺里斤吨升兆瓦]`,
);

/** What a number of the text's own stands behind: 第9, 约9, 达9. */
const NUMBERED =
  /[第约近达至到共有超为是每满前后余多增减降上下近于即和与或等比占长高宽深重元月年日号]/;

/** How many of the digits may be the page number: all before a word, the front ones before a list number. */
function pageDigits(digits: string, mark: string, next: string): number[] {
  if (mark === '') return next !== '' && !COUNTED.test(next) ? [digits.length] : [];
  const lengths: number[] = [];
  for (let length = 1; length < digits.length; length += 1) {
    if (digits.charAt(length) !== '0') lengths.push(length);
  }
  return lengths;
}

function isPaged(places: readonly number[]): boolean {
  if (places.length < MIN_PAGES) return false;
  return places.every((at, index) => index === 0 || at - (places[index - 1] ?? 0) >= MIN_TOTAL_GAP);
}

function ranges(places: readonly number[], length: number): Range[] {
  return places.map((from) => ({ from, to: from + length }));
}

/** The longest chain n, n+1, n+2 … of places in order, a page apart. */
function risingNumbers(places: ReadonlyMap<number, readonly number[]>): Range[] {
  let best: Range[] = [];
  for (const start of places.keys()) {
    const chain: Range[] = [];
    let after = -MIN_PAGE_GAP;
    for (let number = start; ; number += 1) {
      const at = places.get(number)?.find((place) => place >= after + MIN_PAGE_GAP);
      if (at === undefined) break;
      chain.push({ from: at, to: at + String(number).length });
      after = at;
    }
    if (chain.length > best.length) best = chain;
  }
  return best.length >= MIN_PAGES ? best : [];
}

/** A whole line that only numbers a page: 第1页共16页, - 3 -, name.docx_第2页. */
export const PAGE_LINE =
  /^[ \t\u3000]*(?:第[ \t]*\d{1,4}[ \t]*页(?:[ ,，、/]*共[ \t]*\d{1,4}[ \t]*页)?|[^\n]{0,80}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)_第[ \t]*\d{1,4}[ \t]*页|共[ \t]*\d{1,4}[ \t]*页[ ,，]*第[ \t]*\d{1,4}[ \t]*页)[ \t\u3000]*$/;

/** 第1页共16页 or name.docx_第2页 inside a line. */
export const INLINE_PAGE =
  /第[ \t]*\d{1,4}[ \t]*页[ ,，、/]*共[ \t]*\d{1,4}[ \t]*页|[^\s，。；：！？]{1,60}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf)_第[ \t]*\d{1,4}[ \t]*页/g;

/** Does the line stop in the middle of a sentence? */
export function endsMidSentence(line: string): boolean {
  return line.length >= 15 && !TERMINAL.test(line);
}
