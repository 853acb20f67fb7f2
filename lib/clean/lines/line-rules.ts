/**
 * Line rules: the blocks of the document in, less the frame lines of the page and the site's promotion out.
 * What a frame line says of the document becomes a fact; nothing leaves without a cut that names its reason.
 */
import type { Block } from '../block.ts';
import { htmlLines } from './html-lines.ts';
import type { LineContext, LineResult } from './line-facts.ts';
import { textLines } from './text-lines.ts';

export type { LineContext, LineFacts, LineResult } from './line-facts.ts';

/** Line rules of the genre: frame lines go or become facts, promotion inside a sentence is cut out. */
export function applyLineRules(blocks: readonly Block[], context: LineContext): LineResult {
  return context.kind === 'text' ? textLines(blocks) : htmlLines(blocks, context);
}
