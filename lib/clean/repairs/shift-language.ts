import { characterCost } from './character-cost.ts';
import { type CharacterModel, characterModel, UNKNOWN } from './character-model.ts';
import { countPairs, pairKey } from './count-pairs.ts';
import { isGb2312Unit } from './line-signs.ts';
import type { ShiftContext } from './shift-context.ts';
import { simplifiedUnit } from './traditional.ts';

/** The last characters of a text, as far as they tell what may follow. */
export interface Said {
  /** The last two in numbers of the model. */
  readonly before: number;
  readonly last: number;
  /** The last one as a UTF-16 unit. */
  readonly said: number;
}

/** What a page's text is like. */
export interface ShiftLanguage {
  /** Nats that a UTF-16 unit costs behind what was said. */
  readonly cost: (text: Said, unit: number) => number;
  /** What was said when `unit` was. */
  readonly after: (text: Said, unit: number) => Said;
}

export const NOTHING_SAID: Said = { before: 0, last: 0, said: 0x0a };

/** Characters the model has not are rarer than those of the same price. */
const UNLISTED = 2;
/** Another digit of a number, another letter of a word, white space. */
const SAME = 1.5;
const SPACE = 3;
const WIDE_SPACE = 8;
const NUMBER_KINDS = 2;
const DIGITS = 1;
const LETTERS = 2;
/** Which digit, which letter. */
const TEN = Math.log(10);
const ALPHABET = Math.log(26);
/** Most pages write them in ASCII. */
const WIDE = 3;
/** A pair that the page has elsewhere. */
const SEEN = 1.5;
const LEAST = 1;
/** A traditional character on a simplified page. */
const FOREIGN = 6;

/** The language of a line: that of Chinese prose, and what the other lines of its page say. */
export function shiftLanguage(line: string, { pairs, simplified }: ShiftContext): ShiftLanguage {
  const model = characterModel();
  const own = countPairs([line]);
  const seen = (text: Said, unit: number): number => {
    if (unit < 0x3400 || text.said < 0x3400) return 0;
    const pair = pairKey(text.said, unit);
    const count = pairs.get(pair) ?? 0;
    return count === 0 ? 0 : count - (own.get(pair) ?? 0);
  };
  return {
    cost: (text, unit) => {
      const cost = priceOf(model, text, unit);
      const count = seen(text, unit);
      const worth = count > 0 ? SEEN + Math.log(count) : 0;
      const foreign = simplified && isTraditional(unit) ? FOREIGN : 0;
      return Math.max(Math.min(cost, LEAST), cost - worth) + foreign;
    },
    after: (text, unit) => {
      const number = numberOf(model, unit);
      if (isSpace(unit) || (number === text.last && number <= NUMBER_KINDS)) return text;
      return { before: text.last, last: number, said: unit };
    },
  };
}

function priceOf(model: CharacterModel, text: Said, unit: number): number {
  if (isSpace(unit)) return unit === 0x3000 ? WIDE_SPACE : SPACE;
  const number = numberOf(model, unit);
  if (number === UNKNOWN) return characterCost(unit) + UNLISTED;
  if (number === text.last && number <= NUMBER_KINDS) return SAME;
  const within = number === DIGITS ? TEN : number === LETTERS ? ALPHABET : 0;
  return model.cost(text.before, text.last, number) + within + (isWide(unit) ? WIDE : 0);
}

function numberOf(model: CharacterModel, unit: number): number {
  return model.numberOf(unit < 0x3400 ? unit : simplifiedUnit(unit));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0;
}

/** Is the character written only in traditional script? */
function isTraditional(unit: number): boolean {
  return unit >= 0x3400 && simplifiedUnit(unit) !== unit && !isGb2312Unit(unit);
}

/** A full-width digit or letter. */
function isWide(unit: number): boolean {
  return (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff5a);
}
