import { characterCost } from './character-cost.ts';
import { COMMON_CHARACTERS } from './generated/common-characters.ts';
import { traditionalCharacters } from './traditional.ts';

/** What a line holds that a repair may look at: one bit a kind of character. */
export const SIGN = {
  invisible: 1,
  /** A vowel with a tone mark. */
  tone: 2,
  /** Half a character, U+FFFD, private use. */
  broken: 4,
  /** What UTF-8 leads look like in windows-1252. */
  latin: 8,
  rare: 16,
  traditional: 32,
  /** Backslash or ampersand. */
  escape: 64,
  chinese: 128,
  /** Outside the characters of prose altogether. */
  alien: 256,
} as const;

export interface LineSigns {
  /** Union of the SIGN bits of the characters. */
  readonly bits: number;
  /** How many rare characters stand close together at most; 0 in ordinary text. */
  readonly rarity: number;
}

/** Cost from which a character counts as rare: outside the 2,200 most frequent ones. */
const RARE_COST = 11;
const ALIEN_COST = 12.4;

let table: Uint16Array | undefined;

const TONES = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';

function build(): Uint16Array {
  const signs = new Uint16Array(0x10000);
  const mark = (bit: number, from: number, to: number): void => {
    for (let unit = from; unit <= to; unit += 1) signs[unit] = (signs[unit] ?? 0) | bit;
  };
  const markEach = (bit: number, characters: Iterable<string>): void => {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      mark(bit, unit, unit);
    }
  };
  mark(SIGN.chinese, 0x3001, 0x303f);
  mark(SIGN.chinese, 0x3400, 0x9fff);
  mark(SIGN.chinese, 0xff01, 0xff5e);
  // Symbols from mathematics on, kana, and Chinese characters.
  for (let unit = 0x2200; unit < 0xa000; unit += 1) {
    const cost = characterCost(unit);
    if (cost >= RARE_COST) signs[unit] = (signs[unit] ?? 0) | SIGN.rare;
    if (cost >= ALIEN_COST) signs[unit] = (signs[unit] ?? 0) | SIGN.alien;
  }
  mark(SIGN.rare, 0x0391, 0x0451);
  mark(SIGN.rare | SIGN.broken, 0xe000, 0xf8ff);
  mark(SIGN.broken, 0xfffd, 0xfffd);
  mark(SIGN.latin, 0xc2, 0xf4);
  markEach(SIGN.tone, TONES);
  markEach(SIGN.escape, '\\&');
  for (const [from, to] of INVISIBLE) mark(SIGN.invisible, from, to);
  for (const character of traditionalCharacters()) {
    if (!isGb2312(character)) markEach(SIGN.traditional, character);
  }
  return signs;
}

const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xdb40, 0xdb40],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

/** The signs of a line, in one pass. Undamaged pages pay this and no more. */
export function lineSigns(line: string): LineSigns {
  table ??= build();
  const signs = table;
  let bits = 0;
  let close = 0;
  let rarity = 0;
  let rare = 0;
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    const sign = signs[unit] ?? 0;
    if (sign === 0) continue;
    bits |= sign;
    // ★★★, 妈妈: what is said again is no rarer, and reading such lines is dear.
    if ((sign & SIGN.rare) !== 0 && unit !== rare) {
      rare = unit;
      close += (sign & SIGN.alien) === 0 ? 2 : 3;
      if (close > rarity) rarity = close;
    } else if (close > 0) close -= 1;
  }
  return { bits, rarity };
}

/** So far behind the mark that a lost byte leaves it is odd still: ！痉椒ā?2019 was 。【方法】2019. */
const BEHIND_MARK = 6;

/**
 * Does a rare character stand close behind ！ ； or ？, with no other punctuation between? In few lines of clean text one does:
 * ！捌桨彩拐摺盦Q was 。“平安使者”Q.
 */
export function hasRareBehindMark(line: string): boolean {
  table ??= build();
  for (let at = 0, left = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (unit === 0xff01 || unit === 0xff1b || unit === 0xff1f) left = BEHIND_MARK + 1;
    else if (left > 0 && ((table[unit] ?? 0) & SIGN.rare) !== 0) return true;
    else if (ENDS_CLAUSE.has(unit)) left = 0;
    left -= 1;
  }
  return false;
}

/** ，。：… */
const ENDS_CLAUSE: ReadonlySet<number> = new Set([0xff0c, 0x3002, 0xff1a, 0x2026]);

/** Is the character one of GB2312, which all simplified text is written with? */
export function isGb2312(character: string): boolean {
  return isGb2312Unit(character.charCodeAt(0));
}

/** The same for UTF-16 units. */
export function isGb2312Unit(unit: number): boolean {
  gb2312 ??= gb2312Table();
  return gb2312[unit] === 1;
}

let gb2312: Uint8Array | undefined;

function gb2312Table(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < COMMON_CHARACTERS.length; at += 1) {
    table[COMMON_CHARACTERS.charCodeAt(at)] = 1;
  }
  return table;
}
