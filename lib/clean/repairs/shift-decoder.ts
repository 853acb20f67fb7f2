/**
 * Finds where a line of GBK lost a byte, so that every later pair of bytes was read one byte off until
 * an ASCII byte set it right again, and what the line said. The most probable reading of the bytes is
 * found by a search (Viterbi) over three states: aligned; a lead byte is missing; shifted, with one byte
 * pending; and the last two characters said. The price of a reading is the price of its characters, each
 * behind the two before it (character-model.ts), plus the price of each accident.
 */
import { cheapest, cheapestCells } from './cheapest-cells.ts';
import { droppedPair, droppedTrail } from './dropped-trail.ts';
import { oddAhead } from './odd-ahead.ts';
import { isPunctuationAcross } from './punctuation-across.ts';
import { readItem } from './read-item.ts';
import { idleCell, type ShiftCell, startCell } from './shift-cell.ts';
import type { ShiftLine } from './shift-line.ts';
import { DANGLING, DANGLING_UNSEEN, LOSS, LOSS_EXPECTED, LOSS_EXPLAINED } from './shift-prices.ts';
import { type ShiftRun, shiftRuns } from './shift-runs.ts';

/** How many cells searches may still make; they are taken from it. A cell takes a third of a microsecond. */
export interface SearchBudget {
  left: number;
}

/** How a line reads. */
export interface ShiftReading {
  /** The stretches in which it differs from what stands there. */
  readonly runs: ShiftRun[];
  /** The budget lasted to the end of the line. */
  readonly complete: boolean;
}

/** The most probable reading of the line, as far as the budget reaches. */
export function decodeShifts(line: ShiftLine, budget: SearchBudget): ShiftReading {
  const ahead = oddAhead(line.items);
  let cells: ShiftCell[] = [startCell()];
  let index = 0;
  for (; index < line.items.length && budget.left > 0; index += 1) {
    const open = openLosses(cells, line, index, ahead[index] ?? false);
    const best = cheapest(open, 'shifted');
    const read = open.flatMap((cell) => readItem(cell, line, index, cell === best));
    budget.left -= open.length + read.length;
    cells = cheapestCells(read);
  }
  const complete = index === line.items.length;
  const [best, next] = (complete ? endsOf(cells, line) : cells)
    .map((cell) => ({ ...cell, cost: cell.cost + line.language.cost(cell, LINE_FEED) }))
    .sort((a, b) => a.cost - b.cost);
  if (!best) return { runs: [], complete };
  const rival = Math.min(best.rival, next ? next.cost - best.cost : Number.POSITIVE_INFINITY);
  return { runs: shiftRuns({ ...best, rival }, line), complete };
}

/** A line ends aligned, or with a trail that was dropped. */
function endsOf(cells: readonly ShiftCell[], line: ShiftLine): ShiftCell[] {
  const ends = cells.filter(({ state }) => state === 'aligned');
  const shifted = cheapest(cells, 'shifted');
  if (shifted) {
    ends.push(...droppedTrail(shifted, line, -1, { price: DANGLING, at: line.items.length }));
  }
  return ends;
}

const LINE_FEED = 0x0a;

/** Accidents that read no item: a byte is missing before the item, or a pair or a trail was dropped. */
function openLosses(
  cells: readonly ShiftCell[],
  line: ShiftLine,
  index: number,
  mayLose: boolean,
): ShiftCell[] {
  const result = [...cells];
  const item = line.items[index];
  if (!item) return result;
  const price = isPunctuationAcross(item) ? LOSS_EXPLAINED : line.expected ? LOSS_EXPECTED : LOSS;
  for (const cell of cells) {
    if (cell.state === 'aligned' && mayLose) {
      result.push({ ...idleCell(cell, price), state: 'missing' });
    }
  }
  const shifted = cheapest(cells, 'shifted');
  if (shifted) result.push(...dropsBefore(shifted, line, index));
  return cheapestCells(result);
}

/** A trail is dropped before ASCII, with its sign or silently; before another pair it would have joined it. */
function dropsBefore(cell: ShiftCell, line: ShiftLine, index: number): ShiftCell[] {
  const item = line.items[index];
  const pairs = droppedPair(cell, line, -1, index);
  if (item?.code !== 0) return pairs;
  const price = item.unit < 0x40 ? DANGLING : DANGLING_UNSEEN;
  return [...droppedTrail(cell, line, -1, { price, at: index }), ...pairs];
}
