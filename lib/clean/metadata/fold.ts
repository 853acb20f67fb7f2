import { rememberingPage } from '../page-memory.ts';
import { foldWhite } from '../white-space.ts';

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** White space folded to single blanks, ends trimmed. */
export function fold(text: string): string {
  return foldWhite(text).trim();
}

/** Letters and digits only, compatibility forms unified, lower case: what two spellings of a name share. */
export const wordKey = rememberingPage((text: string): string =>
  OTHER.test(text)
    ? text.normalize('NFKC').toLowerCase().replace(NOT_WORD, '')
    : text.toLowerCase().replace(NOT_ASCII_WORD, ''),
);

/** Asking for letters of all scripts is dear, and ASCII has one form of each. */
const OTHER = /[\u0080-\uffff]/;
const NOT_ASCII_WORD = /[^0-9a-z]+/g;

/** 0..1: how much of the shorter text's character pairs the longer one has; 1 if it contains it. */
export function likeness(a: string, b: string): number {
  return keyLikeness(wordKey(a), wordKey(b));
}

/** `likeness` of two texts whose word keys are known. */
export function keyLikeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (!short || !long) return 0;
  if (long.includes(short)) return 1;
  const pairs = pairCounts(long);
  let common = 0;
  for (let at = 0; at + 2 <= short.length; at += 1) {
    const pair = pairCode(short, at);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return common / Math.max(1, short.length - 1);
}

function pairCounts(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = pairCode(text, at);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const pairCode = (text: string, at: number): number =>
  text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);
