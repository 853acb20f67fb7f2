import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut, editBlock } from '../block.ts';
import type { Line } from './scan-lines.ts';

const STEP = 'lines';

/** The whole block goes. */
export function cutBlock(block: Block, reason: RemovalReason): Cut {
  return { block, from: 0, to: blockText(block).length, step: STEP, reason };
}

/** Promotion inside the block's sentences goes, the sentences stay. */
export function cutPromotions({ block, promotions }: Line): { block: Block | null; cuts: Cut[] } {
  if (promotions.length === 0) return { block, cuts: [] };
  const cuts = promotions.map(
    ({ from, to, reason = 'promotion' }): Cut => ({ block, from, to, step: STEP, reason }),
  );
  const rest = editBlock(block, promotions);
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
