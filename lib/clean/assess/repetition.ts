import type { Tokens } from './tokens.ts';

export interface Repetition {
  /** n → share of the characters that the most frequent n-gram covers. */
  readonly top: Readonly<Record<2 | 3 | 4, number>>;
  /** n → share of the characters in n-grams that occurred before. */
  readonly duplicated: Readonly<Record<5 | 6 | 7 | 8 | 9 | 10, number>>;
}

const MIX = 0x01b3_59c1;

/**
 * Repetition of word n-grams as Gopher counts it. `scale` is how many tokens make a word: 2 where a Han character is a
 * token, since Chinese words have one and a half to two characters and no segmenter is used. n-grams are compared by a
 * 32 bit hash. An n-gram can only repeat where the shorter one does, so each length looks only there. Linear.
 */
export function repetition(tokens: Tokens, scale: 1 | 2): Repetition {
  const chars = tokens.lengths.subarray(0, tokens.count).reduce((sum, length) => sum + length, 0);
  const top = { 2: 0, 3: 0, 4: 0 };
  const duplicated = { 5: 0, 6: 0, 7: 0, 8: 0, 9: 0, 10: 0 };
  if (chars === 0) return { top, duplicated };
  let again: Where | null = null;
  for (const n of [2, 3, 4] as const) {
    const counted = countGrams(tokens, n * scale, again);
    top[n] = counted.topChars / chars;
    again = counted.again;
  }
  for (const n of [5, 6, 7, 8, 9, 10] as const) {
    const counted = countGrams(tokens, n * scale, again);
    duplicated[n] = duplicateChars(tokens, n * scale, counted.second) / chars;
    again = counted.again;
    if (counted.again.count === 0) break;
  }
  return { top, duplicated };
}

/** Marked starts of n-grams, and how many there are: a table for few is small. */
interface Where {
  readonly starts: Uint8Array;
  readonly count: number;
}

interface Counted {
  /** Starts whose n-gram occurs more than once. */
  readonly again: Where;
  /** Starts whose n-gram occurred before. */
  readonly second: Uint8Array;
  readonly topChars: number;
}

/** Counts the n-grams that start where `where` allows it. */
function countGrams(tokens: Tokens, n: number, where: Where | null): Counted {
  const { hashes, lengths, count } = tokens;
  const starts = where?.count ?? count;
  const again = new Uint8Array(count);
  const second = new Uint8Array(count);
  const seen = new GramTable(starts);
  let topChars = 0;
  let repeated = 0;
  for (let at = 0; at + n <= count; at += 1) {
    if (where && where.starts[at] === 0) continue;
    const hash = gramHash(hashes, at, n);
    const times = seen.add(hash, at);
    if (times === 1) continue;
    repeated += times === 2 ? 2 : 1;
    again[seen.first] = 1;
    again[at] = 1;
    second[at] = 1;
    topChars = Math.max(topChars, times * gramChars(lengths, at, n));
  }
  return { again: { starts: again, count: repeated }, second, topChars };
}

/** How often each hash came, and where first: open addressing, so that a text's thousand n-grams are no objects. */
class GramTable {
  /** Where the hash that was added last came first. */
  first = 0;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly firsts: Int32Array;
  /** 0: nothing is there. */
  private readonly times: Int32Array;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 2 + 2));
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.firsts = new Int32Array(size);
    this.times = new Int32Array(size);
  }

  /** Notes that the hash came at a place; answers how often it has come by now. */
  add(hash: number, at: number): number {
    const { mask, hashes, times } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (times[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    if (times[slot] === 0) {
      hashes[slot] = hash;
      this.firsts[slot] = at;
    }
    this.first = this.firsts[slot] ?? 0;
    const count = (times[slot] ?? 0) + 1;
    times[slot] = count;
    return count;
  }
}

/** Characters in repeated n-grams, none counted twice: after a repeated one the walk goes on behind it. */
function duplicateChars(tokens: Tokens, n: number, second: Uint8Array): number {
  let chars = 0;
  for (let at = 0; at + n <= tokens.count; ) {
    if (second[at] === 1) {
      chars += gramChars(tokens.lengths, at, n);
      at += n;
    } else {
      at += 1;
    }
  }
  return chars;
}

function gramHash(hashes: Int32Array, at: number, n: number): number {
  let hash = n;
  for (let k = 0; k < n; k += 1)
    hash = Math.imul(hash ^ (hashes[at + k] ?? 0), MIX) ^ (hash >>> 15);
  return hash | 0;
}

function gramChars(lengths: Uint16Array, at: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k += 1) sum += lengths[at + k] ?? 0;
  return sum;
}
