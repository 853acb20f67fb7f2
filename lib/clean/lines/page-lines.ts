/**
 * The lines between the pages of a printed file are no part of the course from frame to document and back: numbers and
 * running titles look like the frame's, with text of the document on both sides. A text is judged without them, and
 * without what says nothing: the images of Markdown.
 */
import { type Block, blockText } from '../block.ts';
import { cutBlock } from './cut-lines.ts';
import type { LineResult } from './line-facts.ts';

/** The blocks less those whose text is one of `lines`, and those without any. */
export function withoutPageLines(
  blocks: readonly Block[],
  lines: ReadonlySet<string>,
): readonly Block[] {
  return hasBetween(blocks, lines) ? blocks.filter((block) => !isBetween(block, lines)) : blocks;
}

function hasBetween(blocks: readonly Block[], lines: ReadonlySet<string>): boolean {
  return lines.size > 0 || blocks.some((block) => isBetween(block, lines));
}

function isBetween(block: Block, lines: ReadonlySet<string>): boolean {
  const text = blockText(block);
  return text === '' || lines.has(text);
}

/**
 * What was judged without them with those that stand between two blocks of the document: the repair of the layout
 * joins the pages there. The others are cut.
 */
export function withPageLines(
  all: readonly Block[],
  { blocks, cuts, facts }: LineResult,
  lines: ReadonlySet<string>,
): LineResult {
  if (!hasBetween(all, lines)) return { blocks, cuts, facts };
  const kept = new Map(blocks.map((block) => [block.where, block]));
  const last = all.findLastIndex(({ where }) => kept.has(where));
  const joined: Block[] = [];
  const left: Block[] = [];
  for (const [index, block] of all.entries()) {
    const own = kept.get(block.where);
    if (own) joined.push(own);
    else if (!isBetween(block, lines)) continue;
    else if (joined.length > 0 && index < last) joined.push(block);
    else left.push(block);
  }
  return {
    blocks: joined,
    cuts: [
      ...cuts,
      ...left.map((block) =>
        cutBlock(block, lines.has(blockText(block)) ? 'page-number' : 'boilerplate'),
      ),
    ],
    facts,
  };
}
