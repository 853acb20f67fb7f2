import { keepTold } from './told-lines.ts';

/**
 * A line among its siblings: the clause between two clauses, the heading shaped like the other headings. What a document
 * says of copyright or of editing reads as a frame's to a model, but its place in a series is the document's.
 */

/** Siblings stand this near to each other, in lines. */
const NEAR = 4;
/** Other headings of the same shape it takes. */
const MIN_HEADINGS = 2;
const LONGEST_HEADING = 20;
/** A button that stands below so many lines stands below the headings. */
const MIN_BUTTONS = 3;

const NUMBER =
  /^(?:(?<section>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.])|第(?<clause>[一二三四五六七八九十百]{1,5}|\d{1,3})[条章节]|(?<item>\d{1,3})[.、．](?!\d)|(?<chapter>[一二三四五六七八九十]{1,4})、|(?<letter>[A-H])[.．、](?![A-Za-z.]))/u;
/** What may stand below each other's place without the end of a sentence: 六、聯絡電話：…, C．对称. */
const GOES_ON: ReadonlySet<string> = new Set(['clause', 'chapter', 'letter']);
/** The clause above has parts of its own. */
const MOST_PARTS = 12;
const SENTENCE = /[。；：！？;:]$/u;
const BRACKETED = /^[【〖［[][^【】〖〗［］[\]。，；]{2,12}[】〗］\]]$/u;
const ORIGINAL = /^[【〖［[](?:作品)?(?:原文|原诗|原词|诗文|古文|正文)[】〗］\]]$/u;
/** The heading, the title, the poet. */
const MOST_ABOVE = 3;
const FIGURES = /^\d/u;
const DIGITS = '零一二三四五六七八九';
const LONGEST_COUNTED = 50;
/** The number behind a name; 2021 and 11 begin no series. */
const FIRST = /(?<=[^\d一二三四五六七八九十第])[1一]$/u;
const ASKS = /相关|推荐|阅读|下载|广告|标签|责任编辑|打印|关闭/u;

/** Keeps the lines whose siblings are kept. */
export function keepSiblings(texts: readonly string[], kept: boolean[]): void {
  keepNumbered(texts, kept);
  keepBracketed(texts, kept);
  keepAboveButtons(texts, kept);
  keepCounted(texts, kept);
  keepTold(texts, kept);
}

/** 车间总结1 above the first piece, where 车间总结2 stands above the next. */
function keepCounted(texts: readonly string[], kept: boolean[]): void {
  const first = kept.indexOf(true) - 1;
  const [text = '', below = ''] = [texts[first], texts[first + 1]];
  if (text.length > LONGEST_COUNTED || !FIRST.test(text) || below.length <= text.length) return;
  const next = text.replace(FIRST, (number) => (number === '1' ? '2' : '二'));
  if (texts.some((other, at) => kept[at] && other === next)) kept[first] = true;
}

/** A numbered sentence among the document's lines, right behind or before the number it follows. */
function keepNumbered(texts: readonly string[], kept: boolean[]): void {
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  for (let at = first + 1; at < last; at += 1) {
    const text = texts[at] ?? '';
    if (kept[at] || !SENTENCE.test(text)) continue;
    const own = numberOf(text);
    if (own && nearby(at, kept).some((near) => isNext(own, numberOf(texts[near] ?? ''))))
      kept[at] = true;
  }
}

/**
 * Keeps the clauses and options that go on right below the last kept line, number by number, and tells which they are:
 * 六、聯絡電話：… ends a notice, though alone it reads as a footer. Figures do not count: lists of other documents have them.
 */
export function keepContinued(texts: readonly string[], kept: boolean[]): ReadonlySet<number> {
  const added = new Set<number>();
  for (let at = kept.lastIndexOf(true) + 1; at > 0 && at < texts.length; at += 1) {
    const own = numberOf(texts[at] ?? '');
    if (!own || !GOES_ON.has(own.series) || ASKS.test(texts[at] ?? '')) break;
    if (numberAbove(texts, at, own) !== own.number - 1) break;
    kept[at] = true;
    added.add(at);
  }
  return added;
}

