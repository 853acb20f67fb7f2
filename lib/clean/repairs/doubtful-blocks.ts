/** Which blocks hold characters that were lost, or restored by a guess: sets of their `where`. */
import { type Block, blockText } from '../block.ts';
import { LINE_BREAK } from './edit-lines.ts';
import { lineSigns, SIGN } from './line-signs.ts';
import { LOST } from './mojibake.ts';
import type { ShiftPass } from './shift-repair.ts';

/** Notes the blocks in which lost characters were guessed or not found. */
export function noteDoubts(
  blocks: readonly Block[],
  { repair }: ShiftPass,
  { damagedAt, guessedAt }: Record<'damagedAt' | 'guessedAt', Set<string>>,
): void {
  for (const block of blocks) {
    if (block.kind === 'code') continue;
    for (const line of blockText(block).split(LINE_BREAK)) {
      const { guessed, unresolved } = repair(line);
      if (guessed) guessedAt.add(block.where);
      if (unresolved) damagedAt.add(block.where);
    }
  }
}

/** Notes the blocks that hold what is left of lost bytes after all repairs. */
export function noteLost(blocks: readonly Block[], damagedAt: Set<string>): void {
  for (const block of blocks) if (isLost(block)) damagedAt.add(block.where);
}

/** Private-use characters beyond this share of Chinese text are a font's secret or lost bytes; alone they are icons. */
const MAX_PRIVATE = 0.005;
const MIN_CHINESE = 10;
const PRIVATE = /[\ue000-\uf8ff]/g;
const HAN = /[\u4e00-\u9fff]/g;

function isLost(block: Block): boolean {
  if (block.kind === 'code') return false;
  const text = blockText(block);
  const { bits } = lineSigns(text);
  if ((bits & SIGN.chinese) === 0) return false;
  if ((bits & SIGN.broken) === 0) return LOST.test(text);
  if (text.includes('\ufffd')) return true;
  const chinese = text.match(HAN)?.length ?? 0;
  const hidden = text.match(PRIVATE)?.length ?? 0;
  return chinese >= MIN_CHINESE && hidden > chinese * MAX_PRIVATE;
}
