import { type Block, blockText } from '../block.ts';

/** The document as plain text: a block a line, cells joined by tabs. */
export function renderText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}
