import { type PageElement, parentElement } from '../../dom/page-element.ts';
import { at } from '../numbers.ts';
import type { Lexicon } from './lexicon.ts';
import { attributeIds, MAX_LEVELS, RANGES, rangedId, rangeOf, tagIds } from './name-ids.ts';

/** Attributes whose words say what an element holds. */
const NAMING = ['class', 'id', 'role', 'itemprop'] as const;

/** Reads names of one page: an attribute value that many elements have is read once. */
export interface NameReader {
  /** All ids that count for a block of this element, its ancestors' included: what the lexicon is trained on. */
  idsFor(owner: PageElement): number[];
  /** The score of those ids: their weights' sum by the root of their number. */
  scoreFor(owner: PageElement): number;
}

/** `categoriesOf` gives the bits of class-categories for an attribute value. */
export function nameReader(
  elements: readonly PageElement[],
  categoriesOf: (names: string) => number,
  { names }: Lexicon,
): NameReader {
  const known = new Map<string, readonly number[]>();
  const idsOf = (value: string): readonly number[] => {
    const before = known.get(value);
    if (before) return before;
    const ids = attributeIds(value, categoriesOf(value));
    known.set(value, ids);
    return ids;
  };
  const elementIds = (element: PageElement): number[] => {
    const ids = [...tagIds(element)];
    for (const attribute of NAMING) {
      const value = element.attribs[attribute];
      if (value) for (const id of idsOf(value)) ids.push(id);
    }
    return ids;
  };
  const sums = new Float64Array(elements.length * RANGES);
  const counts = new Int32Array(elements.length).fill(-1);
  const sumsOf = ({ index }: PageElement): number => {
    if (at(counts, index) >= 0) return index;
    const element = elements[index];
    const ids = element ? elementIds(element) : [];
    counts[index] = ids.length;
    for (const id of ids) {
      const plain = at(names, id);
      for (let range = 0; range < RANGES; range += 1) {
        const place = index * RANGES + range;
        sums[place] = at(sums, place) + plain + at(names, rangedId(id, range));
      }
    }
    return index;
  };
  return {
    idsFor(owner) {
      const ids: number[] = [];
      forEachLevel(owner, (element, level) => {
        for (const id of elementIds(element)) ids.push(id, rangedId(id, rangeOf(level)));
      });
      return ids;
    },
    scoreFor(owner) {
      let sum = 0;
      let count = 0;
      forEachLevel(owner, (element, level) => {
        const index = sumsOf(element);
        sum += at(sums, index * RANGES + rangeOf(level));
        count += 2 * at(counts, index);
      });
      return count > 0 ? sum / Math.sqrt(count) : 0;
    },
  };
}

/** The owner and what it is in, up to the body, whose names speak of the page and not of the text. */
function forEachLevel(
  owner: PageElement,
  visit: (element: PageElement, level: number) => void,
): void {
  let level = 0;
  for (
    let element: PageElement | null = owner;
    element && level < MAX_LEVELS;
    element = parentElement(element)
  ) {
    if (element.name === 'body' || element.name === 'html') return;
    visit(element, level);
    level += 1;
  }
}
