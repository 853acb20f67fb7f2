import type { Item } from './gbk-items.ts';
import { isPunctuationAcross } from './punctuation-across.ts';

/** What two readings cost as words, and what the way the byte was lost is worth beside that. */
export interface Priced {
  readonly cost: number;
  readonly worth: number;
}

/** Nats between the best and the next choice below which the choice is a guess. */
const CERTAIN = 5;

/** The best of them; uncertain if the words alone do not tell it clearly. */
export function cheapest<T extends Priced>(
  ranked: readonly T[],
): { best: T | undefined; uncertain: boolean } {
  const price = ({ cost, worth }: T): number => cost - worth;
  const [best, ...others] = ranked.toSorted((a, b) => price(a) - price(b));
  const uncertain = best !== undefined && others.some(({ cost }) => cost - best.cost < CERTAIN);
  return { best, uncertain };
}

const EXPLAINED = 2;
const FULL_STOP = 3;
const FULL_STOP_UNIT = 0x3002;

/**
 * What it is worth, in nats, that the loss stands before `item`. Mirrors lose the byte before what reads
 * as ！；？ across two characters, and nearly always it is the one of a full stop (。可, 。会, 。“), which
 * makes no word with its neighbours as 校 and 海 do.
 */
export function lossWorth(
  item: Item | undefined,
  {
    left,
    opening,
    right,
  }: { readonly left: string; readonly opening: number; readonly right: string },
): number {
  if (item === undefined || !isPunctuationAcross(item)) return 0;
  const isFullStop =
    opening === FULL_STOP_UNIT && !MARK_END.test(left) && OPENS_SENTENCE.test(right);
  return isFullStop ? EXPLAINED + FULL_STOP : EXPLAINED;
}

const MARK_END = /[，。！？；：、“（]$/;
const OPENS_SENTENCE = /^[\p{sc=Han}“”《（]/u;

/** What it is worth that a folded ？ stands behind a lost full stop. */
export const FOLDED_WORTH = EXPLAINED + FULL_STOP;
