import type { RepairEvent } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import type { CleanTrace } from '../clean-trace.ts';
import { editsBetween } from './edits-between.ts';
import { changePieces, type LivePiece, textNow, untouched } from './pieces.ts';

/**
 * The pieces of every block of the page, in page order: damage repaired, then cut by the content
 * selection, the line rules and the host's profile. What the layout repairs change is not in them.
 */
export function blockPieces({ source, all, damage, cuts }: CleanTrace): LivePiece[][] {
  const events = Map.groupBy(damage.events, ({ where }) => where);
  const jammers = Map.groupBy(damage.cuts, ({ block }) => block.where);
  const known = new Set(all);
  const first = Map.groupBy(cuts, ({ block }) => block);
  // the profile cuts what the line rules left of a block
  const later = Map.groupBy(
    cuts.filter(({ block }) => !known.has(block)),
    ({ block }) => block.where,
  );
  return source.map((block, index) => {
    const repaired = repairPieces(block, events.get(block.where) ?? []);
    const mended = all[index] ?? block;
    const pieces = cutPieces(repaired, jammers.get(block.where) ?? [], blockText(mended));
    const cut = withoutCuts(pieces, first.get(mended) ?? []);
    return cutPieces(cut, later.get(block.where) ?? []);
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

/** Without the cuts of a block that reads as the pieces do; with nothing to do if that is `after` already. */
function cutPieces(pieces: LivePiece[], cuts: readonly Cut[], after?: string): LivePiece[] {
  const text = textNow(pieces);
  if (text === after) return pieces;
  return withoutCuts(
    pieces,
    cuts.filter(({ block }) => blockText(block) === text),
  );
}

function withoutCuts(pieces: LivePiece[], cuts: readonly Cut[]): LivePiece[] {
  return cuts
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, reason, step }) => {
      return changePieces(done, [{ from, to, insert: '' }], { reason, step });
    }, pieces);
}
