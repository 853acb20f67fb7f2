import { type Block, blockText, editBlock } from '../block.ts';
import type { Range } from './page-breaks.ts';

/** The part of a block in a range of its text, at the block's place. */
export function pieceOf(block: Block, { from, to }: Range): Block {
  return editBlock(block, [
    { from: 0, to: from, insert: '' },
    { from: to, to: blockText(block).length, insert: '' },
  ]);
}

/** One block with the spans of all, in order; the first one's place. */
export function mergeBlocks(blocks: readonly Block[]): Block {
  const [first] = blocks;
  if (!first) throw new Error('nothing to merge');
  return { ...first, cells: [blocks.flatMap((block) => block.cells.flat())] };
}
