import type { Block } from '../block.ts';
import type { BlockMeasures } from './block-measures.ts';
import { at } from './numbers.ts';

/** What is known of a page's blocks from their order alone: the same for pages and for extracted text. */
export interface FlowContext {
  readonly blocks: readonly Block[];
  readonly measures: readonly BlockMeasures[];
  readonly total: number;
  /** What the words of each block speak for. */
  readonly wordScores: Float64Array;
  /** Probability of each block to be the document's, from words and names alone. */
  readonly priors: Float64Array;
  /** Σ prior · size of all blocks. */
  readonly mass: number;
  /** Running sums, one longer than the blocks. */
  readonly sizeBefore: Float64Array;
  readonly massBefore: Float64Array;
  readonly proseSums: Float64Array;
  readonly linkSums: Float64Array;
  /** Index of the nearest block of the kind on either side, -1 if none. */
  readonly proseBefore: Int32Array;
  readonly proseAfter: Int32Array;
  readonly likelyBefore: Int32Array;
  readonly likelyAfter: Int32Array;
  readonly headingBefore: Int32Array;
  /** By block: how many blocks say the same, digits aside. */
  readonly copies: Int32Array;
  /** By block: how many other blocks begin with the same words. */
  readonly echoes: Int32Array;
}

/** From this prior on a block counts as likely. */
const LIKELY = 0.4;

/** Linear in the blocks. */
export function flowContext(
  blocks: readonly Block[],
  measures: readonly BlockMeasures[],
  wordScores: Float64Array,
  priors: Float64Array,
): FlowContext {
  const sizeBefore = runningSums(measures, ({ size }) => size);
  const massBefore = runningSums(measures, ({ size }, index) => size * at(priors, index));
  const isProse = (index: number): boolean => measures[index]?.isProse === true;
  const isLikely = (index: number): boolean => at(priors, index) > LIKELY;
  const isHeading = (index: number): boolean => blocks[index]?.kind === 'heading';
  const count = blocks.length;
  return {
    blocks,
    measures,
    wordScores,
    priors,
    total: at(sizeBefore, count),
    mass: at(massBefore, count),
    sizeBefore,
    massBefore,
    proseSums: runningSums(measures, (measure) => (measure.isProse ? measure.size : 0)),
    linkSums: runningSums(measures, ({ linkSize }) => linkSize),
    proseBefore: nearest(count, 1, isProse),
    proseAfter: nearest(count, -1, isProse),
    likelyBefore: nearest(count, 1, isLikely),
    likelyAfter: nearest(count, -1, isLikely),
    headingBefore: nearest(count, 1, isHeading),
    copies: countAlike(
      measures.map(({ text, digits }) => (digits > 0 ? text.replace(DIGITS, '0') : text)),
      1,
    ),
    echoes: countAlike(
      measures.map(({ text }) => openingOf(text)),
      0,
    ),
  };
}

function runningSums(
  measures: readonly BlockMeasures[],
  value: (measure: BlockMeasures, index: number) => number,
): Float64Array {
  const sums = new Float64Array(measures.length + 1);
  measures.forEach((measure, index) => {
    sums[index + 1] = at(sums, index) + value(measure, index);
  });
  return sums;
}

/** For each place the last one before it, in the direction of `step`, that `is` so. */
function nearest(count: number, step: 1 | -1, is: (index: number) => boolean): Int32Array {
  const found = new Int32Array(count);
  let last = -1;
  for (let done = 0; done < count; done += 1) {
    const index = step === 1 ? done : count - 1 - done;
    found[index] = last;
    if (is(index)) last = index;
  }
  return found;
}

const DIGITS = /\d+/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
/** So many letters in a row are not the same by chance. */
const OPENING = 12;

/** The first words of a block, '' if it is too short to tell: a summary often repeats how the text begins. */
function openingOf(text: string): string {
  if (text.length < OPENING) return '';
  let words = '';
  const end = Math.min(text.length, OPENING * 3);
  // Letters of ASCII are taken in runs; a text of other scripts is asked as a whole.
  let from = 0;
  for (let at = 0; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : 0;
    if (code >= 0x80) return cut(text.slice(0, end).replace(NOT_WORD, ''));
    if (isWordCode(code)) continue;
    if (at > from) words += text.slice(from, at);
    from = at + 1;
  }
  return cut(words);
}

const cut = (words: string): string => (words.length < OPENING ? '' : words.slice(0, OPENING));

/** Of ASCII: asking for letters of all scripts is dear, most texts need not. */
const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** How often each key occurs, itself counted as `own`; `own` for an empty one. */
function countAlike(keys: readonly string[], own: 0 | 1): Int32Array {
  /** Key → its number: each key is looked up once, its count is read by the number. */
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const alike = new Int32Array(keys.length).fill(-1);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    if (key === '') continue;
    let number = numbers.get(key);
    if (number === undefined) {
      number = counts.length;
      numbers.set(key, number);
      counts.push(own - 1);
    }
    counts[number] = (counts[number] ?? 0) + 1;
    alike[index] = number;
  }
  return alike.map((number) => (number < 0 ? own : (counts[number] ?? own)));
}
