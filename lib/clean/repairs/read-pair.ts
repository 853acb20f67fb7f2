import { gbkUnit } from './gbk-codec.ts';
import type { Item } from './gbk-items.ts';
import { withTrail } from './half-known.ts';
import { markFit } from './mark-fit.ts';
import { isPunctuationAcross } from './punctuation-across.ts';
import { isReading } from './readings.ts';
import { FAR, type ShiftCell, sayingCell } from './shift-cell.ts';
import type { ShiftLine } from './shift-line.ts';
import { HALF_WIDTH, READING_HOLDS } from './shift-prices.ts';

/** The item's first byte completes what waits; its second byte, if it has one, waits next. */
export function readPair(cell: ShiftCell, line: ShiftLine, index: number): ShiftCell[] {
  const item = line.items[index];
  if (!item) return [];
  const cells: ShiftCell[] = [];
  for (const { first, second, price } of bytePairs(item, line.halfWidth)) {
    // A second byte that is ASCII is a character of its own: the pairs are right again after it.
    const isAscii = second < 0x80;
    for (const { unit, worth } of completions(cell, line, index, first)) {
      const units = isAscii && second !== 0 ? [unit, second] : [unit];
      const pending = isAscii ? 0 : second;
      const step = { price: price + worth, item: index, pending };
      cells.push(sayingCell(cell, units, line.language, step));
    }
  }
  return cells;
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

/** What the waiting byte (or a missing one) and `first` may be together. */
function completions(
  cell: ShiftCell,
  { items, plain }: ShiftLine,
  index: number,
  first: number,
): { readonly unit: number; readonly worth: number }[] {
  const reading = items[index]?.reading ?? null;
  const holds = reading === null ? 0 : READING_HOLDS;
  const isRead = (unit: number): boolean =>
    reading === null || isReading(String.fromCharCode(unit), reading);
  if (cell.state !== 'missing') {
    const unit = gbkUnit(cell.pending, first);
    const again = cell.said === FULL_STOP && MARKS_APART.has(unit) ? MARK_AGAIN : 0;
    return unit !== 0 && isRead(unit) ? [{ unit, worth: holds + again }] : [];
  }
  const around = { left: plain.slice(Math.max(0, index - FAR), index), right: null, isLast: false };
  const item = items[index];
  const isAcross = item !== undefined && isPunctuationAcross(item);
  return withTrail(first)
    .filter(isRead)
    .map((unit) => ({
      unit,
      worth: holds + markFit(unit, around) - (isAcross && unit === FULL_STOP ? FULL_STOP_WORTH : 0),
    }));
}

/** Nearly always the byte that mirrors lose before ！；？ is the one of a full stop (。可, 。会, 。“). */
const FULL_STOP = 0x3002;
const FULL_STOP_WORTH = 1.5;
/** 、 。 ， ： ； ！ ？ do not stand behind a full stop that was lost. */
const MARKS_APART: ReadonlySet<number> = new Set(
  [...'、。，：；！？'].map((mark) => mark.charCodeAt(0)),
);
const MARK_AGAIN = 8;
