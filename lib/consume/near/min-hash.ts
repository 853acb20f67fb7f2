import { mixed } from './mixed.ts';

/** Hash functions, and so bytes, of a signature. */
export const HASHES = 192;

const BYTE = 0xff;
const FACTORS = Int32Array.from({ length: HASHES }, (_, at) => mixed(2 * at + 1) | 1);
const OFFSETS = Int32Array.from({ length: HASHES }, (_, at) => mixed(2 * at + 2));

/**
 * The signature of a set of shingles: of each hash function the least value over the set (Broder, 1997),
 * one byte of it (b-bit minwise hashing: Li and König, 2010). Two sets agree at a place with the
 * probability of their resemblance, else by chance at one place in 256.
 */
export function minHash(shingles: Int32Array): Uint8Array {
  const signature = new Uint8Array(HASHES);
  for (let at = 0; at < HASHES; at++)
    signature[at] = mixed(least(shingles, FACTORS[at] ?? 1, OFFSETS[at] ?? 0)) & BYTE;
  return signature;
}

function least(shingles: Int32Array, factor: number, offset: number): number {
  let least = 0x7fffffff;
  for (let at = 0; at < shingles.length; at++) {
    const hash = (Math.imul(shingles[at] ?? 0, factor) + offset) | 0;
    least = Math.min(least, hash);
  }
  return least;
}

/** Estimated resemblance |A ∩ B| / |A ∪ B| of two sets, by their signatures. */
export function resemblance(a: Uint8Array, b: Uint8Array): number {
  let equal = 0;
  for (let at = 0; at < HASHES; at++) if (a[at] === b[at]) equal++;
  const byChance = 1 / (BYTE + 1);
  return Math.max(0, (equal / HASHES - byChance) / (1 - byChance));
}
