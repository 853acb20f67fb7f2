import { UNKNOWN } from './character-model.ts';
import { goesOn, isSpace, modelNumber } from './model-numbers.ts';
import { soundParts } from './sound-parts.ts';

/** What a page says of its own words: how often characters, pairs and triples stand on it, as numbers of the model. */
export interface PageCounts {
  total: number;
  readonly singles: Map<number, number>;
  readonly pairs: Map<number, number>;
  /** Which pair is which, in the keys of triples. */
  readonly places: Map<number, number>;
  readonly triples: Map<number, number>;
}

/** Bits of a number of the model: two of them are a whole number of 32 bits, which is found sooner than larger ones. */
const WIDTH = 13;
/** By so much what was counted counts less: what the page has once may be chance. */
const REST = { single: 50, pair: 2, triple: 1 } as const;
/**
 * What a character of the page counts wherever it stands. The same behind all: if it counted less behind what the page has
 * often, 重点保货架 would be likelier than 重点。货架 on a page about 货.
 */
const ALONE = 0.3;

/** Counts the lines of a page, but what of them looks damaged. */
export function countPage(lines: readonly string[]): PageCounts {
  const counts: PageCounts = {
    total: 0,
    singles: new Map(),
    pairs: new Map(),
    places: new Map(),
    triples: new Map(),
  };
  for (const line of lines) {
    for (const [at, part] of soundParts(line).entries()) countPart(counts, part, at === 0);
  }
  return counts;
}

function countPart(counts: PageCounts, part: string, begins: boolean): void {
  let before = UNKNOWN;
  let last = begins ? 0 : UNKNOWN;
  for (let at = 0; at < part.length; at += 1) {
    const unit = part.charCodeAt(at);
    const number = modelNumber(unit);
    if (isSpace(unit) || goesOn(last, number)) continue;
    if (number !== UNKNOWN) count(counts, before, last, number);
    before = last;
    last = number;
  }
}

function count(counts: PageCounts, before: number, last: number, next: number): void {
  counts.total += 1;
  add(counts.singles, next);
  if (last === UNKNOWN) return;
  add(counts.pairs, keyOf(last, next));
  if (before === UNKNOWN) return;
  const pair = keyOf(before, last);
  const place = counts.places.get(pair) ?? counts.places.size;
  counts.places.set(pair, place);
  add(counts.triples, place * (1 << WIDTH) + next);
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function keyOf(first: number, second: number): number {
  return (first << WIDTH) | second;
}

/**
 * How probable the page's own words make `next` behind `before` and `last`; 0 if the page has it nowhere. `less` is 1 where
 * the page is read as it stands: what stands in a place is no evidence for itself.
 */
export function pageChance(
  { total, singles, pairs, places, triples }: PageCounts,
  [before, last, next]: readonly [number, number, number],
  less: 0 | 1,
): number {
  const single = (singles.get(next) ?? 0) - less;
  if (single <= 0) return 0;
  const alone = single / (total + REST.single);
  if (last === UNKNOWN) return alone;
  const pair = Math.max(0, (pairs.get(keyOf(last, next)) ?? 0) - less);
  const lasts = Math.max(0, (singles.get(last) ?? 0) - less);
  const behindOne = pair / (lasts + REST.pair) + ALONE * alone;
  if (pair === 0 || before === UNKNOWN) return behindOne;
  const two = keyOf(before, last);
  const place = places.get(two);
  if (place === undefined) return behindOne;
  const triple = Math.max(0, (triples.get(place * (1 << WIDTH) + next) ?? 0) - less);
  const twos = Math.max(0, (pairs.get(two) ?? 0) - less);
  return (triple + REST.triple * behindOne) / (twos + REST.triple);
}
