import type { Block } from '../block.ts';
import { ofClasses } from '../dom/element-table.ts';
import type { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { BlockMeasures } from './block-measures.ts';
import { categoryBit } from './class-categories.ts';
import { addAt, at, atByte, atInt } from './numbers.ts';
import { tagCategories } from './tag-categories.ts';

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
  /** Bits of CLASS_CATEGORIES: of its own names, and of those around it too. */
  readonly named: Int32Array;
  readonly within: Int32Array;
  /** Element index of the nearest ancestor with a name that speaks against the text, -1 if none. */
  readonly frame: Int32Array;
  /** Inside something hidden. */
  readonly hidden: Uint8Array;
}

/** Names that speak against the text inside. */
const FRAME_BITS = (
  [
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
  ] as const
).reduce((bits, name) => bits | categoryBit(name), 0);

const SHORT_BLOCK = 25;

/** Measures of all elements: one pass down for names, one pass up for sums. */
export function measureTree(
  page: ParsedPage,
  blocks: readonly Block[],
  owners: readonly (PageElement | null)[],
  measures: readonly BlockMeasures[],
  categoriesOf: (names: string) => number,
): TreeMeasures {
  const { up, classOf } = page.table;
  const ofClass = ofClasses(page.table, categoriesOf);
  const tree = emptyMeasures(page.elements.length);
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
  sumUp(up, tree);
  for (let index = 0; index < up.length; index += 1) {
    const parent = atInt(up, index);
    if (parent < 0) continue;
    tree.depth[index] = at(tree.depth, parent) + 1;
    tree.hidden[index] = atByte(page.sums.hidden, index) || atByte(tree.hidden, parent);
    let bits = 0;
    // The names of an element without blocks matter to nobody, the body's classes describe the page, not the text.
    const element = at(tree.blocks, index) > 0 ? page.elements[index] : undefined;
    if (element && element.name !== 'body') {
      bits = ownNames(element, categoriesOf) | ofClass(atInt(classOf, index));
    }
    tree.named[index] = bits;
    tree.within[index] = bits | atInt(tree.within, parent);
    tree.frame[index] = bits & FRAME_BITS ? index : atInt(tree.frame, parent);
  }
  return tree;
}

function emptyMeasures(count: number): TreeMeasures {
  return {
    size: new Float64Array(count),
    linkSize: new Float64Array(count),
    prose: new Float64Array(count),
    blocks: new Float64Array(count),
    links: new Float64Array(count),
    shortBlocks: new Float64Array(count),
    headings: new Float64Array(count),
    depth: new Float64Array(count),
    named: new Int32Array(count),
    within: new Int32Array(count),
    frame: new Int32Array(count).fill(-1),
    hidden: new Uint8Array(count),
  };
}

/** Children come after their parents, so one pass from the end adds everything up. */
function sumUp(ups: Int32Array, tree: TreeMeasures): void {
  const { size, linkSize, prose, blocks, links, shortBlocks, headings } = tree;
  const sums = [size, linkSize, prose, blocks, links, shortBlocks, headings];
  for (let index = ups.length - 1; index > 0; index--) {
    const up = at(blocks, index) > 0 ? atInt(ups, index) : -1;
    if (up < 0) continue;
    for (let place = 0; place < sums.length; place += 1) {
      const sum = sums[place];
      if (sum) sum[up] = at(sum, up) + at(sum, index);
    }
  }
}

/** What tag, role and id say. */
function ownNames(element: PageElement, categoriesOf: (names: string) => number): number {
  const { name, held } = element;
  if (held.length === 0) return tagCategories(name, undefined);
  const id = element.attribute('id');
  const bits = tagCategories(name, element.attribute('role'));
  return id === undefined ? bits : bits | categoriesOf(id);
}
