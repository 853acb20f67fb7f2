import { FOLLOWERS, SINGLES } from './generated/character-model.ts';
import { COMMON_CHARACTERS } from './generated/common-characters.ts';
import { packedBits } from './packed-bits.ts';

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

/** Rows of numbers that rise, each with a cost. */
interface Rows {
  readonly starts: Uint32Array;
  readonly members: Uint16Array;
  readonly costs: Float32Array;
  /** What it costs in a row that a character is not in it; NaN until it is asked for. */
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
  const packed = packedBits(FOLLOWERS);
  const most = FOLLOWERS.length * MOST_IN_CHARACTER;
  const pairs = readRows(packed, size, most);
  const triples = readRows(packed, pairs.members.length, most);

  const single = (next: number): number => singles[next] ?? 0;
  const pairCost = (last: number, next: number): number => {
    if (last === UNKNOWN) return single(next);
    const at = find(pairs, last, next);
    return at < 0 ? absentFrom(pairs, last, single) + single(next) : (pairs.costs[at] ?? 0);
  };
  const cost = (before: number, last: number, next: number): number => {
    if (next === UNKNOWN) return 0;
    const row = before === UNKNOWN || last === UNKNOWN ? -1 : find(pairs, before, last);
    if (row < 0) return pairCost(last, next);
    const at = find(triples, row, next);
    if (at >= 0) return triples.costs[at] ?? 0;
    return absentFrom(triples, row, (member) => pairCost(last, member)) + pairCost(last, next);
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

/** Reads `count` rows with no more than `most` numbers in all. */
function readRows(
  { bits, gamma, rice }: ReturnType<typeof packedBits>,
  count: number,
  most: number,
): Rows {
  const starts = new Uint32Array(count + 1);
  const members = new Uint16Array(most);
  const costs = new Float32Array(most);
  let filled = 0;
  for (let row = 0; row < count; row += 1) {
    starts[row] = filled;
    const length = gamma() - 1;
    const width = length === 0 ? 0 : bits(4);
    let member = -1;
    for (let at = 0; at < length; at += 1) {
      member += 1 + rice(width);
      members[filled] = member;
      costs[filled] = (bits(4) + 0.5) * STEP;
      filled += 1;
    }
  }
  starts[count] = filled;
  return {
    starts,
    members: members.slice(0, filled),
    costs: costs.slice(0, filled),
    absent: new Float32Array(count).fill(Number.NaN),
  };
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

/** What a row leaves to other characters, over what the shorter context would give those. Few rows are ever asked. */
function absentFrom(rows: Rows, row: number, shorter: (member: number) => number): number {
  const known = rows.absent[row] ?? 0;
  if (!Number.isNaN(known)) return known;
  let said = 0;
  let below = 0;
  for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
    said += Math.exp(-(rows.costs[at] ?? 0));
    below += Math.exp(-shorter(rows.members[at] ?? 0));
  }
  const left = Math.max(LEAST_LEFT, 1 - said) / Math.max(LEAST_LEFT, 1 - below);
  rows.absent[row] = -Math.log(left);
  return rows.absent[row] ?? 0;
}

const LEAST_LEFT = 0.02;
