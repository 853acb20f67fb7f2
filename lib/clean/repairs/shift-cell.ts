/** Aligned; a lead byte is missing; shifted, with one byte pending. */
export type ShiftState = 'aligned' | 'missing' | 'shifted';

export const SHIFT_STATES: readonly ShiftState[] = ['aligned', 'missing', 'shifted'];

/** One step of a path: from `previous` to this cell, reading one item or none. */
export interface ShiftCell {
  readonly cost: number;
  readonly state: ShiftState;
  /** The byte that waits for its trail; 0 unless shifted. */
  readonly pending: number;
  readonly previous: ShiftCell | null;
  /** The item read, -1 if the step read none. */
  readonly item: number;
  /** Characters the step says; several = open choice, most probable first. */
  readonly units: readonly number[];
  /** An ASCII character said after them, or 0. */
  readonly ascii: number;
  readonly guess: boolean;
  /** The last character said. */
  readonly said: number;
}

/** Where every path begins. */
export function startCell(): ShiftCell {
  return {
    cost: 0,
    state: 'aligned',
    pending: 0,
    previous: null,
    item: -1,
    units: [],
    ascii: 0,
    guess: false,
    said: 0,
  };
}

/** A step from `cell` that says nothing. */
export function idleCell(cell: ShiftCell, price: number): ShiftCell {
  return {
    cost: cell.cost + price,
    state: cell.state,
    pending: 0,
    previous: cell,
    item: -1,
    units: [],
    ascii: 0,
    guess: false,
    said: cell.said,
  };
}
