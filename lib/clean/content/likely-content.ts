import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { FlowContext } from './flow-context.ts';
import { addAt, at, atInt } from './numbers.ts';

/**
 * Where in the tree the document probably is, judged from words and names alone. What a block brings to
 * an element is its prior, the probability to be the document's, times its size.
 */
export interface LikelyContent {
  /** By element: Σ prior · size of the blocks in it. */
  readonly mass: Float64Array;
  /** By element: expected F1 if the document were exactly what is in it. */
  readonly f1: Float64Array;
  /** By element: the highest expected F1 of it and what is around it. */
  readonly around: Float64Array;
  /** The element with the highest expected F1. */
  readonly best: PageElement | null;
  /** The innermost element on the way down that still holds half of the mass, and four fifths. */
  readonly half: PageElement | null;
  readonly most: PageElement | null;
}

const HALF = 0.5;
const MOST = 0.8;

/** `size` is the sum of block sizes by element. */
export function likelyContent(
  page: ParsedPage,
  { measures, priors, mass: total }: FlowContext,
  owners: readonly (PageElement | null)[],
  size: Float64Array,
): LikelyContent {
  const mass = new Float64Array(page.elements.length);
  measures.forEach((measure, index) => {
    const owner = owners[index];
    if (owner) addAt(mass, owner.index, at(priors, index) * measure.size);
  });
  for (let index = page.elements.length - 1; index > 0; index -= 1) {
    const own = at(mass, index);
    if (own > 0) addAt(mass, atInt(page.table.up, index), own);
  }
  const f1 = mass.map((own, index) => (own > 0 ? (2 * own) / (at(size, index) + total) : 0));
  return {
    mass,
    f1,
    around: highestAround(page.table.up, f1),
    best: page.elements[indexOfLargest(f1)] ?? null,
    half: descend(page, mass, total * HALF),
    most: descend(page, mass, total * MOST),
  };
}

function highestAround(ups: Int32Array, f1: Float64Array): Float64Array {
  const around = f1.slice();
  for (let index = 0; index < f1.length; index += 1) {
    const up = atInt(ups, index);
    if (up >= 0) around[index] = Math.max(at(f1, index), at(around, up));
  }
  return around;
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
    const inner = element.children.find(
      (child) => child instanceof PageElement && at(mass, child.index) > least,
    );
    if (!(inner instanceof PageElement)) break;
    element = inner;
  }
  return element;
}
