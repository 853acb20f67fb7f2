import { decodeAs } from './decode-as.ts';
import {
  CHINESE,
  CYRILLIC,
  JAPANESE,
  KOREAN,
  LATIN,
  SIMPLIFIED,
  TRADITIONAL,
} from './frequent-characters.ts';

/** One character no text has costs as much as this many frequent ones earn. */
const COST_OF_BAD = 3;

/** Characters a charset's readers expect; others of the same kind count for nothing, not against. */
const EXPECTED: Readonly<Record<string, ReadonlySet<number>>> = {
  gbk: SIMPLIFIED,
  gb18030: CHINESE,
  big5: TRADITIONAL,
  shift_jis: JAPANESE,
  'euc-jp': JAPANESE,
  'euc-kr': KOREAN,
  'windows-1251': CYRILLIC,
  'koi8-r': CYRILLIC,
  'windows-1252': LATIN,
};

/** Charsets tried when nothing trustworthy was declared. */
export const CANDIDATES: readonly string[] = Object.keys(EXPECTED).filter((name) => name !== 'gbk');

const ALPHABETIC = /^(?:windows-|iso-|koi8-)/u;
const ASCII_LETTER = /[A-Za-z]/u;

/**
 * How much like text the bytes are in a charset: share of its frequent characters among the ones that are
 * not ASCII, less what cannot be text (lost bytes, private use, controls). At most 1, may be negative.
 */
export function scoreCharset(windows: readonly Uint8Array[], name: string): number {
  const expected = EXPECTED[name] ?? CHINESE;
  const alphabetic = ALPHABETIC.test(name);
  const sum: Counts = { total: 0, good: 0, bad: 0 };
  for (const bytes of windows) {
    const text = decodeAs(bytes, name);
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) >= 0x80) count(sum, text, at, expected, alphabetic);
    }
    // The window ends where it ends: a character cut there is nobody's fault.
    if (text.endsWith('\uFFFD')) sum.bad -= 1;
  }
  return sum.total === 0 ? 0 : (sum.good - COST_OF_BAD * Math.max(0, sum.bad)) / sum.total;
}

interface Counts {
  total: number;
  good: number;
  bad: number;
}

function count(
  sum: Counts,
  text: string,
  at: number,
  expected: ReadonlySet<number>,
  alphabetic: boolean,
): void {
  const code = text.charCodeAt(at);
  sum.total += 1;
  if (isImpossible(code)) sum.bad += 1;
  else if (expected.has(code) && !(alphabetic && isCrowded(text, at))) sum.good += 1;
}

/** Lost bytes, C1 controls, private use: in no text anybody wrote. */
function isImpossible(code: number): boolean {
  return code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff);
}

/** Latin letters with accents stand alone among plain ones; two-byte text read as Latin comes in runs. */
function isCrowded(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x400) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (
    !ASCII_LETTER.test(before) && !ASCII_LETTER.test(after) && (before > '\x7f' || after > '\x7f')
  );
}
