import { type Block, blockText, type Cut, type Edit } from '../block.ts';
import type { CleanTrace } from '../clean-trace.ts';
import { editsBetween } from './edits-between.ts';
import { changePieces, type LivePiece, textNow } from './pieces.ts';

/**
 * The pieces after the layout repairs: they take page numbers out and join what these parted, over
 * the borders of blocks, so what they changed is told by comparing the whole text with the document's.
 */
export function layoutPieces(
  pieces: readonly LivePiece[][],
  { layout }: CleanTrace,
): LivePiece[][] {
  if (layout.events.length === 0 && layout.cuts.length === 0) return [...pieces];
  const texts = pieces.map(textNow);
  const before = texts.join('\n');
  const after = layout.blocks.map(blockText).join('\n');
  const edits = editsBetween(before, after);
  let start = 0;
  return pieces.map((own, index) => {
    const text = texts[index] ?? '';
    const end = start + text.length;
    const mine = edits.flatMap((edit) => inside(edit, start, end));
    start = end + 1;
    return mine.toReversed().reduce((done, edit) => {
      const cut = edit.to - edit.from === text.length ? pageLine(layout.cuts, text) : null;
      return changePieces(done, [edit], cut ?? { repair: 'page-breaks' });
    }, own);
  });
}

/** The part of an edit in `start`..`end`; an insertion belongs to the block it begins in. White space is layout. */
function inside(edit: Edit, start: number, end: number): Edit[] {
  const from = Math.max(start, edit.from);
  const to = Math.min(end, edit.to);
  if (to < from) return [];
  const begins = edit.from >= start && edit.from <= end;
  const insert = begins && edit.insert.trim() !== '' ? edit.insert.trim() : '';
  if (from === to && insert === '') return [];
  return [{ from: from - start, to: to - start, insert }];
}

function pageLine(cuts: readonly Cut[], text: string): Pick<Cut, 'reason' | 'step'> | null {
  const found = cuts.find(({ block }: { block: Block }) => blockText(block) === text);
  return found ? { reason: found.reason, step: found.step } : null;
}
