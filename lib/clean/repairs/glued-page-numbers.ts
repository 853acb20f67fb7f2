import type { Range } from './page-breaks.ts';

const AFTER_SENTENCE = /[。！？；;)）”](\d{1,5})(?=([、.．]?)(.?))/g;
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
 * document's own list (预算。183、启动: the page number is 18, the item 3). Where the page says how many there are
 * (`pageCount`), that number needs no others.
 */
export function gluedPageNumbers(text: string, pageCount: number | null = null): Range[] {
  const places = new Map<number, number[]>();
  const sure: Glued[] = insideWords(text);
  for (const match of text.matchAll(AFTER_SENTENCE)) {
    const [, digits = '', mark = '', next = ''] = match;
    if (isOwnSection(text, match.index + 1, digits)) continue;
    if (mark === '' && pageDigits(digits, mark, next).length > 0) {
      sure.push({ number: Number(digits), at: match.index + 1 });
    }
    for (const length of pageDigits(digits, mark, next)) {
      const number = Number(digits.slice(0, length));
      places.set(number, [...(places.get(number) ?? []), match.index + 1]);
    }
  }
  const constant = [...places]
    .filter(([, at]) => isPaged(at))
    .sort((a, b) => b[1].length - a[1].length)[0];
  if (constant) return everyTotal(text, constant);
  const rising = risingNumbers(places);
  if (rising.length > 0) return rising;
  const fromOne = numberedFrom(1, places, sure);
  if (fromOne.length > 0) return fromOne;
  const ofFile = pageCount === null ? [] : numbersOfFile(text, pageCount, { places, sure });
  return ofFile.length > 0 ? ofFile : beforeHeadings(text);
}

/** The first page of a file that is known for its pages may have no number; or each has that of the last. */
function numbersOfFile(
  text: string,
  pageCount: number,
  {
    places,
    sure,
  }: {
    readonly places: ReadonlyMap<number, readonly number[]>;
    readonly sure: readonly Glued[];
  },
): Range[] {
  const fromTwo = numberedFrom(2, places, sure);
  return fromTwo.length > 0 ? fromTwo : everyTotal(text, [pageCount, places.get(pageCount) ?? []]);
}

/** …加收2元。2(二)助浴服务: nothing of the text stands between a sentence and the number of the next part. */
function beforeHeadings(text: string): Range[] {
  return [...text.matchAll(BEFORE_HEADING)].map(({ index, 0: digits }) => {
    return { from: index, to: index + digits.length };
  });
}

const BEFORE_HEADING = /(?<=[。；])[1-9]\d{0,2}(?=[（(][一二三四五六七八九十]{1,3}[）)])/gu;

interface Glued {
  readonly number: number;
  readonly at: number;
}

/** 3 施工准备3.1技术准备: the number of a section, which those of its parts repeat. */
function isOwnSection(text: string, at: number, digits: string): boolean {
  const ahead = text.slice(at + digits.length, at + digits.length + SECTION_REACH);
  return ahead.includes(`${digits}.1`) || ahead.includes(`${digits}．1`);
}

const SECTION_REACH = 30;

/** Numbers inside a sentence that count nothing: 服务半径1不超过. */
function insideWords(text: string): Glued[] {
  const found: Glued[] = [];
  for (const match of text.matchAll(INSIDE)) {
    const [, before = '', digits = '', after = ''] = match;
    if (NUMBERED.test(before) || COUNTED_INSIDE.test(after)) continue;
    found.push({ number: Number(digits), at: match.index + before.length });
  }
  return found;
}

const INSIDE = /(\p{sc=Han})([1-9]\d?)(?=(\p{sc=Han}))/gu;

/**
 * 1, 2, 3 … from the first one on, each once and in order, where no other number of the text counts nothing: the pages of a short file, cut
 * shorter than others. Two are enough behind sentences.
 */
function numberedFrom(
  first: number,
  places: ReadonlyMap<number, readonly number[]>,
  sure: readonly Glued[],
): Range[] {
  const chain: Glued[] = [];
  for (let number = first, after = -MIN_SHORT_GAP; ; number += 1) {
    const own = sure.filter((glued) => glued.number === number).map(({ at }) => at);
    const found = [...own, ...(places.get(number) ?? [])].sort((a, b) => a - b);
    const at = found.find((place) => place >= after + MIN_SHORT_GAP);
    if (at === undefined) break;
    chain.push({ number, at });
    after = at;
  }
  const own = new Set(chain.map(({ at }) => at));
  if (!sure.every(({ at }) => own.has(at))) return [];
  const least = chain.every(({ number, at }) => places.get(number)?.includes(at)) ? 2 : MIN_PAGES;
  if (chain.length < least) return [];
  return chain.map(({ number, at }) => ({ from: at, to: at + String(number).length }));
}

const MIN_SHORT_GAP = 100;

/** The places of the total, and those where it stands inside a sentence before what nobody counts. */
function everyTotal(text: string, [number, places]: readonly [number, readonly number[]]): Range[] {
  const digits = String(number);
  const inside = new RegExp(`(?<=[\\p{sc=Han}，、；：,;:])${digits}(?=(\\p{sc=Han}))`, 'gu');
  const found = new Set(places);
  for (const match of text.matchAll(inside)) {
    const isOwn = COUNTED_INSIDE.test(match[1] ?? '') || isNumbered(text, match.index);
    if (!isOwn) found.add(match.index);
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

/** 三月一日9南坪镇: behind the day that ends a letter no number is its own. */
function isNumbered(text: string, at: number): boolean {
  return NUMBERED.test(text.charAt(at - 1)) && !DAY.test(text.slice(Math.max(0, at - 2), at));
}

const DAY = /[一二三四五六七八九十]日$/;

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
