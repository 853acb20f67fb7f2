import { NOTHING_SAID, type Said, type ShiftLanguage } from './shift-language.ts';

/** Aligned; a lead byte is missing; shifted, with one byte pending. */
export type ShiftState = 'aligned' | 'missing' | 'shifted';

/** One step of a path: from `previous` to this cell, reading one item or none. */
export interface ShiftCell extends Said {
  readonly cost: number;
  readonly state: ShiftState;
  /** The byte that waits for its trail; 0 unless shifted. */
  readonly pending: number;
  readonly previous: ShiftCell | null;
  /** The item read, -1 if the step read none. */
  readonly item: number;
  /** What the step says. */
  readonly text: string;
  /** The trail of what it says was lost. */
  readonly guess: boolean;
  /** Nats by which the next best way to say the same last characters is dearer. */
  readonly rival: number;
}

/** Where every path begins. */
export function startCell(): ShiftCell {
  return {
    ...NOTHING_SAID,
    cost: 0,
    state: 'aligned',
    pending: 0,
    previous: null,
    item: -1,
    text: '',
    guess: false,
    rival: Number.POSITIVE_INFINITY,
  };
}

/** A step from `cell` that says nothing. */
export function idleCell(cell: ShiftCell, price: number): ShiftCell {
  return {
    ...cell,
    cost: cell.cost + price,
    pending: 0,
    previous: cell,
    item: -1,
    text: '',
    guess: false,
    rival: Number.POSITIVE_INFINITY,
  };
}

export interface SayingStep {
  readonly price: number;
  readonly item: number;
  /** The byte that waits behind what is said. */
  readonly pending?: number;
  readonly guess?: boolean;
  /** It is what stands there. */
  readonly isOwn?: boolean;
}

/** A step from `cell` that says `units`. */
export function sayingCell(
  cell: ShiftCell,
  units: readonly number[],
  language: ShiftLanguage,
  { price, item, pending = 0, guess = false, isOwn = false }: SayingStep,
): ShiftCell {
  let said: Said = cell;
  let cost = cell.cost + price;
  for (const unit of units) {
    cost += language.cost(said, unit, isOwn);
    said = language.after(said, unit);
  }
  const [first = 0] = units;
  return {
    before: said.before,
    last: said.last,
    said: said.said,
    cost,
    state: pending === 0 ? 'aligned' : 'shifted',
    pending,
    previous: cell,
    item,
    text: units.length === 1 ? String.fromCharCode(first) : String.fromCharCode(...units),
    guess,
    rival: Number.POSITIVE_INFINITY,
  };
}

/** As far away as a quotation may begin or end. */
export const FAR = 120;

/** What the path says up to the cell. */
export function saidBefore(cell: ShiftCell): string {
  const said: string[] = [];
  for (let each: ShiftCell | null = cell; each && said.length < FAR; each = each.previous) {
    said.push(each.text);
  }
  return said.reverse().join('');
}
