import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './han-script.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Enough to tell a language; the rest of a long text says the same. */
const SAMPLE_CHARS = 3_000;
const WORD = /\p{Script=Latin}+/gu;
const MIN_WORDS = 8;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
];
const TRADITIONAL_TAG = /hant|tw|hk|mo/i;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LATIN = /\p{Script=Latin}/gu;
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
  const han = count(sample, HAN);
  const kana = count(sample, KANA);
  const latin = count(sample, LATIN);
  // A Han character says what a word of five letters says.
  if ((han + kana) * 5 > latin && han + kana > 4) {
    return kana * 12 > han + kana ? 'ja' : chinese(sample, declared);
  }
  for (const [pattern, language] of SCRIPTS) {
    if (count(sample, pattern) * 2 > latin && count(sample, pattern) > 4) {
      return SHARED[language]?.includes(claim) ? claim : language;
    }
  }
  return (
    latinLanguage(sample, claim) ?? (claim === 'zh' ? chinese(sample, declared) : claim || null)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
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
  let best: string | null = null;
  let most = words.length * 0.06;
  for (const [language, stops] of STOP_WORDS) {
    let hits = 0;
    for (const word of words) if (stops.has(word)) hits += 1;
    const score = language === claim ? hits * 1.15 : hits;
    if (score > most) {
      most = score;
      best = language;
    }
  }
  return best;
}

const LANGUAGE = /^[a-z]{2,3}(?=$|[-_])/i;

/** The language subtag of a lang attribute, '' if it has none. */
function baseOf(declared: string): string {
  return LANGUAGE.exec(declared.trim())?.[0].toLowerCase() ?? '';
}
