import type { Element } from 'domhandler';
import type { Removal, RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from './block.ts';
import { once } from './once.ts';

/** What was cut, in the order of the page, and how many pieces went for each reason. */
export interface ListedRemovals {
  /** Written when they are first asked for: who only wants the document pays nothing for them. */
  readonly removals: () => readonly Removal[];
  /** Reasons in the order the page first gives them. */
  readonly counts: Readonly<Partial<Record<RemovalReason, number>>>;
}

/** `all` are the blocks of the page in its order; cuts of one block keep the order they were made in. */
export function listRemovals(all: readonly Block[], cuts: readonly Cut[]): ListedRemovals {
  const places = placesOf(all, cuts);
  return {
    removals: once(() => removalsOf(cuts, places)),
    counts: countsOf(cuts, places),
  };
}

/** The place of each cut's block on the page: of blocks that have one path, the first one's. */
function placesOf(all: readonly Block[], cuts: readonly Cut[]): Int32Array {
  // An element has one path and is sooner looked up than it.
  const order = new Map<Element | Block['where'], number>();
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const block = all[index];
    if (block) order.set(block.element ?? block.where, index);
  }
  return Int32Array.from(cuts, ({ block }) => order.get(block.element ?? block.where) ?? 0);
}

function countsOf(cuts: readonly Cut[], places: Int32Array): ListedRemovals['counts'] {
  const found = new Map<RemovalReason, { count: number; first: number; cut: number }>();
  for (const [index, { reason }] of cuts.entries()) {
    const place = places[index] ?? 0;
    const known = found.get(reason);
    if (!known) found.set(reason, { count: 1, first: place, cut: index });
    else {
      known.count += 1;
      if (place < known.first) {
        known.first = place;
        known.cut = index;
      }
    }
  }
  const counts: Partial<Record<RemovalReason, number>> = {};
  const sorted = [...found].sort(([, a], [, b]) => a.first - b.first || a.cut - b.cut);
  for (const [reason, { count }] of sorted) counts[reason] = count;
  return counts;
}

function removalsOf(cuts: readonly Cut[], places: Int32Array): Removal[] {
  return cuts
    .map((cut, index) => ({ cut, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ cut: { block, from, to, step, reason } }) => ({
      step,
      reason,
      text: blockText(block).slice(from, to),
      where: block.where,
    }));
}
