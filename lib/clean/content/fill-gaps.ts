import type { RemovalReason } from '#lib/model/removal.ts';
import { parentElement } from '../dom/page-element.ts';
import { isLike, paragraphOf } from './heading-box.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny, type TextCategory } from './text-categories.ts';

/** What a line inside running text must not say to be filled in. */
export const FRAME_WORDS: readonly TextCategory[] = [
  'related',
  'comments',
  'share',
  'subscribe',
  'copyright',
  'login',
  'more',
  'advertisement',
  'cart',
  'cookie',
  'pager',
  'tags',
  'skip',
  'breadcrumb',
  'editor',
];
/** A longer stretch is a part of its own and was judged as such. */
const MAX_GAP = 3;
const MIN_PROBABILITY = 0.12;
/** 回执, 附表二: the heading of a part to be filled in, whatever form it stands in. */
const PART = /^(?:回\s?[执執条條]|附\s?[表件录錄]\s?[一二三四五六七八九十\d]{0,2}|报\s?名\s?表)$/u;
/** 附件1：报名表.doc: what an office attaches stands above its name and the date, and is a link. */
const ATTACHED = /^附件\s?[\d一二三四五六七八九十]{0,2}\s?[:：]/u;

/**
 * Keeps short stretches between two kept blocks of the same box: numbered headings, signatures,
 * one-line paragraphs. A stretch with links or with words of the page's frame stays out.
 */
export function fillGaps(
  features: PageFeatures,
  chosen: readonly boolean[],
  probabilities: Float64Array,
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const kept = [...chosen];
  let before = -1;
  chosen.forEach((isChosen, index) => {
    if (!isChosen) return;
    const gap = gapBetween(features, before, index).filter((inner) => !fixed[inner]);
    if (gap.every((inner) => isText(features, inner, at(probabilities, inner)))) {
      for (const inner of gap) kept[inner] = true;
    }
    before = index;
  });
  keepLast(features, kept, probabilities, fixed);
  return kept;
}

/** From this share of Han on, the last paragraph of a page is seldom the site's: other pages end with terms in prose. */
export const HAN_PAGE = 0.3;
/** A last paragraph that the model of blocks takes for one by this much. */
const LIKELY = 0.2;

/** A sentence in an element of its own right below the last of what is kept, in a box of its own like the one above. */
function keepLast(
  features: PageFeatures,
  kept: boolean[],
  probabilities: Float64Array,
  fixed: readonly (RemovalReason | null)[],
): void {
  const last = kept.lastIndexOf(true);
  const next = last + 1;
  const isSentence = features.measures[next]?.isProse && features.context.wideShare >= HAN_PAGE;
  if (last < 0 || fixed[next] || !isSentence) return;
  const [above, below] = [paragraphOf(features, last), paragraphOf(features, next)];
  if (!above || !below || below === features.owners[next] || !isLike(above, below)) return;
  if (isText(features, next, at(probabilities, next), LIKELY)) kept[next] = true;
}

/** The blocks between two blocks of one box, none if there are too many or there is no such box. */
function gapBetween(features: PageFeatures, before: number, after: number): number[] {
  const length = after - before - 1;
  if (before < 0 || length < 1 || length > MAX_GAP) return [];
  const box = boxOf(features, before);
  if (box === null || box !== boxOf(features, after)) return [];
  return Array.from({ length }, (_, offset) => before + 1 + offset);
}

function boxOf({ owners }: PageFeatures, index: number): number | null {
  const owner = owners[index];
  return owner ? (parentElement(owner)?.index ?? null) : null;
}

function isText(
  { measures }: PageFeatures,
  index: number,
  probability: number,
  least = MIN_PROBABILITY,
): boolean {
  const { links = 0, text = '' } = measures[index] ?? {};
  if (text.startsWith('附件') && ATTACHED.test(text)) return true;
  const isLikely = probability >= least || PART.test(text);
  return links === 0 && isLikely && !saysAny(text, FRAME_WORDS);
}
