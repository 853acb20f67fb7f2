import type { Item } from './gbk-items.ts';
import { cheapest, lossWorth } from './lost-byte.ts';
import { markFit } from './mark-fit.ts';
import { NEAR } from './plain-items.ts';
import { type Pairs, seenWorth } from './seen-worth.ts';
import type { OpenChoice } from './shift-runs.ts';
import { wordCost } from './word-cost.ts';

interface Around {
  readonly atLineEnd: boolean;
  readonly pairs: Pairs;
  /** The item before which a '?' stands for a lost byte, if that is what is chosen. */
  readonly lostBefore: Item | undefined;
}

/** The text with the most probable of the characters a choice leaves open. */
export function chooseCharacter(
  left: string,
  text: string,
  right: string,
  choice: OpenChoice,
  { atLineEnd, pairs, lostBefore }: Around,
): { text: string; uncertain: boolean } {
  const head = text.slice(0, choice.at);
  const tail = text.slice(choice.at + 1);
  const before = (left + head).slice(-NEAR);
  const after = (tail + right).slice(0, NEAR);
  const isLast = after === '' && atLineEnd;
  const ranked = choice.units.map((unit) => {
    const said = String.fromCharCode(unit) + after;
    const fit = markFit(unit, left + head, isLast);
    return {
      unit,
      cost: wordCost(before + said) - seenWorth(pairs, before, said) + fit,
      worth: lossWorth(lostBefore, { left: before, opening: unit, right: after }),
    };
  });
  const { best, uncertain } = cheapest(ranked);
  if (!best) return { text, uncertain: true };
  return { text: head + String.fromCharCode(best.unit) + tail, uncertain };
}
