import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { BlockMeasures } from './block-measures.ts';
import { CATEGORY_COUNT, categoryIndex, classReader, tagCategories } from './class-categories.ts';

/** Sums of the blocks under each element, and what its ancestors' names say. By element index. */
export interface TreeMeasures {
  readonly size: Float64Array;
  readonly linkSize: Float64Array;
  readonly prose: Float64Array;
  readonly blocks: Float64Array;
  readonly links: Float64Array;
  readonly shortBlocks: Float64Array;
  readonly headings: Float64Array;
  readonly depth: Uint16Array;
  /** Steps up to the nearest element of a category; FAR if there is none. */
  readonly distance: Uint8Array;
  /** Element index of the nearest ancestor with a name that speaks against the text, -1 if none. */
  readonly frame: Int32Array;
  readonly article: Uint8Array;
  readonly main: Uint8Array;
  /** Inside something hidden. */
  readonly hidden: Uint8Array;
}

export const FAR = 20;
/** Names that speak against the text inside. */
const FRAME_NAMES = [
  'navigation',
  'breadcrumb',
  'footer',
  'header',
  'sidebar',
  'comments',
  'related',
  'share',
  'advertisement',
  'meta',
  'author',
  'tags',
  'account',
  'pager',
] as const;
const FRAME_BITS = FRAME_NAMES.reduce((bits, name) => bits | (1 << categoryIndex(name)), 0);

/** Measures of all elements: one pass down for names, one pass up for sums. */
export function measureTree(
  page: ParsedPage,
  owners: readonly (PageElement | null)[],
  measures: readonly BlockMeasures[],
  headings: readonly boolean[],
): TreeMeasures {
  const count = page.elements.length;
  const tree = {
    size: new Float64Array(count),
    linkSize: new Float64Array(count),
    prose: new Float64Array(count),
    blocks: new Float64Array(count),
    links: new Float64Array(count),
    shortBlocks: new Float64Array(count),
    headings: new Float64Array(count),
    depth: new Uint16Array(count),
    distance: new Uint8Array(count * CATEGORY_COUNT),
    frame: new Int32Array(count).fill(-1),
    article: new Uint8Array(count),
    main: new Uint8Array(count),
    hidden: new Uint8Array(count),
  };
  readNames(page, tree);
  for (let index = 0; index < owners.length; index++) {
    const at = owners[index]?.index;
    const measure = measures[index];
    if (at === undefined || !measure) continue;
    tree.size[at] = (tree.size[at] ?? 0) + measure.size;
    tree.linkSize[at] = (tree.linkSize[at] ?? 0) + measure.linkSize;
    tree.prose[at] = (tree.prose[at] ?? 0) + (measure.isProse ? measure.size : 0);
    tree.blocks[at] = (tree.blocks[at] ?? 0) + 1;
    tree.links[at] = (tree.links[at] ?? 0) + measure.links;
    tree.shortBlocks[at] = (tree.shortBlocks[at] ?? 0) + (measure.size < 25 ? 1 : 0);
    tree.headings[at] = (tree.headings[at] ?? 0) + (headings[index] ? 1 : 0);
  }
  const sums = [
    tree.size,
    tree.linkSize,
    tree.prose,
    tree.blocks,
    tree.links,
    tree.shortBlocks,
    tree.headings,
  ];
  for (let index = count - 1; index > 0; index--) {
    const element = page.elements[index];
    const up = element ? parentElement(element)?.index : undefined;
    if (up === undefined || tree.blocks[index] === 0) continue;
    for (const sum of sums) sum[up] = (sum[up] ?? 0) + (sum[index] ?? 0);
  }
  return tree;
}

/** Passes categories down: a child is one step farther than its parent. */
function readNames(page: ParsedPage, tree: TreeMeasures): void {
  const categoriesOf = classReader();
  tree.distance.fill(FAR, 0, CATEGORY_COUNT);
  for (const element of page.elements) {
    const { index, name, attribs } = element;
    const parent = parentElement(element);
    if (!parent) continue;
    const up = parent.index;
    tree.depth[index] = (tree.depth[up] ?? 0) + 1;
    tree.article[index] = name === 'article' ? 1 : (tree.article[up] ?? 0);
    tree.main[index] = name === 'main' || attribs['role'] === 'main' ? 1 : (tree.main[up] ?? 0);
    tree.hidden[index] = page.sums.hidden[index] === 1 ? 1 : (tree.hidden[up] ?? 0);
    const from = up * CATEGORY_COUNT;
    const to = index * CATEGORY_COUNT;
    for (let category = 0; category < CATEGORY_COUNT; category++) {
      const step = (tree.distance[from + category] ?? FAR) + 1;
      tree.distance[to + category] = step < FAR ? step : FAR;
    }
    tree.frame[index] = tree.frame[up] ?? -1;
    if (name === 'body') continue; // its classes describe the page, not the text
    let bits = tagCategories(name, attribs['role']);
    const { class: classes, id } = attribs;
    if (classes !== undefined) bits |= categoriesOf(classes);
    if (id !== undefined) bits |= categoriesOf(id);
    if (bits === 0) continue;
    for (let category = 0; category < CATEGORY_COUNT; category++) {
      if (bits & (1 << category)) tree.distance[to + category] = 0;
    }
    if (bits & FRAME_BITS) tree.frame[index] = index;
  }
}
