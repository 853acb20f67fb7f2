import type { ElementTable } from '../dom/element-table.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { BlockMeasures } from './block-measures.ts';
import { at, atInt } from './numbers.ts';

/** Blocks of one kind of place: same tags and classes three elements up. */
export interface SignatureGroup {
  count: number;
  size: number;
  /** Sum of the blocks' priors, plain and by size. */
  prior: number;
  mass: number;
  readonly first: number;
  last: number;
}

/** The kind of place of each block, numbered as they come. */
export function signatureIndices(
  owners: readonly (PageElement | null)[],
  { classOf }: ElementTable,
): Int32Array {
  const tags = new Map<string, number>();
  const names = new Map<number, number>();
  const numbers = new Int32Array(classOf.length);
  /** Number of an element's tag and classes; 0 of nothing. */
  const nameOf = (element: PageElement | null): number => {
    if (!element) return 0;
    const read = numbers[element.index] ?? 0;
    if (read > 0) return read;
    const pair = pairOf(numberOf(tags, element.name), atInt(classOf, element.index));
    const number = 1 + numberOf(names, pair);
    numbers[element.index] = number;
    return number;
  };
  const pairs = new Map<number, number>();
  const known = new Map<number, number>();
  const indices = new Int32Array(owners.length);
  owners.forEach((owner, index) => {
    const up = owner ? parentElement(owner) : null;
    const pair = numberOf(pairs, pairOf(nameOf(owner), nameOf(up)));
    const upper = nameOf(up ? parentElement(up) : null);
    indices[index] = numberOf(known, pairOf(pair, upper));
  });
  return indices;
}

/** Which of the keys seen so far it is. */
export function numberOf<Key>(known: Map<Key, number>, key: Key): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, known.size);
  return known.size - 1;
}

/** More than a page has different names. */
const MANY = 2 ** 20;
/** One number for two. */
export const pairOf = (one: number, two: number): number => one * MANY + two;

/** What the blocks of each kind of place come to. */
export function signatureGroups(
  signatures: Int32Array,
  measures: readonly BlockMeasures[],
  priors: Float64Array,
): SignatureGroup[] {
  const groups: SignatureGroup[] = [];
  measures.forEach(({ size }, index) => {
    const prior = at(priors, index);
    const mass = prior * size;
    const group = groups[atInt(signatures, index)];
    if (group) {
      group.count += 1;
      group.size += size;
      group.prior += prior;
      group.mass += mass;
      group.last = index;
    } else groups.push({ count: 1, size, prior, mass, first: index, last: index });
  });
  return groups;
}
