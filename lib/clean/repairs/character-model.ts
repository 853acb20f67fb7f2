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

const DIGIT = /\d/;
const LETTER = /[a-z]/i;

/** Rows of numbers that rise, each with a cost. */
interface Rows {
  readonly starts: Uint32Array;
  readonly members: Uint16Array;
  readonly costs: Float32Array;
  /** What it costs in a row that a character is not in it. */
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
  const pairs = readRows(packed, size);
  const triples = readRows(packed, pairs.members.length);

  const pairCost = (last: number, next: number): number => {
    if (last === UNKNOWN) return singles[next] ?? 0;
    const at = find(pairs, last, next);
    return at < 0 ? (pairs.absent[last] ?? 0) + (singles[next] ?? 0) : (pairs.costs[at] ?? 0);
  };
  const cost = (before: number, last: number, next: number): number => {
    if (next === UNKNOWN) return 0;
    const row = before === UNKNOWN || last === UNKNOWN ? -1 : find(pairs, before, last);
    if (row < 0) return pairCost(last, next);
    const at = find(triples, row, next);
    return at < 0 ? (triples.absent[row] ?? 0) + pairCost(last, next) : (triples.costs[at] ?? 0);
  };
  setAbsent(pairs, (_, member) => singles[member] ?? 0);
  setAbsent(triples, (row, member) => pairCost(pairs.members[row] ?? 0, member));
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

function readRows({ bits, gamma, rice }: ReturnType<typeof packedBits>, count: number): Rows {
  const starts = new Uint32Array(count + 1);
  const members: number[] = [];
  const costs: number[] = [];
  for (let row = 0; row < count; row += 1) {
    starts[row] = members.length;
    const length = gamma() - 1;
    const width = length === 0 ? 0 : bits(4);
    let member = -1;
    for (let at = 0; at < length; at += 1) {
      member += 1 + rice(width);
      members.push(member);
      costs.push((bits(4) + 0.5) * STEP);
    }
  }
  starts[count] = members.length;
  return {
    starts,
    members: Uint16Array.from(members),
    costs: Float32Array.from(costs),
    absent: new Float32Array(count),
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

/** What rows leave to other characters, over what the shorter context would give those. */
function setAbsent(rows: Rows, shorter: (row: number, member: number) => number): void {
  for (let row = 0; row < rows.absent.length; row += 1) {
    let said = 0;
    let below = 0;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
      said += Math.exp(-(rows.costs[at] ?? 0));
      below += Math.exp(-shorter(row, rows.members[at] ?? 0));
    }
    const left = Math.max(LEAST_LEFT, 1 - said) / Math.max(LEAST_LEFT, 1 - below);
    rows.absent[row] = -Math.log(left);
  }
}

const LEAST_LEFT = 0.02;
