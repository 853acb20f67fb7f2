import { type PageElement, parentElement } from '../../dom/page-element.ts';
import type { Lexicon } from './lexicon.ts';
import { attributeIds, MAX_LEVELS, RANGES, rangedId, rangeOf, tagIds } from './name-ids.ts';

/** Attributes whose words say what an element holds. */
const NAMING = ['class', 'id', 'role', 'itemprop'] as const;

/** Reads names of one page: a tag or an attribute value that many elements have is read once. */
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
  const known = new Map<string, NameSums>();
  const remember = (key: string, ids: readonly number[]): NameSums => {
    const sums = sumsOf(ids, names);
    known.set(key, sums);
    return sums;
  };
  const partsOf = (element: PageElement): NameSums[] => {
    const tag = `<${element.name}`;
    const parts = [known.get(tag) ?? remember(tag, tagIds(element))];
    for (const attribute of NAMING) {
      const value = element.attribs[attribute];
      if (!value) continue;
      parts.push(known.get(value) ?? remember(value, attributeIds(value, categoriesOf(value))));
    }
    return parts;
  };
  const sums = new Float64Array(elements.length * RANGES);
  const counts = new Int32Array(elements.length).fill(-1);
  const read = (element: PageElement): void => {
    const { index } = element;
    let count = 0;
    for (const part of partsOf(element)) {
      count += part.ids.length;
      for (let range = 0; range < RANGES; range += 1) {
        const place = index * RANGES + range;
        sums[place] = (sums[place] ?? 0) + (part.sums[range] ?? 0);
      }
    }
    counts[index] = count;
  };
  return {
    idsFor(owner) {
      const ids: number[] = [];
      eachLevel(owner, (element, level) => {
        for (const part of partsOf(element)) {
          for (const id of part.ids) ids.push(id, rangedId(id, rangeOf(level)));
        }
      });
      return ids;
    },
    scoreFor(owner) {
      let sum = 0;
      let count = 0;
      eachLevel(owner, (element, level) => {
        const { index } = element;
        if ((counts[index] ?? 0) < 0) read(element);
        sum += sums[index * RANGES + rangeOf(level)] ?? 0;
        count += 2 * (counts[index] ?? 0);
      });
      return count > 0 ? sum / Math.sqrt(count) : 0;
    },
  };
}

/** Ids of one tag or attribute value, and the sum of their weights in each range. */
interface NameSums {
  readonly ids: readonly number[];
  readonly sums: readonly number[];
}

function sumsOf(ids: readonly number[], weights: Float32Array): NameSums {
  const sums = Array.from({ length: RANGES }, (_, range) =>
    ids.reduce((sum, id) => sum + (weights[id] ?? 0) + (weights[rangedId(id, range)] ?? 0), 0),
  );
  return { ids, sums };
}

/** The owner and what it is in, up to the body, whose names speak of the page and not of the text. */
function eachLevel(owner: PageElement, visit: (element: PageElement, level: number) => void): void {
  let element: PageElement | null = owner;
  for (let level = 0; element && level < MAX_LEVELS; level += 1) {
    if (element.name === 'body' || element.name === 'html') return;
    visit(element, level);
    element = parentElement(element);
  }
}
