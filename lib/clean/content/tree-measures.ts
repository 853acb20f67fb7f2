import type { Block } from '../block.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { BlockMeasures } from './block-measures.ts';
import { CATEGORY_COUNT, categoryIndex, classReader, tagCategories } from './class-categories.ts';
import { addAt, at } from './numbers.ts';

/** Sums of the blocks under each element, and what its ancestors' names say. By element index. */
export interface TreeMeasures {
  readonly size: Float64Array;
  readonly linkSize: Float64Array;
  readonly prose: Float64Array;
  readonly blocks: Float64Array;
  readonly links: Float64Array;
  readonly shortBlocks: Float64Array;
  readonly headings: Float64Array;
  readonly depth: Float64Array;
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
  blocks: readonly Block[],
  owners: readonly (PageElement | null)[],
  measures: readonly BlockMeasures[],
): TreeMeasures {
  const tree = emptyMeasures(page.elements.length);
  const reader = nameReader(tree);
  for (const element of page.elements) {
    const parent = parentElement(element);
    if (parent) reader(element, parent.index, page.sums.hidden);
  }
  measures.forEach((measure, index) => {
    const owner = owners[index]?.index;
    if (owner === undefined) return;
    addAt(tree.size, owner, measure.size);
    addAt(tree.linkSize, owner, measure.linkSize);
    if (measure.isProse) addAt(tree.prose, owner, measure.size);
    addAt(tree.blocks, owner, 1);
    addAt(tree.links, owner, measure.links);
    if (measure.size < SHORT_BLOCK) addAt(tree.shortBlocks, owner, 1);
    if (blocks[index]?.kind === 'heading') addAt(tree.headings, owner, 1);
  });
  sumUp(page, tree);
  return tree;
}

const SHORT_BLOCK = 25;

function emptyMeasures(count: number): TreeMeasures {
  const distance = new Uint8Array(count * CATEGORY_COUNT);
  distance.fill(FAR, 0, CATEGORY_COUNT);
  return {
    size: new Float64Array(count),
    linkSize: new Float64Array(count),
    prose: new Float64Array(count),
    blocks: new Float64Array(count),
    links: new Float64Array(count),
    shortBlocks: new Float64Array(count),
    headings: new Float64Array(count),
    depth: new Float64Array(count),
    distance,
    frame: new Int32Array(count).fill(-1),
    article: new Uint8Array(count),
    main: new Uint8Array(count),
    hidden: new Uint8Array(count),
  };
}

/** Children come after their parents, so one pass from the end adds everything up. */
function sumUp(page: ParsedPage, tree: TreeMeasures): void {
  const { size, linkSize, prose, blocks, links, shortBlocks, headings } = tree;
  const sums = [size, linkSize, prose, blocks, links, shortBlocks, headings];
  for (let index = page.elements.length - 1; index > 0; index--) {
    const element = page.elements[index];
    const up = element && at(blocks, index) > 0 ? parentElement(element) : null;
    if (up) for (const sum of sums) addAt(sum, up.index, at(sum, index));
  }
}

/** Passes names down: what is near a parent is one step farther from its child. */
function nameReader(
  tree: TreeMeasures,
): (element: PageElement, up: number, hidden: Uint8Array) => void {
  const categoriesOf = classReader();
  const bitsOf = ({ name, attribs }: PageElement): number => {
    if (name === 'body') return 0; // its classes describe the page, not the text
    const { class: classes, id } = attribs;
    let bits = tagCategories(name, attribs['role']);
    if (classes !== undefined) bits |= categoriesOf(classes);
    if (id !== undefined) bits |= categoriesOf(id);
    return bits;
  };
  return (element, up, hidden) => {
    const { index, name, attribs } = element;
    tree.depth[index] = at(tree.depth, up) + 1;
    tree.article[index] = name === 'article' ? 1 : at(tree.article, up);
    tree.main[index] = name === 'main' || attribs['role'] === 'main' ? 1 : at(tree.main, up);
    tree.hidden[index] = at(hidden, index) || at(tree.hidden, up);
    const bits = bitsOf(element);
    passDown(tree.distance, up * CATEGORY_COUNT, index * CATEGORY_COUNT, bits);
    tree.frame[index] = bits & FRAME_BITS ? index : (tree.frame[up] ?? -1);
  };
}

function passDown(distance: Uint8Array, from: number, to: number, bits: number): void {
  for (let category = 0; category < CATEGORY_COUNT; category++) {
    const near = distance[from + category] ?? FAR;
    distance[to + category] = (bits >> category) & 1 ? 0 : near < FAR ? near + 1 : FAR;
  }
}
