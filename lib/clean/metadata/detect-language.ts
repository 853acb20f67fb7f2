import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './han-script.ts';
import { languagesOf } from './stop-words.ts';

/** Enough to tell a language; the rest of a long text says the same. */
const SAMPLE_CHARS = 2_000;
const WORD = /\p{Script=Latin}+/gu;
const MIN_WORDS = 8;
/** A text in a language has at least this share of its stop words. */
const MIN_SHARE = 0.06;

/** Blocks of Unicode: first and last code unit, and the first language written in them. */
const BLOCKS: readonly (readonly [number, number, string])[] = [
  [0x0041, 0x024f, 'Latn'],
  [0x0370, 0x03ff, 'el'],
  [0x0400, 0x052f, 'ru'],
  [0x0530, 0x058f, 'hy'],
  [0x0590, 0x05ff, 'he'],
  [0x0600, 0x077f, 'ar'],
  [0x0900, 0x097f, 'hi'],
  [0x0980, 0x09ff, 'bn'],
  [0x0b80, 0x0bff, 'ta'],
  [0x0e00, 0x0e7f, 'th'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x3040, 0x30ff, 'kana'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7a3, 'ko'],
];
/** What stands among the letters of the first block and is none. */
const SIGNS = new Set([...'[\\]^_`{|}~×÷\u00a0«»¡¿©®°±·'].map((char) => char.charCodeAt(0)));
const TRADITIONAL_TAG = /hant|tw|hk|mo/i;
/** Languages written in a script that its first language of the table does not own. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  ru: ['uk', 'bg', 'sr', 'be', 'mk', 'kk', 'mn'],
  ar: ['fa', 'ur', 'ps', 'ug'],
  hi: ['mr', 'ne'],
};

/**
 * The text's language as BCP 47, with script for Chinese; `declared` (html lang) decides only between
 * languages the text allows and for texts too short to tell. Null if nothing tells.
 */
export function detectLanguage(text: string, declared: string): string | null {
  const sample = text.length > SAMPLE_CHARS ? text.slice(0, SAMPLE_CHARS) : text;
  const claim = baseOf(declared);
  const counts = scriptCounts(sample);
  const of = (script: string): number => counts.get(script) ?? 0;
  const eastAsian = of('Hani') + of('kana');
  // A Han character says what a word of five letters says.
  if (eastAsian * 5 > of('Latn') && eastAsian > 4 && of('ko') < eastAsian) {
    return of('kana') * 12 > eastAsian ? 'ja' : chinese(sample, declared);
  }
  for (const [script, count] of counts) {
    const isLanguage = script.length === 2;
    if (isLanguage && count * 2 > of('Latn') && count > 4) {
      return SHARED[script]?.includes(claim) ? claim : script;
    }
  }
  const latin = latinLanguage(sample, claim);
  if (latin !== null) return latin;
  return claim === 'zh' ? chinese(sample, declared) : claim || null;
}

/** Small letters, most of a text, are told without a look-up. */
function isSign(code: number): boolean {
  return code < 0xf8 && (code < 0x61 || code > 0x7a) && SIGNS.has(code);
}

/** Letters by script, the most frequent script first. */
function scriptCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let script = '';
  let [first, last] = [1, 0];
  let run = 0;
  const note = (): void => {
    if (run > 0) counts.set(script, (counts.get(script) ?? 0) + run);
    run = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x41 || isSign(code)) continue;
    // Neighbours are mostly of one script: only a change asks the tables.
    if (code < first || code > last) {
      const block = BLOCKS.find(([from, to]) => code >= from && code <= to);
      if (!block) continue;
      note();
      [first, last, script] = block;
    }
    run += 1;
  }
  note();
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** zh-Hans or zh-Hant by characters only one script has; the declared region decides a tie. */
function chinese(text: string, declared: string): string {
  let simplified = 0;
  let traditional = 0;
  for (const char of text) {
    if (SIMPLIFIED_ONLY.has(char)) simplified += 1;
    else if (TRADITIONAL_ONLY.has(char)) traditional += 1;
  }
  if (simplified === traditional) return TRADITIONAL_TAG.test(declared) ? 'zh-Hant' : 'zh-Hans';
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

/** The Latin language whose stop words the text has most of; the declared one wins a close race. */
function latinLanguage(text: string, claim: string): string | null {
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length < MIN_WORDS) return null;
  const hits = new Map<string, number>();
  for (const word of words) {
    for (const language of languagesOf(word)) {
      hits.set(language, (hits.get(language) ?? 0) + (language === claim ? 1.15 : 1));
    }
  }
  let best: string | null = null;
  let most = words.length * MIN_SHARE;
  for (const [language, count] of hits) {
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return best;
}

const LANGUAGE = /^[a-z]{2,3}(?=$|[-_])/i;

/** The language subtag of a lang attribute, '' if it has none. */
function baseOf(declared: string): string {
  return LANGUAGE.exec(declared.trim())?.[0].toLowerCase() ?? '';
}
