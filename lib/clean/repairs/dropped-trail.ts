import { withLead } from './half-known.ts';
import { likelyCharacters } from './likely-characters.ts';
import { idleCell, type ShiftCell } from './shift-cell.ts';
import { GUESS, PAIR_GONE } from './shift-prices.ts';

/** The trail of the waiting byte was dropped, or is the '?' or U+FFFD at `index`. */
export function droppedTrail(cell: ShiftCell, index: number, price: number): ShiftCell[] {
  const said = likelyCharacters(cell.said, withLead(cell.pending));
  if (!said) return [];
  return [
    {
      ...idleCell(cell, price + GUESS + said.cost),
      item: index,
      state: 'aligned',
      units: said.units,
      guess: true,
      said: said.units[0] ?? 0,
    },
  ];
}

/** A pair that is no character in public was dropped: a trail and the next lead are missing. */
export function droppedPair(cell: ShiftCell, index: number): ShiftCell[] {
  return droppedTrail(cell, index, PAIR_GONE).map((dangled) => ({ ...dangled, state: 'missing' }));
}
