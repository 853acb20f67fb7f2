import type { CleanInput, NoDocument } from '#lib/model/cleaning.ts';
import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { once } from '../once.ts';
import { bestThreshold } from './best-threshold.ts';
import model from './content-model.json' with { type: 'json' };
import { contentsEntries } from './contents-list.ts';
import { dropParts } from './drop-parts.ts';
import { isFolded } from './hidden-text.ts';
import { judgeTogether } from './judge-together.ts';
import { knownWidgets } from './known-widgets.ts';
import { advertisingBoxes, floatingOffers, isInside, subscriptionBoxes } from './labelled-boxes.ts';
import { mend } from './mend-choice.ts';
import { namedContents } from './named-contents.ts';
import { noDocument } from './no-document.ts';
import { addAt, at, atByte, atInt } from './numbers.ts';
import { type PageFeatures, pageFeatures } from './page-features.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { fixedReason, removalReason } from './removal-reason.ts';
import { type RuledParts, ruledParts } from './site-rules.ts';
import { keepTabs, type Tabs, tabsOf } from './tab-panes.ts';
import { plantForest, predict } from './tree-model.ts';
import { readLexicon } from './words/lexicon.ts';

/** The main content of the page, and everything else with the reason it is not part of it. */
export interface Selection {
  readonly kept: readonly Block[];
  readonly cuts: readonly Cut[];
  /** Blocks a reader of the page sees: all but the hidden and the controls. */
  readonly visible: readonly Block[];
  readonly kind: PageKind;
  /** 0..1: how clear the decision was. */
  readonly confidence: number;
  /** Why there is no document here; `kept` is then the best reading of a list, else empty. */
  readonly noDocument: NoDocument | null;
  readonly ruled: RuledParts | null;
}

/** The model, ready for use. */
const readModel = once(() => ({
  forest: plantForest(model),
  lexicon: readLexicon(model.lexicon),
}));

const STEP = 'content';
const NOTHING: ReadonlyMap<number, RemovalReason> = new Map();

/**
 * Judges each block by its features, keeps those that raise the expected F1 of the page, then
 * mends the outcome: gaps inside running text are filled, an empty reading is read again.
 */
export function selectContent(
  page: ParsedPage,
  blocks: readonly Block[],
  input: CleanInput,
): Selection {
  const features = pageFeatures(page, blocks, input.url, readModel().lexicon);
  const ruled = input.rules ? ruledParts(page, input.rules) : null;
  const tabs = tabsOf(page, features.tree.blocks);
  const fixed = fixedReasons(page, features, ruled, tabs);
  const probabilities = judge(features, fixed);
  judgeTogether(features, probabilities, fixed);
  const sizes = features.measures.map(({ size }) => size);
  const threshold = bestThreshold(probabilities, sizes);
  const isRuled = (index: number): boolean => {
    const owner = features.owners[index];
    return owner ? ruled?.isContent(owner) === true : false;
  };
  const hasRule = blocks.some((_, index) => isRuled(index));
  const chosen = blocks.map((_, index) =>
    hasRule ? isRuled(index) && !fixed[index] : at(probabilities, index) >= threshold,
  );
  const mended = hasRule
    ? chosen
    : keepTabs(features, tabs, mend(features, chosen, probabilities, fixed), fixed);
  const dropped = hasRule ? NOTHING : dropParts(features, mended);
  const kept = mended.map((isKept, index) => isKept && !dropped.has(index));
  const visible = blocks.map((_, index) => !fixed[index]);
  const nothing = hasRule ? null : noDocument(features, kept, visible, page.headTitle);
  const isEmpty = nothing !== null && nothing !== 'list-page';
  const cuts: Cut[] = [];
  blocks.forEach((block, index) => {
    if (kept[index] && !isEmpty) return;
    const reason = fixed[index] ?? dropped.get(index) ?? removalReason(features, index);
    cuts.push({ block, from: 0, to: blockText(block).length, step: STEP, reason });
  });
  return {
    kept: isEmpty ? [] : blocks.filter((_, index) => kept[index]),
    cuts,
    visible: blocks.filter((_, index) => visible[index]),
    kind: pageKind(features.context),
    confidence: clearness(probabilities, kept, sizes),
    noDocument: nothing,
    ruled,
  };
}

/** Judged one by one in each kind of place up to here; more of the kind take their mean. */
const MAX_ALIKE = 3000;

/** Probability of each block to be the document's. */
function judge(features: PageFeatures, fixed: readonly (RemovalReason | null)[]): Float64Array {
  const { forest } = readModel();
  const { signatures, groups } = features.context;
  const sums = new Float64Array(groups.length);
  const counts = new Float64Array(groups.length);
  const probabilities = new Float64Array(features.blocks.length);
  for (let index = 0; index < probabilities.length; index += 1) {
    if (fixed[index]) continue;
    const group = atInt(signatures, index);
    if (at(counts, group) >= MAX_ALIKE) {
      probabilities[index] = at(sums, group) / at(counts, group);
      continue;
    }
    const probability = predict(forest, features.rowOf(index));
    addAt(sums, group, probability);
    addAt(counts, group, 1);
    probabilities[index] = probability;
  }
  return probabilities;
}

/** Reasons that need no judgement: rules of the source, controls, drawings, hidden text. */
function fixedReasons(
  page: ParsedPage,
  features: PageFeatures,
  ruled: RuledParts | null,
  tabs: readonly Tabs[],
): (RemovalReason | null)[] {
  const { owners, tree } = features;
  const { hidden } = page.sums;
  const advertising = [...advertisingBoxes(features), ...floatingOffers(page, features)];
  const subscriptions = [...subscriptionBoxes(page, features)];
  const widgets = knownWidgets(page);
  const contents = new Set([...contentsEntries(page, features), ...namedContents(features)]);
  return owners.map((owner, index) => {
    if (!owner) return null;
    const widget = widgets[owner.index];
    if (widget) return widget;
    if (contents.has(index)) return 'navigation';
    if (ruled?.isRemoved(owner)) return 'site-rule';
    if (advertising.some((box) => isInside(owner, box))) return 'advertisement';
    if (subscriptions.some((box) => isInside(owner, box))) return 'subscribe';
    const isHidden = atByte(tree.hidden, owner.index) === 1 && !isFolded(owner, hidden, tree, tabs);
    return fixedReason(owner, isHidden, owner === page.textBox);
  });
}

/** Mean certainty of the decisions, by size: 1 if every probability was 0 or 1. */
function clearness(
  probabilities: Float64Array,
  kept: readonly boolean[],
  sizes: readonly number[],
): number {
  let expected = 0;
  let hit = 0;
  let taken = 0;
  sizes.forEach((size, index) => {
    const mass = at(probabilities, index) * size;
    expected += mass;
    if (!kept[index]) return;
    hit += mass;
    taken += size;
  });
  return taken + expected > 0 ? Math.min(1, (2 * hit) / (taken + expected)) : 0;
}
