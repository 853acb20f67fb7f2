import { withLead } from './half-known.ts';
import { markFit } from './mark-fit.ts';
import { FAR, type ShiftCell, saidBefore, sayingCell } from './shift-cell.ts';
import type { ShiftLine } from './shift-line.ts';
import { GUESS, PAIR_GONE } from './shift-prices.ts';

/** The trail of the waiting byte was dropped, or is the '?' or U+FFFD at `index`. */
export function droppedTrail(
  cell: ShiftCell,
  line: ShiftLine,
  index: number,
  { price, at, most }: { readonly price: number; readonly at: number; readonly most?: number },
): ShiftCell[] {
  const isLast = at >= line.items.length;
  const right = isLast || most !== undefined ? null : line.plain.slice(at, at + FAR);
  const around = { left: saidBefore(cell), right, isLast };
  return withLead(cell.pending)
    .slice(0, most)
    .map((unit) => {
      const fit = markFit(unit, around);
      const step = { price: price + GUESS + fit, item: index, guess: true };
      return sayingCell(cell, [unit], line.language, step);
    });
}

/** A pair may be dropped before each item, so only the most frequent characters are tried there. */
const LIKELIEST = 12;

/** A pair that is no character in public was dropped: a trail and the next lead are missing. */
export function droppedPair(
  cell: ShiftCell,
  line: ShiftLine,
  index: number,
  at: number,
): ShiftCell[] {
  return droppedTrail(cell, line, index, { price: PAIR_GONE, at, most: LIKELIEST }).map(
    (dangled) => ({
      ...dangled,
      state: 'missing',
    }),
  );
}
