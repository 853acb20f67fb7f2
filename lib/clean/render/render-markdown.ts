import { type Block, blockText } from '../block.ts';

/** The document as safe Markdown: no raw HTML, no link but http(s) and mailto. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}
