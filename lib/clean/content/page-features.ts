import type { Block } from '../block.ts';
import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { type BlockMeasures, measureBlock } from './block-measures.ts';
import { boxFeatures } from './features/box-features.ts';
import type { FeatureGroup } from './features/feature-group.ts';
import { meetingFeatures } from './features/meeting-features.ts';
import { nameFeatures } from './features/name-features.ts';
import { nearFeatures } from './features/near-features.ts';
import { ownFeatures } from './features/own-features.ts';
import { pageWideFeatures } from './features/page-wide-features.ts';
import { placeFeatures } from './features/place-features.ts';
import { unitFeatures } from './features/unit-features.ts';
import { openedSections, type Section } from './opened-sections.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { pageHints } from './page-hints.ts';
import { lineReader } from './text-categories.ts';
import { measureTree, type TreeMeasures } from './tree-measures.ts';

/** A page's blocks with all that is known about them. */
export interface PageFeatures {
  readonly blocks: readonly Block[];
  readonly measures: readonly BlockMeasures[];
  readonly owners: readonly (PageElement | null)[];
  readonly tree: TreeMeasures;
  readonly context: PageContext;
  /** The section a heading opened around each block. */
  readonly sections: readonly (Section | null)[];
  /** The features of a block; the array is the same for all and overwritten by the next call. */
  rowOf(index: number): Float32Array;
}

const GROUPS: readonly FeatureGroup[] = [
  ownFeatures,
  nameFeatures,
  boxFeatures,
  placeFeatures,
  nearFeatures,
  unitFeatures,
  meetingFeatures,
  pageWideFeatures,
];

/**
 * What a block is judged by, in the order of a row. Part of the learned model: the model file
 * carries the names and a test compares them.
 */
export const FEATURE_NAMES: readonly string[] = GROUPS.flatMap(({ names }) => names);

/** Features of all blocks of a page; linear in blocks and elements. */
export function pageFeatures(
  page: ParsedPage,
  blocks: readonly Block[],
  url: string | null,
): PageFeatures {
  const read = lineReader();
  const measures = blocks.map((block) => measureBlock(block, read));
  const owners = blocks.map(({ element }) => (element instanceof PageElement ? element : null));
  const tree = measureTree(page, blocks, owners, measures);
  const sections = openedSections(blocks, measures, owners);
  const hints = pageHints(page, url);
  const context = pageContext({ page, blocks, measures, owners, tree, sections, hints });
  return { blocks, measures, owners, tree, context, sections, rowOf: rowWriter(context) };
}

function rowWriter(context: PageContext): (index: number) => Float32Array {
  const row = new Float32Array(FEATURE_NAMES.length);
  let next = 0;
  const put = (value: number): void => {
    row[next] = value;
    next += 1;
  };
  return (index) => {
    const block = context.blocks[index];
    const measure = context.measures[index];
    next = 0;
    if (!block || !measure) return row.fill(0);
    const about = { index, block, measure, owner: context.owners[index] ?? null, context };
    for (const group of GROUPS) group.write(put, about);
    return row;
  };
}
