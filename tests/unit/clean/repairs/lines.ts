import { type Block, blockText, type Span } from '#lib/clean/block.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { repairDamage } from '#lib/clean/repairs/repair-blocks.ts';
import type { RepairResult } from '#lib/clean/repairs/repair-result.ts';

/** The lines of blocks. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.map(blockText);
}

/** What repairDamage makes of a text, as text. */
export function mended(text: string): string {
  return linesOf(damageOf(text).blocks).join('\n');
}

export function damageOf(text: string): RepairResult {
  return repairDamage(textBlocks(text));
}

/** A paragraph of one line with these cells. */
export function aBlock(...cells: readonly (readonly Span[])[]): Block {
  return {
    kind: 'paragraph',
    level: 0,
    ordinal: null,
    cells,
    language: null,
    quoted: 0,
    group: 0,
    header: false,
    where: 'line:1',
    element: null,
  };
}
