import { characterModel } from './character-model.ts';
import { simplifiedUnit } from './traditional.ts';

/** One digit and the next, one letter and the next, are one sign of the model. */
const NUMBER_KINDS = 2;

/** The number of a UTF-16 unit in the model; traditional characters have that of their simplified ones. */
export function modelNumber(unit: number): number {
  return characterModel().numberOf(unit < 0x3400 ? unit : simplifiedUnit(unit));
}

/** Is `number` behind `last` another digit of the same number, another letter of the same word? */
export function goesOn(last: number, number: number): boolean {
  return number === last && number <= NUMBER_KINDS;
}

/** White space, which the model does not count. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0;
}
