import { isCharacterWord } from './tokens.ts';

/** Figures over the characters of a text, white space left out. */
export interface CharFigures {
  readonly chars: number;
  readonly han: number;
  readonly digit_ratio: number;
  readonly bracket_ratio: number;
  readonly unique_chars: number;
  /** Entropy of single characters in nats. */
  readonly entropy: number;
  readonly sentences: number;
  readonly symbols: number;
}

const BRACKETS = new Set([...'【】'].map((char) => char.charCodeAt(0)));
/** Codes are looked through in rows: a text has characters of few. */
const ROW_BITS = 8;
const ROW = 1 << ROW_BITS;
const FIRST_CHARACTER_WORD = 0x3040;
const HASH = 0x23;
const ELLIPSIS = 0x2026;
/** unique characters / characters falls with length by nature: MAP-CC looks at documents of its size. */
const UNIQUE_SAMPLE = 2_000;

/** How often each code is in the text that is read; all 0 between texts: a quarter of a megabyte is dear to ask for. */
const counts = new Uint32Array(0x1_0000);

/** One pass over code units. */
export function charFigures(text: string): CharFigures {
  const used = new Uint8Array(0x1_0000 / ROW);
  let chars = 0;
  let han = 0;
  let sentences = 0;
  let inSentence = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    chars += 1;
    counts[code] = (counts[code] ?? 0) + 1;
    used[code >> ROW_BITS] = 1;
    if (code >= FIRST_CHARACTER_WORD && isCharacterWord(code)) han += 1;
    if (isSentenceEnd(code)) {
      if (inSentence) sentences += 1;
      inSentence = false;
    } else {
      inSentence = true;
    }
  }
  if (inSentence) sentences += 1;
  const figures = { chars, han, sentences, ...spread(used, chars) };
  used.forEach((isUsed, row) => {
    if (isUsed === 1) counts.fill(0, row * ROW, (row + 1) * ROW);
  });
  return figures;
}

function spread(used: Uint8Array, chars: number): Omit<CharFigures, 'chars' | 'han' | 'sentences'> {
  let entropy = 0;
  let unique = 0;
  let digits = 0;
  for (let code = 0; code < counts.length; code += 1) {
    if (used[code >> ROW_BITS] === 0) {
      code += ROW - 1;
      continue;
    }
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    unique += 1;
    const share = count / chars;
    entropy -= share * Math.log(share);
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) digits += count;
  }
  const total = Math.max(1, chars);
  const brackets = [...BRACKETS].reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  return {
    digit_ratio: digits / total,
    bracket_ratio: brackets / total,
    unique_chars: unique / Math.max(1, Math.min(chars, UNIQUE_SAMPLE)),
    entropy,
    symbols: (counts[HASH] ?? 0) + (counts[ELLIPSIS] ?? 0),
  };
}

/** . ! ? 。 ！ ？ … */
function isSentenceEnd(code: number): boolean {
  if (code < 0x80) return code === 0x2e || code === 0x21 || code === 0x3f;
  return code === ELLIPSIS || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}
