import { characterCost } from './character-cost.ts';
import type { Item } from './gbk-items.ts';
import { isReading } from './readings.ts';
import { BROKEN, WRONG_READING } from './shift-prices.ts';

/** Price of an item that is what it seems. */
export function alignedCost(item: Item): number {
  if (item.lone !== 0 || item.swallowed) return BROKEN + characterCost(item.unit);
  const cost = characterCost(item.unit);
  if (item.reading === null) return cost;
  if (item.unit < 0x80) return cost + BROKEN;
  return isReading(String.fromCharCode(item.unit), item.reading) ? cost : cost + WRONG_READING;
}
