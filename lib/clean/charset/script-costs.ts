/**
 * How surprising a UTF-16 unit is where it stands, in nats, by the script a charset is used for.
 * Coarse on purpose: charsets differ by several nats a character, and a model that knows little
 * about everything misjudges nothing for being unusual.
 */
import { characterCost } from '../repairs/character-cost.ts';
import { alphabetCost } from './alphabet-cost.ts';

export type UnitCost = (text: string, at: number) => number;

/** A lost byte: what stands for it says that the charset is wrong. */
const LOST = 30;
/** In no text anybody wrote: C1 controls, private use. */
const IMPOSSIBLE = 20;
const CONTROL = 15;
const ASCII = 5;
const ASCII_CONTROL_OK = '\t\n\f\r';

/** Kana that make up most of a Japanese text, and all others. */
const FREQUENT_KANA = new Set(
  'のにをはたがでてとしれさいるなもかすことまりよきっうくらあだンスルトリクアイラドー',
);
const KANA = 3.2;
const OTHER_KANA = 5;
const HALF_WIDTH_KANA = 9;
/** Forms that only Japan writes are in no Chinese table. */
const MOST_KANJI = 10.5;
const KANJI_AFTER_CHINESE = 0.7;

/** A Chinese character between two plain letters: an accented one, read with the letter after it. */
const INSIDE_WORD = 6;
const ASCII_LETTER = /[A-Za-z]/;

const FREQUENT_HANGUL = new Set(
  '이다는을의에가고하지한로도기사은를서인자시어대정나리아그수있부원일해전과스으제구장성보상라것동유만게비들주공신우여',
);
const HANGUL = 4.2;
const OTHER_HANGUL = 7.5;
const HANJA = 12.5;

const common =
  (ofScript: UnitCost): UnitCost =>
  (text, at) => {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      return code >= 0x20 || ASCII_CONTROL_OK.includes(text.charAt(at)) ? ASCII : CONTROL;
    }
    if (code === 0xfffd) return LOST;
    const isImpossible = code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff);
    return isImpossible ? IMPOSSIBLE : ofScript(text, at);
  };

/** Kana, Greek and Cyrillic letters are in the Chinese charsets too. */
const OTHER_LETTER = 8.5;

const chinese = common((text, at) => {
  const code = text.charCodeAt(at);
  if ((code >= 0x391 && code <= 0x451) || (code >= 0x3041 && code <= 0x30fe)) return OTHER_LETTER;
  return characterCost(code) + (isHan(code) && isInsideWord(text, at) ? INSIDE_WORD : 0);
});

const japanese = common((text, at) => {
  const code = text.charCodeAt(at);
  if (code >= 0xff61 && code <= 0xff9f) return HALF_WIDTH_KANA;
  if (code >= 0x3041 && code <= 0x30fe) {
    return FREQUENT_KANA.has(text.charAt(at)) ? KANA : OTHER_KANA;
  }
  return isHan(code)
    ? Math.min(MOST_KANJI, characterCost(code) + KANJI_AFTER_CHINESE)
    : characterCost(code);
});

const korean = common((text, at) => {
  const code = text.charCodeAt(at);
  if (code >= 0xac00 && code <= 0xd7a3) {
    return FREQUENT_HANGUL.has(text.charAt(at)) ? HANGUL : OTHER_HANGUL;
  }
  return isHan(code) ? HANJA : characterCost(code);
});

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isInsideWord(text: string, at: number): boolean {
  return ASCII_LETTER.test(text.charAt(at - 1)) && ASCII_LETTER.test(text.charAt(at + 1));
}

/** Whatever script its letters are: UTF-8 that is damaged, and all single-byte charsets. */
const alphabet = common(alphabetCost);
const any = common((text, at) => {
  const code = text.charCodeAt(at);
  return code < 0x2000 ? alphabetCost(text, at) : Math.min(japanese(text, at), korean(text, at));
});

/** By charset; `alphabet` for all others. */
export const SCRIPT_COSTS: Readonly<Record<string, UnitCost>> & { readonly alphabet: UnitCost } = {
  gbk: chinese,
  gb18030: chinese,
  big5: chinese,
  'utf-8': any,
  'utf-16le': any,
  'utf-16be': any,
  shift_jis: japanese,
  'euc-jp': japanese,
  'euc-kr': korean,
  alphabet,
};

const KANA_LETTER = /[\u3041-\u30fa]/;
/** Letters that a text in a charset of one language has: signs alone may be another's. */
export const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  shift_jis: KANA_LETTER,
  'euc-jp': KANA_LETTER,
  'euc-kr': /[\uac00-\ud7a3]/,
};
