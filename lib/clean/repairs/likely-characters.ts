import { characterCost } from './character-cost.ts';
import { isCommonWord } from './common-words.ts';
import { simplifiedUnit } from './traditional.ts';

const PAIR = 4;

/** Of the characters that may follow, the likely ones, best first; null if there is none. */
export function likelyCharacters(
  before: number,
  units: readonly number[],
): { units: readonly number[]; cost: number } | null {
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  const range = units;
  for (const unit of range) {
    const price = characterCost(unit) - pairWorth(before, unit);
    if (price < cost) {
      best = unit;
      cost = price;
    }
  }
  if (best < 0) return null;
  return {
    units: best === range[0] ? range : [best, ...range.filter((unit) => unit !== best)],
    cost,
  };
}

/** What two characters gain by making a common word. */
function pairWorth(before: number, unit: number): number {
  if (before < 0x3400 || unit < 0x3400) return 0;
  return isCommonWord(simplifiedUnit(before), simplifiedUnit(unit)) ? PAIR : 0;
}
