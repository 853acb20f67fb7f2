import { characterCost } from './character-cost.ts';
import { gbkUnit } from './gbk-codec.ts';
import type { Item } from './gbk-items.ts';
import { withTrail } from './half-known.ts';
import { likelyCharacters } from './likely-characters.ts';
import { isReading } from './readings.ts';
import { idleCell, type ShiftCell, type ShiftState } from './shift-cell.ts';
import { HALF_WIDTH, READING_HOLDS } from './shift-prices.ts';

/** The item's first byte completes what waits; its second byte, if it has one, waits next. */
export function readPair(
  cell: ShiftCell,
  item: Item,
  index: number,
  halfWidth: boolean,
): ShiftCell[] {
  return bytePairs(item, halfWidth).flatMap(({ first, second, price }) => {
    const said = complete(cell, first, item.reading);
    if (!said) return [];
    // A second byte that is ASCII is a character of its own: the pairs are right again after it.
    const ascii = second < 0x80 ? second : 0;
    const state: ShiftState = second < 0x80 ? 'aligned' : 'shifted';
    return [
      {
        ...idleCell(cell, price + said.cost + (ascii === 0 ? 0 : characterCost(ascii))),
        state,
        pending: state === 'shifted' ? second : 0,
        item: index,
        units: said.units,
        ascii,
        said: ascii === 0 ? (said.units[0] ?? 0) : ascii,
      },
    ];
  });
}

interface BytePair {
  readonly first: number;
  /** 0 if the item is one byte. */
  readonly second: number;
  readonly price: number;
}

/** The bytes an item may have been in a shifted run. An annotation needs a whole character or ASCII before it. */
function bytePairs(item: Item, halfWidth: boolean): BytePair[] {
  if (item.swallowed) return [];
  if (item.lone !== 0) return [{ first: item.lone, second: 0, price: 0 }];
  if (item.code !== 0) {
    const pair = { first: item.code >> 8, second: item.code & 0xff, price: 0 };
    return item.reading === null ? [pair] : [];
  }
  return item.unit < 0x7f ? asciiPairs(item, halfWidth) : [];
}

/** ASCII is itself, or full-width punctuation (A3xx, the ideographic space A1A1) that was folded. */
function asciiPairs({ unit, reading }: Item, halfWidth: boolean): BytePair[] {
  const pairs: BytePair[] = unit >= 0x40 ? [{ first: unit, second: 0, price: 0 }] : [];
  if (reading !== null || unit < 0x20) return pairs;
  if (unit === 0x20) return [...pairs, { first: 0xa1, second: 0xa1, price: HALF_WIDTH }];
  return [...pairs, { first: 0xa3, second: unit | 0x80, price: halfWidth ? 0 : HALF_WIDTH }];
}

/** What the waiting byte (or a missing one) and `first` say. */
function complete(
  cell: ShiftCell,
  first: number,
  reading: string | null,
): { units: readonly number[]; cost: number } | null {
  let units: readonly number[] = [];
  if (cell.state === 'missing') units = withTrail(first);
  else {
    const unit = gbkUnit(cell.pending, first);
    if (unit !== 0) units = [unit];
  }
  if (reading !== null)
    units = units.filter((unit) => isReading(String.fromCharCode(unit), reading));
  const said = likelyCharacters(cell.said, units);
  return said && { ...said, cost: said.cost + (reading === null ? 0 : READING_HOLDS) };
}
