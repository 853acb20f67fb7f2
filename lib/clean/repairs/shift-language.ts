import { characterCost } from './character-cost.ts';
import { characterModel, UNKNOWN } from './character-model.ts';
import { isGb2312Unit } from './line-signs.ts';
import { goesOn, isSpace, modelNumber } from './model-numbers.ts';
import { type PageCounts, pageChance } from './page-counts.ts';
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
  /** Nats that a UTF-16 unit costs behind what was said; `isOwn` where it is what stands there. */
  readonly cost: (text: Said, unit: number, isOwn?: boolean) => number;
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
const DIGITS = 1;
const LETTERS = 2;
/** Which digit, which letter. */
const TEN = Math.log(10);
const ALPHABET = Math.log(26);
/** Most pages write them in ASCII. */
const WIDE = 3;
/** How far the page's own words count beside those of all texts. */
const PAGE_SHARE = 0.1;
/** A traditional character on a simplified page. */
const FOREIGN = 6;

/** The language of a page: that of Chinese prose, and what the page says elsewhere. */
export function shiftLanguage({ counts, simplified }: ShiftContext): ShiftLanguage {
  return {
    cost: (text, unit, isOwn = false) => {
      const foreign = simplified && isTraditional(unit) ? FOREIGN : 0;
      return priceOf(text, unit, isOwn, counts) + foreign;
    },
    after: (text, unit) => {
      const number = modelNumber(unit);
      if (isSpace(unit) || goesOn(text.last, number)) return text;
      return { before: text.last, last: number, said: unit };
    },
  };
}

function priceOf(text: Said, unit: number, isOwn: boolean, counts: PageCounts): number {
  if (isSpace(unit)) return unit === 0x3000 ? WIDE_SPACE : SPACE;
  const number = modelNumber(unit);
  if (number === UNKNOWN) return characterCost(unit) + UNLISTED;
  if (goesOn(text.last, number)) return SAME;
  const within = number === DIGITS ? TEN : number === LETTERS ? ALPHABET : 0;
  const cost = characterModel().cost(text.before, text.last, number);
  const chance = pageChance(counts, [text.before, text.last, number], isOwn ? 1 : 0);
  const mixed = chance === 0 ? cost : -Math.log(Math.exp(-cost) + PAGE_SHARE * chance);
  return mixed + within + (isWide(unit) ? WIDE : 0);
}

/** Is the character written only in traditional script? */
function isTraditional(unit: number): boolean {
  return unit >= 0x3400 && simplifiedUnit(unit) !== unit && !isGb2312Unit(unit);
}

/** A full-width digit or letter. */
function isWide(unit: number): boolean {
  return (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff5a);
}
