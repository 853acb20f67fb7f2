import { characterCost } from './character-cost.ts';
import { gbkUnit } from './gbk-codec.ts';
import type { Item } from './gbk-items.ts';
import { cheapest, lossWorth } from './lost-byte.ts';
import { NEAR, plainItems } from './plain-items.ts';
import { type Pairs, seenWorth } from './seen-worth.ts';
import type { ShiftRun } from './shift-runs.ts';
import { wordCost } from './word-cost.ts';

const LATER = 8;
const MAX_START_DRIFT = 5;
const LIKELIEST = 4;
const OPENINGS = 40;
const RANGE = 8;

/** Where the damage begins and which byte was lost: the start that reads best as words. */
export function chooseStart(
  items: readonly Item[],
  run: ShiftRun,
  pairs: Pairs,
): { first: number; text: string; uncertain: boolean } {
  const candidates: { first: number; text: string; cost: number; worth: number }[] = [];
  const lowest = Math.max(0, run.first - MAX_START_DRIFT);
  for (
    let first = lowest;
    first <= run.first + MAX_START_DRIFT && first < run.last - 1;
    first += 1
  ) {
    const rest = restFrom(items, run, first);
    if (rest === null) continue;
    const left = plainItems(items, lowest - NEAR, first);
    const near = rest.slice(0, Math.max(0, run.first + LATER - first - 1));
    for (const unit of likeliest(left, openings(items, first), near, pairs)) {
      const opening = String.fromCharCode(unit);
      // Every candidate is priced over the same items: one that starts later keeps more as it is.
      const cost = wordCost(left + opening + near) - seenWorth(pairs, left, opening + near);
      const worth = lossWorth(items[first], { left, opening: unit, right: near });
      candidates.push({ first, text: opening + rest, cost, worth });
    }
  }
  const { best, uncertain } = cheapest(candidates);
  if (!best) return { first: run.first, text: run.text, uncertain: true };
  return { first: best.first, text: best.text, uncertain };
}

/** What follows the first character if the damage begins at item `first`; null if bytes do not pair. */
function restFrom(items: readonly Item[], run: ShiftRun, first: number): string | null {
  if (first >= run.first) {
    for (let index = run.first; index < first; index += 1) {
      if (items[index]?.code === 0) return null;
    }
    return run.text.slice(first - run.first + 1);
  }
  let text = '';
  for (let index = first; index < run.first; index += 1) {
    const code = items[index]?.code ?? 0;
    const next = items[index + 1]?.code ?? 0;
    if (code === 0 || next === 0 || items[index]?.reading !== null) return null;
    const unit = gbkUnit(code & 0xff, next >> 8);
    if (unit === 0) return null;
    text += String.fromCharCode(unit);
  }
  return text + run.text.slice(1);
}

/** The few characters that go best between their nearest neighbours. */
function likeliest(
  left: string,
  units: readonly number[],
  right: string,
  pairs: Pairs,
): readonly number[] {
  const before = left.slice(-2);
  const after = right.slice(0, 2);
  return units
    .map((unit) => {
      const said = String.fromCharCode(unit) + after;
      return { unit, cost: wordCost(before + said) - seenWorth(pairs, before, said) };
    })
    .sort((a, b) => a.cost - b.cost)
    .slice(0, LIKELIEST)
    .map(({ unit }) => unit);
}

/** The characters whose trail is the first byte of item `first`, most probable first. */
function openings(items: readonly Item[], first: number): number[] {
  const trail = (items[first]?.code ?? 0) >> 8;
  const units: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const unit = gbkUnit(lead, trail);
    if (unit !== 0) units.push(unit);
  }
  units.sort((a, b) => characterCost(a) - characterCost(b));
  const limit = characterCost(units[0] ?? 0) + RANGE;
  return units.slice(0, OPENINGS).filter((unit) => characterCost(unit) <= limit);
}
