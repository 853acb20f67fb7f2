import type { Removal, RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from './block.ts';

/** What was cut, in the order of the page, and how many pieces went for each reason. */
export interface ListedRemovals {
  readonly removals: readonly Removal[];
  readonly counts: Readonly<Partial<Record<RemovalReason, number>>>;
}

/** `all` are the blocks of the page in its order; cuts of one block keep the order they were made in. */
export function listRemovals(all: readonly Block[], cuts: readonly Cut[]): ListedRemovals {
  const order = new Map<Block['where'], number>();
  for (let index = all.length - 1; index >= 0; index -= 1)
    order.set(all[index]?.where ?? '', index);
  const places = cuts.map((cut) => ({ cut, place: order.get(cut.block.where) ?? 0 }));
  places.sort((a, b) => a.place - b.place);
  const counts: Partial<Record<RemovalReason, number>> = {};
  const removals = places.map(({ cut: { block, from, to, step, reason } }) => {
    counts[reason] = (counts[reason] ?? 0) + 1;
    return { step, reason, text: blockText(block).slice(from, to), where: block.where };
  });
  return { removals, counts };
}
