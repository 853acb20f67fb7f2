import { visibleLength } from '../white-space.ts';
import { characterCost } from './character-cost.ts';
import { gbkCode, gbkUnit } from './gbk-codec.ts';

/**
 * A whole document read in the wrong charset: UTF-8 bytes as windows-1252 (Ã¤Â½, ä½ å¥½) or as GBK
 * (浣犲ソ). Undone only without loss: every character must be bytes of that charset, the bytes must
 * be UTF-8.
 */

/** windows-1252 0x80..0x9F; unassigned bytes are the control characters themselves. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Lead and continuation bytes of UTF-8 seen as windows-1252. */
const LATIN_PAIR = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `text` as it was before its UTF-8 bytes were read as windows-1252; null if it was not. */
export function fromLatin(text: string): string | null {
  const bytes = latinBytes(text);
  return bytes && (decode(bytes) ?? decode(withLostBytes(bytes)));
}

/** `text` as it was before its GBK bytes were read as windows-1252; null if it was not. */
export function gbkFromLatin(text: string): string | null {
  const bytes = latinBytes(text);
  if (!bytes) return null;
  let mended = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) mended += String.fromCharCode(byte);
    else {
      const unit = gbkUnit(byte, bytes[at + 1] ?? 0);
      if (unit === 0) return null;
      mended += String.fromCharCode(unit);
      at += 1;
    }
  }
  return mended;
}

/** The bytes that windows-1252 shows as `text`; null if it has other characters. */
function latinBytes(text: string): number[] | null {
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const high = WINDOWS_1252.indexOf(character);
    if (character.length === 1 && unit <= 0xff) bytes.push(unit);
    else if (high >= 0) bytes.push(0x80 + high);
    else return null;
  }
  return bytes;
}

/** Bytes that windows-1252 shows as controls, which white space folding and parsers drop. */
const DROPPED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * The bytes with what was lost on the way: 0xA0 became a space, controls went. A character that is one
 * byte short gets the control that makes it the most probable character.
 */
function withLostBytes(bytes: readonly number[]): number[] {
  const result: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const second = continuation(bytes[at + 1]);
    const third = continuation(bytes[at + 2]);
    if (lead < 0xe0 || lead > 0xef || second === 0) {
      result.push(lead);
      at += 1;
    } else if (third !== 0 && !isSpaceMeant(bytes, at)) {
      result.push(lead, second, third);
      at += 3;
    } else {
      result.push(lead, ...likeliestPair(lead, second));
      at += 2;
    }
  }
  return result;
}

/** Is the space after a character one byte short a space, because a control makes a better character than 0xA0? */
function isSpaceMeant(bytes: readonly number[], at: number): boolean {
  if (bytes[at + 2] !== 0x20) return false;
  const lead = bytes[at] ?? 0;
  const second = continuation(bytes[at + 1]);
  const withSpace = characterCost(unitOf(lead, [second, 0xa0]));
  return characterCost(unitOf(lead, likeliestPair(lead, second))) + SPACE_COST < withSpace;
}

const SPACE_COST = 5;

function unitOf(lead: number, [second, third]: readonly [number, number]): number {
  return ((lead & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
}

function continuation(byte: number | undefined): number {
  if (byte === 0x20) return 0xa0;
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf ? byte : 0;
}

/** `byte` with the dropped control before or after it. */
function likeliestPair(lead: number, byte: number): readonly [number, number] {
  let best: readonly [number, number] = [byte, 0x81];
  let cost = Number.POSITIVE_INFINITY;
  for (const lost of DROPPED) {
    for (const pair of [[byte, lost] as const, [lost, byte] as const]) {
      const unit = unitOf(lead, pair);
      if (characterCost(unit) < cost) {
        best = pair;
        cost = characterCost(unit);
      }
    }
  }
  return best;
}

/** `text` as it was before its UTF-8 bytes were read as GBK; null if it was not. */
export function fromGbk(text: string): string | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = unit < 0x80 ? 0 : gbkCode(unit);
    if (unit < 0x80) bytes.push(unit);
    else if (code !== 0) bytes.push(code >> 8, code & 0xff);
    else return null;
  }
  return decode(bytes);
}

function decode(bytes: readonly number[]): string | null {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null; // not UTF-8: the text is what it seems
  }
}

/**
 * Share of the characters of `text`, without blanks, that windows-1252 shows for bytes from 0xA1 on; 0 if they are too
 * few to say anything.
 */
export function highLatinShare(text: string): number {
  let high = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xa1 && unit <= 0xff) high += 1;
  }
  return high < LEAST_HIGH ? 0 : high / visibleLength(text);
}

const LEAST_HIGH = 20;

/** How many characters of `text` look like UTF-8 read as windows-1252. */
export function latinPairs(text: string): number {
  return text.match(LATIN_PAIR)?.length ?? 0;
}

/** Is the mended text more probable, character by character? */
export function readsBetter(mended: string, text: string): boolean {
  return average(mended) + 1 < average(text) || mended.length * 2 <= text.length;
}

function average(text: string): number {
  let cost = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    cost += characterCost(text.charCodeAt(at));
    count += 1;
  }
  return count === 0 ? 0 : cost / count;
}

/** Characters that UTF-8 damaged beyond repair leaves when read as GBK: U+FFFD twice, fill patterns. */
export const LOST = /锟斤拷|烫烫烫|屯屯屯|\ufffd{2}/;
