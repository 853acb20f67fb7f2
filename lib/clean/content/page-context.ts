import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import type { BlockMeasures } from './block-measures.ts';
import { categoryBit } from './class-categories.ts';
import type { FlowContext } from './flow-context.ts';
import { type Boxes, boxesOf, type Meeting, meetingsWith } from './landmarks.ts';
import type { LikelyContent } from './likely-content.ts';
import { addAt, at, atInt, share } from './numbers.ts';
import type { PageHints } from './page-hints.ts';
import { type RepeatedUnit, repeatedUnits } from './repeated-units.ts';
import { type SignatureGroup, signatureGroups, signatureIndices } from './signature-groups.ts';
import { normalTitle, titleMatch } from './title-match.ts';
import type { TreeMeasures } from './tree-measures.ts';

export interface PageParts extends FlowContext {
  readonly page: ParsedPage;
  readonly owners: readonly (PageElement | null)[];
  /** Element index by block, -1 without an element. */
  readonly ownerIndices: Int32Array;
  readonly tree: TreeMeasures;
  readonly hints: PageHints;
  readonly likely: LikelyContent;
  /** What the names around each block speak for. */
  readonly nameScores: Float64Array;
}

/** What is computed once a page for all its blocks. */
export interface PageContext extends PageParts {
  readonly linkShare: number;
  readonly proseShare: number;
  readonly wideShare: number;
  /** The smallest element that still holds most of the page's prose. */
  readonly main: PageElement | null;
  readonly firstH1: number;
  /** Element of the first <h1>, or of the block that repeats the head's title. */
  readonly h1: PageElement | null;
  readonly boxes: Boxes;
  /** Where each element meets main prose, heading, and the three elements most probably the document's. */
  readonly meetings: readonly Meeting[];
  readonly title: string;
  /** The longest block of prose, -1 without prose. */
  readonly big: number;
  readonly signatures: Int32Array;
  readonly groups: readonly SignatureGroup[];
  readonly prices: number;
  /** Share of the text in places that come four times or more. */
  readonly repeats: number;
  readonly units: readonly (RepeatedUnit | null)[];
  readonly unitShare: number;
  readonly shares: readonly number[];
}

/** Categories whose share of the page tells its kind. */
export const PAGE_SHARES = [
  'navigation',
  'comments',
  'related',
  'product',
  'review',
  'item',
  'forum',
  'prose',
  'accordion',
  'content',
] as const;

const WIDE_WEIGHT = 2.5;
const MIN_REPEATS = 4;
const MAIN_SHARE = 0.6;
const MIN_TITLE_MATCH = 0.4;

/** What the features of all blocks of a page share, so that each is computed once; linear in blocks and elements. */
export function pageContext(parts: PageParts): PageContext {
  const { page, blocks, measures, owners, tree, likely, total, priors } = parts;
  const { proseSums, linkSums } = parts;
  const signatures = signatureIndices(owners, page.table);
  const groups = signatureGroups(signatures, measures, priors);
  const units = repeatedUnits(page, tree);
  const title = normalTitle(page.headTitle ?? '');
  const firstH1 = blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const sizeWhere = (test: (measure: BlockMeasures, index: number) => boolean): number =>
    measures.reduce((sum, measure, index) => (test(measure, index) ? sum + measure.size : sum), 0);
  const main = mainContainer(page, tree);
  const h1 = owners[firstH1 >= 0 ? firstH1 : titleBlock(parts, title)] ?? null;
  const landmarks = [main, h1, likely.half, likely.most, likely.best];
  return {
    ...parts,
    boxes: boxesOf(page, tree),
    meetings: landmarks.map((landmark) => meetingsWith(page.table, landmark)),
    linkShare: share(at(linkSums, blocks.length), total),
    proseShare: share(at(proseSums, blocks.length), total),
    wideShare: share(measures.reduce((sum, { wide }) => sum + wide, 0) * WIDE_WEIGHT, total),
    main,
    firstH1,
    h1,
    title,
    big: longestProse(measures),
    signatures,
    groups,
    prices: measures.filter(({ isPriced }) => isPriced).length,
    repeats: share(
      groups.reduce((sum, { count, size }) => (count >= MIN_REPEATS ? sum + size : sum), 0),
      total,
    ),
    units,
    unitShare: share(
      sizeWhere((_, index) => Boolean(units[owners[index]?.index ?? 0])),
      total,
    ),
    shares: categoryShares(parts, total),
  };
}

function longestProse(measures: readonly BlockMeasures[]): number {
  let longest = -1;
  measures.forEach(({ isProse, size }, index) => {
    if (isProse && size > (measures[longest]?.size ?? 0)) longest = index;
  });
  return longest;
}

function mainContainer(page: ParsedPage, tree: TreeMeasures): PageElement | null {
  let main = page.elements[0] ?? null;
  while (main) {
    const most = at(tree.prose, main.index) * MAIN_SHARE;
    if (most === 0) return main;
    const inner = main.children.find(
      (child) => child instanceof PageElement && at(tree.prose, child.index) > most,
    );
    if (!(inner instanceof PageElement)) return main;
    main = inner;
  }
  return null;
}

/** Where the head's title is repeated on the page; -1 if nowhere. */
function titleBlock({ measures, owners }: PageParts, title: string): number {
  let best = -1;
  let score = MIN_TITLE_MATCH;
  measures.forEach(({ text }, index) => {
    if (owners[index]?.name === 'title') return;
    const match = titleMatch(text, title);
    if (match > score) {
      best = index;
      score = match;
    }
  });
  return best;
}

function categoryShares({ measures, owners, tree }: PageParts, total: number): number[] {
  const sums = new Float64Array(PAGE_SHARES.length);
  const bits = PAGE_SHARES.map(categoryBit);
  measures.forEach(({ size }, index) => {
    const within = atInt(tree.within, owners[index]?.index ?? 0);
    for (let place = 0; place < bits.length; place += 1) {
      if (within & (bits[place] ?? 0)) addAt(sums, place, size);
    }
  });
  return [...sums].map((sum) => share(sum, total));
}
