import { ofClasses } from '../dom/element-table.ts';
import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { numberOf, pairOf } from './signature-groups.ts';
import type { TreeMeasures } from './tree-measures.ts';

/** One of several boxes of the same kind side by side: a card, a teaser, a post, a row. */
export interface RepeatedUnit {
  /** Boxes of this kind under the same parent. */
  readonly siblings: number;
  /** Which of them this is, from 0. */
  readonly position: number;
  readonly element: PageElement;
  /** Sums over all boxes of this kind under the parent. */
  readonly groupSize: number;
  readonly groupLinks: number;
  readonly groupProse: number;
  readonly withHeading: number;
}

const MIN_SIBLINGS = 3;
const NO_UNITS = new Set([
  'p',
  'span',
  'a',
  'br',
  'b',
  'strong',
  'em',
  'i',
  'td',
  'th',
  'img',
  'font',
  'h2',
  'h3',
  'h4',
]);

/** The outermost-but-nearest repeated box around each element that owns blocks; linear. */
export function repeatedUnits(
  { elements, table }: ParsedPage,
  tree: TreeMeasures,
): (RepeatedUnit | null)[] {
  const units: (RepeatedUnit | null)[] = new Array<RepeatedUnit | null>(elements.length).fill(null);
  const numbers = new Map<string, number>();
  const firstClass = ofClasses(table, (value) =>
    numberOf(numbers, FIRST_CLASS.exec(value)?.[1] ?? ''),
  );
  const kindOf = (element: PageElement): number =>
    pairOf(numberOf(numbers, element.name), firstClass(table.classOf[element.index] ?? 0));
  for (let index = 0; index < elements.length; index += 1) {
    units[index] ??= units[table.up[index] ?? -1] ?? null;
    const element = (tree.blocks[index] ?? 0) >= MIN_SIBLINGS ? elements[index] : undefined;
    if (element && element.elementCount >= MIN_SIBLINGS) {
      markChildren(element, tree, units, kindOf);
    }
  }
  return units;
}

function markChildren(
  parent: PageElement,
  tree: TreeMeasures,
  units: (RepeatedUnit | null)[],
  kindOf: (element: PageElement) => number,
): void {
  const groups = new Map<number, PageElement[]>();
  for (const child of parent.children) {
    if (!(child instanceof PageElement) || NO_UNITS.has(child.name)) continue;
    if ((tree.blocks[child.index] ?? 0) === 0) continue;
    const key = kindOf(child);
    const group = groups.get(key);
    if (group) group.push(child);
    else groups.set(key, [child]);
  }
  for (const group of groups.values()) {
    if (group.length < MIN_SIBLINGS) continue;
    const sum = (values: Float64Array): number =>
      group.reduce((total, { index }) => total + (values[index] ?? 0), 0);
    const shared = {
      siblings: group.length,
      groupSize: sum(tree.size),
      groupLinks: sum(tree.linkSize),
      groupProse: sum(tree.prose),
      withHeading: sum(tree.headings),
    };
    group.forEach((element, position) => {
      units[element.index] = { ...shared, position, element };
    });
  }
}

const FIRST_CLASS = /^\s*([^\s\d]+)/;
