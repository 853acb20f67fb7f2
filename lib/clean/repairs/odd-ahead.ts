import { characterCost } from './character-cost.ts';
import type { Item } from './gbk-items.ts';
import { isPunctuationAcross } from './punctuation-across.ts';

/** How far ahead of the first odd character a loss is looked for. */
const REACH = 6;
const ODD_COST = 9.5;

/** For each item: is there something odd at it or soon after it? Nothing is lost where all is usual. */
export function oddAhead(items: readonly Item[]): boolean[] {
  let next = Number.POSITIVE_INFINITY;
  const ahead: boolean[] = [];
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item && isOdd(item)) next = index;
    ahead[index] = next - index <= REACH;
  }
  return ahead;
}

function isOdd(item: Item): boolean {
  if (item.lone !== 0 || item.unit < 0x80) return item.unit !== 0x20 && !isDigit(item.unit);
  return characterCost(item.unit) >= ODD_COST || item.reading !== null || isPunctuationAcross(item);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
