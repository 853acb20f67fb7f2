import type { ShiftCell } from './shift-cell.ts';

/** How many cells of one state are followed. Those of a start told apart by two characters are about a hundred. */
const WIDTH = { aligned: 16, missing: 2, shifted: 16 } as const;
/** Nats by which a cell may be dearer than the cheapest: more than a loss and a rare character cost behind one another. */
const HOPELESS = 17;
/** Bits of a number of the model: two of them are a whole number of 32 bits, which is found sooner than larger ones. */
const NUMBER = 13;
const LOW = (1 << NUMBER) - 1;
const STATES = ['aligned', 'missing', 'shifted'] as const;

/**
 * Of cells from which the same may follow at the same price the cheapest, with the margin to the next; of
 * those the cheapest of each state.
 */
export function cheapestCells(cells: readonly ShiftCell[]): ShiftCell[] {
  if (cells.length < 2) return [...cells];
  let least = Number.POSITIVE_INFINITY;
  for (const { cost } of cells) if (cost < least) least = cost;
  const limit = least + HOPELESS;
  const groups = new Map<number, Map<number, ShiftCell>>();
  for (const cell of cells) {
    if (cell.cost > limit) continue;
    const group = (STATES.indexOf(cell.state) << 8) | cell.pending;
    const known = groups.get(group) ?? new Map<number, ShiftCell>();
    if (known.size === 0) groups.set(group, known);
    const key = ((cell.before & LOW) << NUMBER) | (cell.last & LOW);
    const other = known.get(key);
    known.set(key, other ? merged(cell, other) : cell);
  }
  const found = [...groups.values()].flatMap((known) => [...known.values()]);
  return STATES.flatMap((state) => {
    const same = found.filter((cell) => cell.state === state);
    if (same.length <= WIDTH[state]) return same;
    return same.sort((a, b) => a.cost - b.cost).slice(0, WIDTH[state]);
  });
}

function merged(one: ShiftCell, two: ShiftCell): ShiftCell {
  const [best, next] = one.cost <= two.cost ? [one, two] : [two, one];
  const rival = next.cost - best.cost;
  return rival < best.rival ? { ...best, rival } : best;
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
