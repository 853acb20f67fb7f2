import type { ShiftCell } from './shift-cell.ts';

/** How many cells of one state are followed. Those of a start told apart by two characters are about a hundred. */
const WIDTH = { aligned: 6, missing: 2, shifted: 24 } as const;
/** Nats by which a cell may be dearer than the cheapest: more than a loss and a rare character cost. */
const HOPELESS = 24;
const NUMBERS = 0x10000;

/**
 * Of cells from which the same may follow at the same price the cheapest, with the margin to the next; of
 * those the cheapest of each state.
 */
export function cheapestCells(cells: readonly ShiftCell[]): ShiftCell[] {
  if (cells.length < 2) return [...cells];
  let least = Number.POSITIVE_INFINITY;
  for (const { cost } of cells) if (cost < least) least = cost;
  const limit = least + HOPELESS;
  const byState = { aligned: new Map(), missing: new Map(), shifted: new Map() } as const;
  for (const cell of cells) {
    if (cell.cost > limit) continue;
    const known: Map<number, ShiftCell> = byState[cell.state];
    const key = (cell.pending * NUMBERS + cell.before) * NUMBERS + cell.last;
    const other = known.get(key);
    if (!other) known.set(key, cell);
    else known.set(key, merged(cell, other));
  }
  return (['aligned', 'missing', 'shifted'] as const).flatMap((state) => {
    const found: ShiftCell[] = [...byState[state].values()];
    if (found.length <= WIDTH[state]) return found;
    return found.sort((a, b) => a.cost - b.cost).slice(0, WIDTH[state]);
  });
}

function merged(one: ShiftCell, two: ShiftCell): ShiftCell {
  const [best, next] = one.cost <= two.cost ? [one, two] : [two, one];
  return { ...best, rival: Math.min(best.rival, next.cost - best.cost) };
}

/** The cheapest of the cells in a state. */
export function cheapest(
  cells: readonly ShiftCell[],
  state: ShiftCell['state'],
): ShiftCell | undefined {
  let best: ShiftCell | undefined;
  for (const cell of cells) {
    if (cell.state === state && (best === undefined || cell.cost < best.cost)) best = cell;
  }
  return best;
}
