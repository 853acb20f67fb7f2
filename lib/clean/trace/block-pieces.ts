import type { RepairEvent } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import type { CleanTrace } from '../clean-trace.ts';
import { editsBetween } from './edits-between.ts';
import { changePieces, type LivePiece, textNow, untouched } from './pieces.ts';

/**
 * The pieces of every block of the page, in page order: damage repaired, then cut by the content
 * selection and the line rules. What the layout repairs change is not in them.
 */
export function blockPieces({ source, all, damage, selection, lines }: CleanTrace): LivePiece[][] {
  const events = Map.groupBy(damage.events, ({ where }) => where);
  const jammers = Map.groupBy(damage.cuts, ({ block }) => block.where);
  const cuts = Map.groupBy([...selection.cuts, ...lines.cuts], ({ block }) => block);
  return source.map((block, index) => {
    const repaired = repairPieces(block, events.get(block.where) ?? []);
    const mended = all[index] ?? block;
    const pieces = cutPieces(repaired, jammers.get(block.where) ?? [], blockText(mended));
    return (cuts.get(mended) ?? [])
      .toSorted((a, b) => b.from - a.from)
      .reduce((done, { from, to, reason, step }) => {
        return changePieces(done, [{ from, to, insert: '' }], { reason, step });
      }, pieces);
  });
}

/** Each event holds the whole text before and after: they chain from the text as fetched. */
function repairPieces(block: Block, events: readonly RepairEvent[]): LivePiece[] {
  let pieces = untouched(blockText(block));
  for (const { repair, before, after } of events) {
    if (textNow(pieces) !== before) continue; // of another block of the same element
    pieces = changePieces(pieces, editsBetween(before, after), { repair });
  }
  return pieces;
}

function cutPieces(pieces: LivePiece[], cuts: readonly Cut[], after: string): LivePiece[] {
  const text = textNow(pieces);
  if (text === after) return pieces;
  const own = cuts.filter(({ block }) => blockText(block) === text);
  return own
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, reason, step }) => {
      return changePieces(done, [{ from, to, insert: '' }], { reason, step });
    }, pieces);
}
