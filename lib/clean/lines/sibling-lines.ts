import { ASKS } from './continued-lines.ts';
import { keepListed } from './listed-headings.ts';
import { numberOf, type SeriesNumber } from './series-number.ts';
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

const SENTENCE = /[。；：！？;:]$/u;
const BRACKETED = /^[【〖［[][^【】〖〗［］[\]。，；]{2,12}[】〗］\]]$/u;
const ORIGINAL = /^[【〖［[](?:作品)?(?:原文|原诗|原词|诗文|古文|正文)[】〗］\]]$/u;
/** The heading, the title, the poet. */
const MOST_ABOVE = 3;
const LONGEST_COUNTED = 50;
/** The number behind a name; 2021 and 11 begin no series. */
const FIRST = /(?<=[^\d一二三四五六七八九十第])[1一]$/u;

/** Keeps the lines whose siblings are kept. */
export function keepSiblings(texts: readonly string[], kept: boolean[]): void {
  keepNumbered(texts, kept);
  keepBracketed(texts, kept);
  keepAboveButtons(texts, kept);
  keepCounted(texts, kept);
  keepListed(texts, kept);
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

function nearby(at: number, kept: readonly boolean[]): number[] {
  const found: number[] = [];
  for (let near = at - NEAR; near <= at + NEAR; near += 1) if (kept[near]) found.push(near);
  return found;
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
