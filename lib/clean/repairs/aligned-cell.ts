import type { Item } from './gbk-items.ts';
import { isReading } from './readings.ts';
import { type ShiftCell, sayingCell } from './shift-cell.ts';
import type { ShiftLine } from './shift-line.ts';
import { BROKEN, WRONG_READING } from './shift-prices.ts';

/** The item at `index` read as what it seems. */
export function alignedCell(cell: ShiftCell, line: ShiftLine, index: number): ShiftCell {
  const item = line.items[index];
  if (!item) return cell;
  return sayingCell(cell, [item.unit], line.language, {
    price: accident(item),
    item: index,
    isOwn: true,
  });
}

function accident({ lone, swallowed, reading, unit }: Item): number {
  if (lone !== 0 || swallowed) return BROKEN;
  if (reading === null) return 0;
  if (unit < 0x80) return BROKEN;
  return isReading(String.fromCharCode(unit), reading) ? 0 : WRONG_READING;
}
