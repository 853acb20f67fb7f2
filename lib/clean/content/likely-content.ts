import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { BlockMeasures } from './block-measures.ts';
import { addAt, at } from './numbers.ts';

/**
 * Where the document probably is, judged from words and names alone. Each block's prior is the
 * probability to be the document's; what it brings to an element is its size times that.
 */
export interface LikelyContent {
  /** By block. */
  readonly priors: Float64Array;
  /** By element: Σ prior · size of the blocks in it. */
  readonly mass: Float64Array;
  readonly total: number;
  /** By element: expected F1 if the document were exactly what is in it. */
  readonly f1: Float64Array;
  /** The element with the highest expected F1. */
  readonly best: PageElement | null;
  /** The innermost element on the way down that still holds half of the mass, and four fifths. */
  readonly half: PageElement | null;
  readonly most: PageElement | null;
  /** By block, one longer: running sums of mass. */
  readonly massBefore: Float64Array;
  /** By block: the nearest likely block before and after, -1 if none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

const HALF = 0.5;
const MOST = 0.8;
/** From this prior on a block counts as likely. */
const LIKELY = 0.4;

/** `size` is the sum of block sizes by element. */
export function likelyContent(
  page: ParsedPage,
  priors: Float64Array,
  measures: readonly BlockMeasures[],
  owners: readonly (PageElement | null)[],
  size: Float64Array,
): LikelyContent {
  const mass = new Float64Array(page.elements.length);
  const massBefore = new Float64Array(priors.length + 1);
  for (let index = 0; index < priors.length; index += 1) {
    const own = at(priors, index) * (measures[index]?.size ?? 0);
    const owner = owners[index];
    if (owner) addAt(mass, owner.index, own);
    massBefore[index + 1] = at(massBefore, index) + own;
  }
  for (let index = page.elements.length - 1; index > 0; index -= 1) {
    const own = at(mass, index);
    const up = own > 0 ? page.elements[index]?.parent : null;
    if (up instanceof PageElement) addAt(mass, up.index, own);
  }
  const total = at(massBefore, priors.length);
  const f1 = mass.map((own, index) => (own > 0 ? (2 * own) / (at(size, index) + total) : 0));
  return {
    priors,
    mass,
    total,
    f1,
    best: page.elements[indexOfLargest(f1)] ?? null,
    half: descend(page, mass, total * HALF),
    most: descend(page, mass, total * MOST),
    massBefore,
    before: nearestLikely(priors, 1),
    after: nearestLikely(priors, -1),
  };
}

function indexOfLargest(values: Float64Array): number {
  let largest = 0;
  for (let index = 1; index < values.length; index += 1) {
    if (at(values, index) > at(values, largest)) largest = index;
  }
  return largest;
}

/** Down from the root as long as a child holds more than `least`. */
function descend(page: ParsedPage, mass: Float64Array, least: number): PageElement | null {
  let element = page.elements[0] ?? null;
  while (element && least > 0) {
    const inner: PageElement | undefined = element.children.find(
      (child) => child instanceof PageElement && at(mass, child.index) > least,
    ) as PageElement | undefined;
    if (!inner) break;
    element = inner;
  }
  return element;
}

function nearestLikely(priors: Float64Array, step: 1 | -1): Int32Array {
  const nearest = new Int32Array(priors.length);
  let last = -1;
  for (let count = 0; count < priors.length; count += 1) {
    const index = step === 1 ? count : priors.length - 1 - count;
    nearest[index] = last;
    if (at(priors, index) > LIKELY) last = index;
  }
  return nearest;
}
