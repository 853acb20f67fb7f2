import type { RemovalReason } from '#lib/model/removal.ts';
import type { PageElement } from '../dom/page-element.ts';
import { FRAME_WORDS } from './fill-gaps.ts';
import { headingBox, isLike } from './heading-box.ts';
import { isInside } from './labelled-boxes.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny } from './text-categories.ts';

/** A heading is a line. */
const MAX_SIZE = 40;
/** Blocks between two parts beside each other. */
const TWIN_REACH = 60;

/**
 * Keeps headings between kept blocks: what opens a kept part is the document's, whatever it says (用料, 小贴士, FAQ).
 * The part begins right below the heading, inside the heading's box, and the box has kept text above, too, or a box of
 * its kind beside it has its heading kept: the first heading of a box may be the site's.
 */
export function keepInnerHeadings(
  features: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const kept = [...chosen];
  let above = -1;
  chosen.forEach((isChosen, index) => {
    if (isChosen) above = index;
    else if (!fixed[index] && isInner(features, { above, index, below: index + 1 }, chosen)) {
      kept[index] = true;
    }
  });
  return kept;
}

interface Place {
  /** The last kept block above the heading, -1 if there is none. */
  readonly above: number;
  readonly index: number;
  readonly below: number;
}

function isInner(
  features: PageFeatures,
  { above, index, below }: Place,
  chosen: readonly boolean[],
): boolean {
  const { blocks, measures, owners } = features;
  if (blocks[index]?.kind !== 'heading' || above < 0 || chosen[below] !== true) return false;
  const { links = 0, size = 0, text = '' } = measures[index] ?? {};
  if (links > 0 || size === 0 || size > MAX_SIZE || blocks[below]?.kind === 'heading') return false;
  const box = headingBox(features, index);
  const first = owners[above];
  const next = owners[below];
  if (!box || !first || !next || !isInside(next, box)) return false;
  if (!isInside(first, box) && !hasTwin(features, index, box, chosen)) return false;
  return !saysAny(text, FRAME_WORDS);
}

/** 译文 is kept in a box of the same kind beside it: so is 注释. */
function hasTwin(
  features: PageFeatures,
  index: number,
  box: PageElement,
  chosen: readonly boolean[],
): boolean {
  const { blocks } = features;
  const isTwin = (other: number): boolean => {
    if (blocks[other]?.kind !== 'heading' || blocks[other]?.level !== blocks[index]?.level)
      return false;
    const otherBox = headingBox(features, other);
    return otherBox !== null && otherBox !== box && isLike(otherBox, box);
  };
  const from = Math.max(0, index - TWIN_REACH);
  return chosen.slice(from, index + TWIN_REACH).some((isChosen, offset) => {
    const other = from + offset;
    return isChosen && other !== index && isTwin(other);
  });
}
