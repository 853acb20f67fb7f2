/**
 * How surprising a character is in Chinese prose, in nats: minus the logarithm of its probability.
 * The curve follows the usual frequency lists (the first 500 characters are about 75 % of running
 * text, 1,000 are 89 %, 2,500 are 98.5 %); the order within it is COMMON_CHARACTERS.
 */
import { COMMON_CHARACTERS } from './generated/common-characters.ts';
import { simplifiedOf, traditionalCharacters } from './traditional.ts';

/** [rank below which, cost] */
const STEPS: readonly (readonly [number, number])[] = [
  [10, 4.2],
  [60, 5.2],
  [200, 6.2],
  [600, 7.2],
  [1000, 8.2],
  [1500, 9],
  [2200, 10],
  [3000, 11],
  [3800, 12],
];
const LEVEL_2 = 13;
const OUTSIDE = 18;

/** Marks of running Chinese text and their cost. */
const PUNCTUATION: readonly (readonly [string, number])[] = [
  ['，', 2.8],
  ['。', 3.4],
  ['、', 3.8],
  ['“”：', 4.6],
  ['；（）《》', 5.2],
  ['！？', 6],
  ['‘’—…·〔〕【】「」『』〈〉～％．　', 7.5],
  ['℃', 8.5],
];

const FULL_WIDTH = 9.5;
const SYMBOL = 12.5;
const PRIVATE = 14;

let costs: Float32Array | undefined;

function build(): Float32Array {
  const table = new Float32Array(0x10000).fill(SYMBOL);
  table.fill(OUTSIDE, 0x3400, 0xa000);
  table.fill(PRIVATE, 0xe000, 0xf900);
  table.fill(FULL_WIDTH, 0xff01, 0xff5f);
  let from = 0;
  for (const [below, cost] of [...STEPS, [COMMON_CHARACTERS.length, LEVEL_2] as const]) {
    for (let rank = from; rank < below; rank += 1) table[COMMON_CHARACTERS.charCodeAt(rank)] = cost;
    from = below;
  }
  for (const character of traditionalCharacters()) {
    const unit = character.charCodeAt(0);
    const simplified = table[simplifiedOf(character)?.charCodeAt(0) ?? 0] ?? OUTSIDE;
    table[unit] = Math.min(table[unit] ?? OUTSIDE, simplified + TRADITIONAL);
  }
  for (const [marks, cost] of PUNCTUATION) {
    for (const mark of marks) table[mark.charCodeAt(0)] = cost;
  }
  table.fill(ASCII, 0, 0x80);
  for (const sign of ODD_ASCII) table[sign.charCodeAt(0)] = ODD;
  return table;
}

/** A traditional form costs a little more than its simplified one: most pages are simplified. */
const TRADITIONAL = 0.6;
const ASCII = 5;
const ODD_ASCII = '#$@\\^_`{|}~';
const ODD = 9;

/** Cost of a UTF-16 unit. */
export function characterCost(unit: number): number {
  costs ??= build();
  return costs[unit] ?? OUTSIDE;
}
