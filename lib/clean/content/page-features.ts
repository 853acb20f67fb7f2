import type { Block } from '../block.ts';
import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { type BlockMeasures, measureBlock } from './block-measures.ts';
import { classReader } from './class-reader.ts';
import { boxFeatures } from './features/box-features.ts';
import { type FeatureGroup, rowWriter } from './features/feature-group.ts';
import { meetingFeatures } from './features/meeting-features.ts';
import { nearFeatures } from './features/near-features.ts';
import { markupFeatures, textFeatures } from './features/own-features.ts';
import { pageWideFeatures } from './features/page-wide-features.ts';
import { placeFeatures } from './features/place-features.ts';
import { priorFeatures } from './features/prior-features.ts';
import { unitFeatures } from './features/unit-features.ts';
import { flowContext } from './flow-context.ts';
import { likelyContent } from './likely-content.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { pageHints } from './page-hints.ts';
import { measureTree, type TreeMeasures } from './tree-measures.ts';
import type { Lexicon } from './words/lexicon.ts';
import { nameReader } from './words/name-scores.ts';
import { wordScorer } from './words/word-score.ts';

/** A page's blocks with all that is known about them. */
export interface PageFeatures {
  readonly blocks: readonly Block[];
  readonly measures: readonly BlockMeasures[];
  readonly owners: readonly (PageElement | null)[];
  readonly tree: TreeMeasures;
  readonly context: PageContext;
  /** The features of a block; the array is the same for all and overwritten by the next call. */
  rowOf(index: number): Float32Array;
}

const GROUPS: readonly FeatureGroup[] = [
  priorFeatures,
  textFeatures,
  markupFeatures,
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
  lexicon: Lexicon,
): PageFeatures {
  const measures = blocks.map(measureBlock);
  const owners = blocks.map(({ element }) => (element instanceof PageElement ? element : null));
  const categoriesOf = classReader();
  const tree = measureTree(page, blocks, owners, measures, categoriesOf);
  const { scoreFor } = nameReader(page, categoriesOf, lexicon);
  const nameScores = new Float64Array(blocks.length);
  owners.forEach((owner, index) => {
    if (owner) nameScores[index] = scoreFor(owner);
  });
  const scoreOf = wordScorer(lexicon);
  const wordScores = new Float64Array(blocks.length);
  measures.forEach(({ text }, index) => {
    wordScores[index] = scoreOf(text);
  });
  const priors = wordScores.map((score, index) =>
    sigmoid(score + (nameScores[index] ?? 0) + lexicon.bias),
  );
  const flow = flowContext(blocks, measures, wordScores, priors);
  const likely = likelyContent(page, flow, owners, tree.size);
  const hints = pageHints(page, url);
  const ownerIndices = new Int32Array(blocks.length);
  owners.forEach((owner, index) => {
    ownerIndices[index] = owner?.index ?? -1;
  });
  const parts = { ...flow, page, owners, ownerIndices, tree, hints, likely, nameScores };
  const context = pageContext(parts);
  return { blocks, measures, owners, tree, context, rowOf: rowWriter(GROUPS, context) };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
