import { FOLLOWERS, SINGLES } from './generated/character-model.ts';
import { COMMON_CHARACTERS } from './generated/common-characters.ts';
import { type PackedBits, packedBits } from './packed-bits.ts';

/** What the table calls a character that it does not hold. */
export const UNKNOWN = 0xffff;
/** The line break, one sign for digits and one for letters, and the marks of running text. */
const MARKS = '\n0a，。、：；？！“”‘’（）《》—…·';
/** Step of the stored costs, in nats. */
const SINGLE_STEP = 0.25;
const FIRST_SINGLE = 0x23;
const STEP = 0.6;
/** A character of the packed table holds 6.5 bits, a number and its cost take 5 at least. */
const MOST_IN_CHARACTER = 1.3;

const DIGIT = /\d/;
const LETTER = /[a-z]/i;

/** Rows of numbers that rise, each with the level of its cost. */
interface Rows {
  readonly starts: Uint32Array;
  readonly members: Uint16Array;
  readonly levels: Uint8Array;
  /** What it costs in a row that a character is not in it; NaN if not known yet. */
  readonly absent: Float32Array;
}

export interface CharacterModel {
  /** The number of a UTF-16 unit in simplified script. */
  readonly numberOf: (unit: number) => number;
  /** Nats that `next` costs behind `before` and `last`, all as numbers. */
  readonly cost: (before: number, last: number, next: number) => number;
}

let model: CharacterModel | undefined;

/**
 * How surprising a character is behind the two before it: a trigram model of Chinese prose, learned by
 * scripts/train_character_model.py. Unpacked when the first damaged page is seen.
 */
export function characterModel(): CharacterModel {
  model ??= build();
  return model;
}

function build(): CharacterModel {
  const vocabulary = MARKS + COMMON_CHARACTERS;
  const size = vocabulary.length;
  const numbers = numbersOf(vocabulary);
  const singles = new Float32Array(size);
  for (let at = 0; at < size; at += 1) {
    singles[at] = (SINGLES.charCodeAt(at) - FIRST_SINGLE + 0.5) * SINGLE_STEP;
  }
  const chances = singles.map((cost) => Math.exp(-cost));
  const packed = packedBits(FOLLOWERS);
  const most = Math.ceil(FOLLOWERS.length * MOST_IN_CHARACTER);
  const pairs = readRows(packed, size, most);
  const triples = readRows(packed, pairs.members.length, most);

  const pairAbsent = (last: number): number =>
    absentIn(pairs, last, (member) => chances[member] ?? 0);
  const pairCost = (last: number, next: number): number => {
    if (last === UNKNOWN) return singles[next] ?? 0;
    const at = find(pairs, last, next);
    return at < 0 ? pairAbsent(last) + (singles[next] ?? 0) : costAt(pairs, at);
  };
  const tripleAbsent = (row: number, last: number): number =>
    absentIn(triples, row, (member) => Math.exp(-pairCost(last, member)));
  // Asked many times in a row what may follow the same two.
  const asked = { before: UNKNOWN, last: UNKNOWN, row: -1 };
  const rowOf = (before: number, last: number): number => {
    if (asked.before === before && asked.last === last) return asked.row;
    asked.before = before;
    asked.last = last;
    asked.row = before === UNKNOWN || last === UNKNOWN ? -1 : find(pairs, before, last);
    return asked.row;
  };
  const cost = (before: number, last: number, next: number): number => {
    if (next === UNKNOWN) return 0;
    const row = rowOf(before, last);
    if (row < 0) return pairCost(last, next);
    const at = find(triples, row, next);
    return at < 0 ? tripleAbsent(row, last) + pairCost(last, next) : costAt(triples, at);
  };
  return { numberOf: (unit) => numbers[unit] ?? UNKNOWN, cost };
}

function numbersOf(vocabulary: string): Uint16Array {
  const numbers = new Uint16Array(0x10000).fill(UNKNOWN);
  for (let at = 0; at < vocabulary.length; at += 1) numbers[vocabulary.charCodeAt(at)] = at;
  for (let sign = 0x21; sign < 0x7f; sign += 1) {
    const wide = sign + 0xfee0;
    const character = String.fromCharCode(sign);
    const number = DIGIT.test(character) ? 1 : LETTER.test(character) ? 2 : (numbers[wide] ?? 0);
    numbers[sign] = number;
    numbers[wide] = number;
  }
  return numbers;
}

/** At most `most` entries in `count` rows. */
function readRows({ bits, gamma, rice }: PackedBits, count: number, most: number): Rows {
  const starts = new Uint32Array(count + 1);
  const members = new Uint16Array(most);
  const levels = new Uint8Array(most);
  let to = 0;
  for (let row = 0; row < count; row += 1) {
    starts[row] = to;
    const size = gamma();
    const end = to + size - 1;
    for (let member = -1; to < end; to += 1) {
      member += 1 + rice(widthAt(member, size));
      members[to] = member;
      levels[to] = bits(LEVEL_BITS);
    }
  }
  starts[count] = to;
  return {
    starts,
    members: members.slice(0, to),
    levels: levels.slice(0, to),
    absent: new Float32Array(count).fill(Number.NaN),
  };
}

/** Numbers rise with how rare characters are: steps in a row are the wider the further it is and the shorter. */
function widthAt(member: number, size: number): number {
  return Math.max(0, 1 + Math.clz32(size) - Math.clz32(member + FREQUENT));
}

const FREQUENT = 257;
const LEVEL_BITS = 4;
const COSTS = Float32Array.from({ length: 1 << LEVEL_BITS }, (_, level) => (level + 0.5) * STEP);
const CHANCES = COSTS.map((cost) => Math.exp(-cost));

function costAt({ levels }: Rows, at: number): number {
  return COSTS[levels[at] ?? 0] ?? 0;
}

/** Place of `member` in the row, or -1. */
function find({ starts, members }: Rows, row: number, member: number): number {
  let low = starts[row] ?? 0;
  let high = (starts[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = members[middle] ?? 0;
    if (found === member) return middle;
    if (found < member) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What a row leaves to other characters, over what the shorter context would give those; worked out when asked for. */
function absentIn(rows: Rows, row: number, shorter: (member: number) => number): number {
  const known = rows.absent[row] ?? 0;
  if (!Number.isNaN(known)) return known;
  let said = 0;
  let below = 0;
  const end = rows.starts[row + 1] ?? 0;
  for (let at = rows.starts[row] ?? 0; at < end; at += 1) {
    said += CHANCES[rows.levels[at] ?? 0] ?? 0;
    below += shorter(rows.members[at] ?? 0);
  }
  const left = Math.max(LEAST_LEFT, 1 - said) / Math.max(LEAST_LEFT, 1 - below);
  const absent = -Math.log(left);
  rows.absent[row] = absent;
  return absent;
}

const LEAST_LEFT = 0.02;
