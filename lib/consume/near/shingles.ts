import { mixed } from './mixed.ts';

/** Tokens in one shingle, as FineWeb takes them (Penedo et al., 2024, appendix E.1). */
const SHINGLE_TOKENS = 5;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Characters of scripts without spaces between words: each is a token. */
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What words of other scripts are made of; a half of a surrogate pair is taken for a letter. */
const IN_WORD = /[\p{L}\p{N}\p{M}\p{Cs}]/u;
const SEPARATES = 0;
const STANDS_ALONE = 1;
const MAKES_WORDS = 2;

/** Another spelling of a UTF-16 unit, such as the simplified form of a traditional character. */
export type Fold = (unit: number) => number;

/**
 * Hashes of the distinct shingles of a text, ascending: each of five tokens in a row, which for Chinese
 * are five characters. Punctuation, case, width and spacing do not count.
 */
export function shingles(text: string, fold: Fold): Int32Array {
  const tokens = tokenHashes(text.normalize('NFKC').toLowerCase(), fold);
  const count = tokens.length - SHINGLE_TOKENS + 1;
  if (count < 1) return new Int32Array();
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let next = at; next < at + SHINGLE_TOKENS; next++)
      hash = Math.imul(hash ^ (tokens[next] ?? 0), 0x9e3779b1);
    hashes[at] = mixed(hash);
  }
  return distinct(hashes.sort());
}

function tokenHashes(text: string, fold: Fold): number[] {
  const kinds = kindsOfUnits();
  const hashes: number[] = [];
  let word = FNV_BASIS;
  const endWord = (): void => {
    if (word !== FNV_BASIS) hashes.push(mixed(word));
    word = FNV_BASIS;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = fold(text.charCodeAt(at));
    const kind = kinds[unit];
    if (kind === MAKES_WORDS) word = Math.imul(word ^ unit, FNV_PRIME);
    else {
      endWord();
      if (kind === STANDS_ALONE) hashes.push(mixed(unit));
    }
  }
  endWord();
  return hashes;
}

let unitKinds: Uint8Array | undefined;

function kindsOfUnits(): Uint8Array {
  unitKinds ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (ALONE.test(character)) return STANDS_ALONE;
    return IN_WORD.test(character) ? MAKES_WORDS : SEPARATES;
  });
  return unitKinds;
}

function distinct(sorted: Int32Array): Int32Array {
  let size = 0;
  for (let at = 0; at < sorted.length; at++) {
    const hash = sorted[at] ?? 0;
    if (at === 0 || hash !== sorted[size - 1]) sorted[size++] = hash;
  }
  return sorted.subarray(0, size);
}
