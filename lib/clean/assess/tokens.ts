/** The words of a text as hashes and lengths: what repetition is counted over. */
export interface Tokens {
  readonly hashes: Int32Array;
  readonly lengths: Uint16Array;
  readonly count: number;
}

/** Repetition shows early: longer texts are judged by their beginning. */
const MAX_TOKENS = 12_000;
const FNV_PRIME = 0x0100_0193;
const FNV_OFFSET = 0x811c_9dc5 | 0;

/** Words of letters and digits; a Han, kana or Hangul character stands for itself. One pass over code units. */
export function tokensOf(text: string): Tokens {
  const size = Math.min(text.length, MAX_TOKENS);
  const hashes = new Int32Array(size);
  const lengths = new Uint16Array(size);
  let count = 0;
  let hash = FNV_OFFSET;
  let length = 0;
  for (let at = 0; at <= text.length && count < size; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (isWordCode(code)) {
      hash = Math.imul(hash ^ lower(code), FNV_PRIME);
      length += 1;
      continue;
    }
    if (length > 0) {
      hashes[count] = hash;
      lengths[count] = Math.min(length, 0xffff);
      count += 1;
      hash = FNV_OFFSET;
      length = 0;
    }
    if (isCharacterWord(code) && count < size) {
      hashes[count] = Math.imul(FNV_OFFSET ^ code, FNV_PRIME);
      lengths[count] = 1;
      count += 1;
    }
  }
  return { hashes, lengths, count };
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

/** Scripts written without blanks between words. */
export function isCharacterWord(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** ASCII letters and digits, and letters of the alphabets up to and beyond Latin that are not punctuation. */
function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  }
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return code >= 0xff10 && code <= 0xff5a && !(code > 0xff19 && code < 0xff21);
}
