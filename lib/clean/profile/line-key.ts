import { sha256 } from '#lib/model/digest.ts';
import { toSimplified } from '../repairs/traditional.ts';

const DIGITS = /\p{Nd}+/gu;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
const KEY_DIGITS = 16;

/**
 * A line as it is compared over the pages of a host (CCNet's normal form, with both Chinese scripts as
 * one): compatibility forms folded, simplified, lower case, a run of digits as one 0, nothing but letters
 * and digits. 本文共1,234字 and 本文共56字！ are the same.
 */
export function normalLine(text: string): string {
  const folded = text.normalize('NFKC').replace(NOT_WORDS, '').replace(DIGITS, '0');
  return toSimplified(folded.toLowerCase());
}

/** First 64 bits of the SHA-256 of a normalised line, hex. */
export function lineKey(normal: string): string {
  return sha256(normal).slice(0, KEY_DIGITS);
}
