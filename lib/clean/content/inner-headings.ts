import type { RemovalReason } from '#lib/model/removal.ts';
import { parentElement } from '../dom/page-element.ts';
import { FRAME_WORDS } from './fill-gaps.ts';
import { isInside } from './labelled-boxes.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny } from './text-categories.ts';

/** A heading is a line. */
const MAX_SIZE = 40;

/**
 * Keeps headings between kept blocks: what opens a kept part is the document's, whatever it says (用料, 小贴士, FAQ).
 * The part begins right below the heading, inside the heading's box, and the box has kept text above, too:
 * the first heading of a box may be the site's.
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
  { blocks, measures, owners }: PageFeatures,
  { above, index, below }: Place,
  chosen: readonly boolean[],
): boolean {
  if (blocks[index]?.kind !== 'heading' || above < 0 || chosen[below] !== true) return false;
  const { links = 0, size = 0, text = '' } = measures[index] ?? {};
  if (links > 0 || size === 0 || size > MAX_SIZE || blocks[below]?.kind === 'heading') return false;
  const owner = owners[index];
  const box = owner ? parentElement(owner) : null;
  const first = owners[above];
  const next = owners[below];
  if (!box || !first || !next || !isInside(first, box) || !isInside(next, box)) return false;
  return !saysAny(text, FRAME_WORDS);
}
