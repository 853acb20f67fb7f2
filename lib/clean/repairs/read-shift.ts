import { chooseCharacter } from './choose-character.ts';
import { chooseStart } from './choose-start.ts';
import { gbkUnit } from './gbk-codec.ts';
import type { Item } from './gbk-items.ts';
import { FOLDED_WORTH } from './lost-byte.ts';
import { NEAR, plainItems } from './plain-items.ts';
import type { Pairs } from './seen-worth.ts';
import type { ShiftContext } from './shift-context.ts';
import type { OpenChoice, ShiftRun } from './shift-runs.ts';
import { wordCost } from './word-cost.ts';

/** What a run says if it is read so, between its neighbours. */
export interface Reading {
  readonly first: number;
  readonly text: string;
  readonly left: string;
  readonly right: string;
  readonly uncertain: boolean;
}

const QUESTION = 0x3f;

/**
 * The run read as it is and, where its '?' may be a folded ？ (A3BF) and not the sign of a lost byte, with
 * those two bytes: ?陀^ is 。客觀.
 */
export function readShift(
  items: readonly Item[],
  run: ShiftRun,
  { pairs, halfWidth }: ShiftContext,
): Reading {
  const reading = readRun(items, run, pairs);
  const marked = items[run.first];
  const next = items[run.first + 1];
  if (!halfWidth || !marked || !next || !isMarker(marked, run)) return reading;
  const second = gbkUnit(marked.unit | 0x80, next.code >> 8);
  if (second === 0) return reading;
  const text = `。${String.fromCharCode(second)}${run.text.slice(1)}`;
  // 同住??陀^: the first one stands for the lost byte.
  const first = items[run.first - 1]?.unit === QUESTION ? run.first - 1 : run.first;
  const folded = readRun(items, { ...run, first, text, choices: shifted(run.choices) }, pairs);
  const costOf = ({ left, text: said, right }: Reading): number => wordCost(left + said + right);
  return costOf(folded) - FOLDED_WORTH < costOf(reading) ? { ...folded, uncertain: true } : reading;
}

/** Does the run begin with an ASCII mark that stands for the lost byte of its first character? */
function isMarker({ unit, swallowed }: Item, { choices: [opening] }: ShiftRun): boolean {
  return unit === QUESTION && !swallowed && opening?.at === 0 && !opening.guess;
}

/** The choices behind the first one, one character later. */
function shifted([, ...later]: readonly OpenChoice[]): OpenChoice[] {
  return later.map((choice) => ({ ...choice, at: choice.at + 1 }));
}

/** The run with its open choices made by the words around them. */
function readRun(items: readonly Item[], run: ShiftRun, pairs: Pairs): Reading {
  const right = plainItems(items, run.last, Math.min(items.length, run.last + NEAR));
  const atLineEnd = run.last >= items.length;
  let { first, text } = run;
  let uncertain = false;
  const [opening, ...later] = run.choices;
  const opens = opening?.at === 0 && !opening.guess && items[run.first]?.code !== 0;
  let drift = 0;
  if (opens) {
    const chosen = chooseStart(items, run, pairs);
    ({ first, text, uncertain } = chosen);
    drift = text.length - run.text.length;
  }
  const before = plainItems(items, 0, first);
  // A '?' stands in the place of the lost byte.
  const lostBefore = items[run.first]?.unit === QUESTION ? items[run.first + 1] : undefined;
  for (const choice of opens ? later : run.choices) {
    const made = chooseCharacter(
      before,
      text,
      right,
      { ...choice, at: choice.at + drift },
      { atLineEnd, pairs, lostBefore: choice.at === 0 ? lostBefore : undefined },
    );
    text = made.text;
    uncertain ||= made.uncertain;
  }
  return { first, text, left: leftOf(items, first), right, uncertain };
}

function leftOf(items: readonly Item[], first: number): string {
  return plainItems(items, first - NEAR, first);
}
