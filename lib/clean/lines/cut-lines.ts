import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut, editBlock } from '../block.ts';
import { findPromotions } from './promotion.ts';
import type { Line } from './scan-lines.ts';

const STEP = 'lines';

/** The whole block goes. */
export function cutBlock(block: Block, reason: RemovalReason): Cut {
  return { block, from: 0, to: blockText(block).length, step: STEP, reason };
}

/** Promotion inside the block's sentences goes, the sentences stay. */
export function cutPromotions(block: Block): { block: Block | null; cuts: Cut[] } {
  if (block.kind === 'code') return { block, cuts: [] };
  const edits = findPromotions(blockText(block));
  if (edits.length === 0) return { block, cuts: [] };
  const cuts = edits.map(
    ({ from, to }): Cut => ({ block, from, to, step: STEP, reason: 'promotion' }),
  );
  const rest = editBlock(block, edits);
  return { block: blockText(rest).trim() === '' ? null : rest, cuts };
}

/** Why a frame line goes. */
export function reasonOf(line: Line): RemovalReason {
  if (line.crumb) return 'breadcrumb';
  if (line.pager) return 'pager';
  if (line.lead) return 'download-prompt';
  if (line.meta) return 'metadata';
  return line.frame?.reason ?? 'boilerplate';
}
