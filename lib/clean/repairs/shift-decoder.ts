/**
 * Finds where a line of GBK lost a byte, so that every later pair of bytes was read one byte off until
 * an ASCII byte set it right again, and what the line said. The most probable reading of the bytes is
 * found by dynamic programming (Viterbi) over three states: aligned; a lead byte is missing; shifted,
 * with one byte pending. The price of a reading is the price of its characters (character-cost.ts) plus
 * the price of each accident. Damaged and undamaged text differ by several nats a character.
 */
import { droppedPair, droppedTrail } from './dropped-trail.ts';
import type { Item } from './gbk-items.ts';
import { oddAhead } from './odd-ahead.ts';
import { isPunctuationAcross } from './punctuation-across.ts';
import { readItem } from './read-item.ts';
import { idleCell, SHIFT_STATES, type ShiftCell, startCell } from './shift-cell.ts';
import { DANGLING, DANGLING_UNSEEN, LOSS, LOSS_EXPECTED, LOSS_EXPLAINED } from './shift-prices.ts';
import { type ShiftRun, shiftRuns } from './shift-runs.ts';

/** The most probable reading of the items, as the runs in which it differs from what stands there. */
export function decodeShifts(
  items: readonly Item[],
  { halfWidth, expected }: { readonly halfWidth: boolean; readonly expected: boolean },
): ShiftRun[] {
  const lossPrice = expected ? LOSS_EXPECTED : LOSS;
  const ahead = oddAhead(items);
  let cells: ShiftCell[] = [startCell()];
  for (const [index, item] of items.entries()) {
    const open = openLosses(cells, item, ahead[index] ? lossPrice : null);
    cells = prune(open.flatMap((cell) => readItem(cell, items, index, halfWidth)));
  }
  const ends = cells.flatMap((cell) => {
    if (cell.state === 'aligned') return [cell];
    return cell.state === 'shifted' ? droppedTrail(cell, -1, DANGLING) : [];
  });
  const best = prune(ends)[0];
  return best ? shiftRuns(best, items) : [];
}

/** The cheapest cell of each state. */
function prune(cells: readonly ShiftCell[]): ShiftCell[] {
  if (cells.length < 2) return [...cells];
  return SHIFT_STATES.flatMap((state) => {
    let best: ShiftCell | null = null;
    for (const cell of cells) {
      if (cell.state === state && (best === null || cell.cost < best.cost)) best = cell;
    }
    return best ? [best] : [];
  });
}

/** Accidents that read no item: a byte is missing before the item, or a pair or a trail was dropped. */
function openLosses(
  cells: readonly ShiftCell[],
  item: Item,
  lossPrice: number | null,
): ShiftCell[] {
  const result = [...cells];
  for (const cell of cells) {
    if (cell.state === 'shifted') result.push(...dropsBefore(cell, item));
    if (cell.state !== 'aligned' || lossPrice === null) continue;
    const price = isPunctuationAcross(item) ? LOSS_EXPLAINED : lossPrice;
    result.push({ ...idleCell(cell, price), state: 'missing' });
  }
  return prune(result);
}

/** A trail is dropped before ASCII, with its sign or silently; before another pair it would have joined it. */
function dropsBefore(cell: ShiftCell, item: Item): ShiftCell[] {
  if (item.code !== 0) return droppedPair(cell, -1);
  const price = item.unit < 0x40 ? DANGLING : DANGLING_UNSEEN;
  return [...droppedTrail(cell, -1, price), ...droppedPair(cell, -1)];
}
