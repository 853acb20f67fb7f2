import { characterCost } from './character-cost.ts';
import { gbkUnit } from './gbk-codec.ts';

const MAX_CHOICES = 126;
/** A choice this much dearer than the best one is not considered. */
const CHOICE_RANGE = 11;
const trails = new Map<number, readonly number[]>();
const leads = new Map<number, readonly number[]>();

/** Characters whose second byte is `trail`, most probable first. */
export function withTrail(trail: number): readonly number[] {
  return cached(trails, trail, (byte) => gbkUnit(byte, trail), 0x81);
}

/** Characters whose first byte is `lead`, most probable first. */
export function withLead(lead: number): readonly number[] {
  return cached(leads, lead, (byte) => gbkUnit(lead, byte), 0x40);
}

function cached(
  cache: Map<number, readonly number[]>,
  key: number,
  unitOf: (byte: number) => number,
  from: number,
): readonly number[] {
  const known = cache.get(key);
  if (known) return known;
  const units: number[] = [];
  for (let byte = from; byte <= 0xfe; byte += 1) {
    const unit = unitOf(byte);
    if (unit !== 0) units.push(unit);
  }
  units.sort((a, b) => characterCost(a) - characterCost(b));
  const range = inRange(units);
  cache.set(key, range);
  return range;
}

function inRange(units: readonly number[]): readonly number[] {
  const limit = characterCost(units[0] ?? 0) + CHOICE_RANGE;
  return units.slice(0, MAX_CHOICES).filter((unit) => characterCost(unit) <= limit);
}
