import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import type { CleanInput } from '../clean-input.ts';
import { PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { type PageFeatures, pageFeatures } from './block-features.ts';
import model from './content-model.json' with { type: 'json' };
import { fixedReason, removalReason } from './removal-reason.ts';
import { plantForest, predict } from './tree-model.ts';

export type PageKind =
  | 'article'
  | 'forum'
  | 'documentation'
  | 'product'
  | 'collection'
  | 'listing'
  | 'service';

/** The main content of the page, and everything else with the reason it is not part of it. */
export interface Selection {
  readonly kept: readonly Block[];
  readonly cuts: readonly Cut[];
  readonly kind: PageKind;
  /** 0..1: how clear the decision was. */
  readonly confidence: number;
}

const FOREST = plantForest(model);
const STEP = 'content';

export function selectContent(
  page: ParsedPage,
  blocks: readonly Block[],
  input: CleanInput,
): Selection {
  const features = pageFeatures(page, blocks, input.url);
  const probabilities = predict(FOREST, features.values);
  const kept: Block[] = [];
  const cuts: Cut[] = [];
  const cut = (block: Block, reason: RemovalReason): void => {
    cuts.push({ block, from: 0, to: blockText(block).length, step: STEP, reason });
  };
  blocks.forEach((block, index) => {
    const owner = features.owners[index] ?? null;
    const fixed = fixedReason(owner, owner !== null && features.tree.hidden[owner.index] === 1);
    if (fixed) cut(block, fixed);
    else if ((probabilities[index] ?? 0) >= 0.4) kept.push(block);
    else cut(block, removalReason(features, features.sections[index] ?? null, index));
  });
  return { kept, cuts, kind: 'article', confidence: 0.5 };
}
