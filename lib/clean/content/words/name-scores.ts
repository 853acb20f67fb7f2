import { ofClasses } from '../../dom/element-table.ts';
import { type PageElement, parentElement } from '../../dom/page-element.ts';
import type { ParsedPage } from '../../dom/parse-page.ts';
import type { Lexicon } from './lexicon.ts';
import { attributeIds, MAX_LEVELS, RANGES, rangedId, rangeOf, tagIds } from './name-ids.ts';

/** Attributes whose words say what an element holds. */
const OTHER_NAMING = ['id', 'role', 'itemprop'] as const;
const NAMING = ['class', ...OTHER_NAMING] as const;

/** Reads names of one page: a tag or an attribute value that many elements have is read once. */
export interface NameReader {
  /** All ids that count for a block of this element, its ancestors' included: what the lexicon is trained on. */
  idsFor(owner: PageElement): number[];
  /** The score of those ids: their weights' sum by the root of their number. */
  scoreFor(owner: PageElement): number;
}

/** `categoriesOf` gives the bits of class-categories for an attribute value. */
export function nameReader(
  { elements, table }: ParsedPage,
  categoriesOf: (names: string) => number,
  { names }: Lexicon,
): NameReader {
  const tags = new Map<string, NameSums>();
  const values = new Map<string, NameSums>();
  const ofTag = (element: PageElement): NameSums => {
    const known = tags.get(element.name);
    if (known) return known;
    const read = sumsOf(tagIds(element), names);
    tags.set(element.name, read);
    return read;
  };
  const ofValue = (value: string): NameSums => {
    const known = values.get(value);
    if (known) return known;
    const read = sumsOf(attributeIds(value, categoriesOf(value)), names);
    values.set(value, read);
    return read;
  };
  const ofClass = ofClasses(table, ofValue);
  const sums = new Float64Array(elements.length * RANGES);
  const counts = new Int32Array(elements.length).fill(-1);
  const add = (index: number, part: NameSums): void => {
    const place = index * RANGES;
    for (let range = 0; range < RANGES; range += 1) {
      sums[place + range] = (sums[place + range] ?? 0) + (part.sums[range] ?? 0);
    }
    counts[index] = (counts[index] ?? 0) + part.ids.length;
  };
  const read = (element: PageElement): void => {
    const { index } = element;
    counts[index] = 0;
    add(index, ofTag(element));
    if (element.held.length === 0) return;
    const number = table.classOf[index] ?? 0;
    if (number > 0) add(index, ofClass(number));
    for (const attribute of OTHER_NAMING) {
      const value = element.attribute(attribute);
      if (value) add(index, ofValue(value));
    }
  };
  return {
    idsFor(owner) {
      const ids: number[] = [];
      let level = 0;
      for (let at = named(owner); at && level < MAX_LEVELS; at = named(parentElement(at))) {
        const parts = NAMING.flatMap((name) => at?.attribute(name) || []).map(ofValue);
        for (const part of [ofTag(at), ...parts]) {
          for (const id of part.ids) ids.push(id, rangedId(id, rangeOf(level)));
        }
        level += 1;
      }
      return ids;
    },
    scoreFor(owner) {
      let sum = 0;
      let count = 0;
      let level = 0;
      for (let at = named(owner); at && level < MAX_LEVELS; at = named(parentElement(at))) {
        const { index } = at;
        if ((counts[index] ?? 0) < 0) read(at);
        sum += sums[index * RANGES + rangeOf(level)] ?? 0;
        count += 2 * (counts[index] ?? 0);
        level += 1;
      }
      return count > 0 ? sum / Math.sqrt(count) : 0;
    },
  };
}

/** Ids of one tag or attribute value, and the sum of their weights in each range. */
interface NameSums {
  readonly ids: readonly number[];
  readonly sums: Float64Array;
}

function sumsOf(ids: readonly number[], weights: Float32Array): NameSums {
  const sums = new Float64Array(RANGES);
  for (let range = 0; range < RANGES; range += 1) {
    let sum = 0;
    for (const id of ids) {
      sum += weights[id] ?? 0;
      sum += weights[rangedId(id, range)] ?? 0;
    }
    sums[range] = sum;
  }
  return { ids, sums };
}

/** The element, up to the body, whose names speak of the page and not of the text. */
function named(element: PageElement | null): PageElement | null {
  return element && element.name !== 'body' && element.name !== 'html' ? element : null;
}