/** The last number of the same series above the line; options stand one below the other. */
function numberAbove(texts: readonly string[], at: number, { series }: SeriesNumber): number {
  const from = Math.max(0, at - (series === 'letter' ? 1 : MOST_PARTS));
  for (let above = at - 1; above >= from; above -= 1) {
    const other = numberOf(texts[above] ?? '');
    if (other?.series === series) return other.number;
  }
  return -1;
}

function nearby(at: number, kept: readonly boolean[]): number[] {
  const found: number[] = [];
  for (let near = at - NEAR; near <= at + NEAR; near += 1) if (kept[near]) found.push(near);
  return found;
}

interface SeriesNumber {
  /** What is before the number: 3. of 3.2, the kind of a clause. */
  readonly series: string;
  readonly number: number;
}

function numberOf(text: string): SeriesNumber | null {
  const groups = NUMBER.exec(text)?.groups;
  if (!groups) return null;
  const { section, clause, chapter, letter, item } = groups;
  if (section !== undefined) {
    const dot = section.lastIndexOf('.') + 1;
    return { series: section.slice(0, dot), number: Number(section.slice(dot)) };
  }
  if (clause !== undefined) return { series: 'clause', number: figureOf(clause) };
  if (chapter !== undefined) return { series: 'chapter', number: figureOf(chapter) };
  if (letter !== undefined) return { series: 'letter', number: letter.charCodeAt(0) };
  return { series: 'item', number: Number(item) };
}

/** 二十三 → 23 */
function figureOf(words: string): number {
  if (FIGURES.test(words)) return Number(words);
  let [sum, digit] = [0, 0];
  for (const word of words) {
    const unit = word === '百' ? 100 : word === '十' ? 10 : 0;
    if (unit > 0) {
      sum += Math.max(1, digit) * unit;
      digit = 0;
    } else digit = DIGITS.indexOf(word);
  }
  return sum + digit;
}

function isNext(one: SeriesNumber, other: SeriesNumber | null): boolean {
  return other !== null && one.series === other.series && Math.abs(one.number - other.number) === 1;
}

/** 【裁判要旨】 right above the document's text that has more such headings. */
function keepBracketed(texts: readonly string[], kept: boolean[]): void {
  const headings = texts.filter((text, at) => kept[at] && BRACKETED.test(text));
  if (headings.length < MIN_HEADINGS) return;
  for (const [at, text] of texts.entries()) {
    if (!kept[at] && kept[at + 1] && BRACKETED.test(text) && !ASKS.test(text)) kept[at] = true;
  }
  keepOriginal(texts, kept);
}

/** 【原文】 above the title and the poet, where 【注释】 and 【译文】 stand below the poem. */
function keepOriginal(texts: readonly string[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  const from = Math.max(0, first - MOST_ABOVE);
  const at = texts.slice(from, first).findIndex((text) => ORIGINAL.test(text)) + from;
  if (at < from) return;
  const between = texts.slice(at + 1, first);
  if (between.every((text) => text.length <= LONGEST_HEADING && !ASKS.test(text)))
    kept.fill(true, at, first);
}

/** An encyclopaedia puts the same buttons below each heading: what else stands right above them is one. */
function keepAboveButtons(texts: readonly string[], kept: boolean[]): void {
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  const above = new Map<string, number[]>();
  for (let at = first + 1; at < last; at += 1) {
    const button = texts[at + 1] ?? '';
    if (button.length > LONGEST_HEADING || kept[at + 1]) continue;
    above.set(button, [...(above.get(button) ?? []), at]);
  }
  for (const places of above.values()) {
    const known = places.filter((at) => kept[at]);
    if (places.length < MIN_BUTTONS || known.length < places.length / 2) continue;
    for (const at of places) if (isHeading(texts, at)) kept[at] = true;
  }
}

function isHeading(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  return (
    text.length <= LONGEST_HEADING && texts.indexOf(text) === at && texts.lastIndexOf(text) === at
  );
}
