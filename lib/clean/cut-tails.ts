import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut, editBlock } from './block.ts';

/** The blocks without what stands from these places on, and what was cut. */
export function cutTails(
  blocks: readonly Block[],
  places: ReadonlyMap<Block, number>,
  step: Cut['step'],
  reason: RemovalReason,
): { readonly blocks: readonly Block[]; readonly cuts: readonly Cut[] } {
  const cuts: Cut[] = [];
  const rest = blocks.map((block) => {
    const from = places.get(block);
    if (from === undefined) return block;
    const to = blockText(block).length;
    cuts.push({ block, from, to, step, reason });
    return editBlock(block, [{ from, to, insert: '' }]);
  });
  return { blocks: rest, cuts };
}
