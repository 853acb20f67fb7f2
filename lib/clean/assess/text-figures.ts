import { isSpace } from '../white-space.ts';
import { charFigures } from './char-figures.ts';
import { lineFigures } from './line-figures.ts';
import { repetition } from './repetition.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** All figures about a text, by the names that corpus filters use. */
export interface TextFigures {
  readonly chars: number;
  readonly words: number;
  readonly mean_word_length: number;
  readonly sentences: number;
  readonly line_punct_ratio: number;
  readonly new_line_ratio: number;
  readonly ellipsis_lines: number;
  readonly bullet_lines: number;
  readonly more_lines: number;
  readonly dup_line_frac: number;
  readonly dup_line_char_frac: number;
  readonly symbol_ratio: number;
  readonly alpha_words: number;
  readonly stop_words: number;
  readonly han_ratio: number;
  readonly digit_ratio: number;
  readonly bracket_ratio: number;
  readonly unique_chars: number;
  readonly entropy: number;
  readonly top_2_gram: number;
  readonly top_3_gram: number;
  readonly top_4_gram: number;
  readonly dup_5_gram: number;
  readonly dup_6_gram: number;
  readonly dup_7_gram: number;
  readonly dup_8_gram: number;
  readonly dup_9_gram: number;
  readonly dup_10_gram: number;
}

/** ChineseWebText calls a text Chinese from this share of Han characters on. */
export const HAN_TEXT = 0.3;
/** Characters of a Chinese word on average, for ratios over words without a segmenter. */
const HAN_WORD_CHARS = 1.6;
const ENGLISH_STOP_WORDS = ['the', 'be', 'to', 'of', 'and', 'that', 'have', 'with'];
const LONGEST_STOP_WORD = 4;
const HAN_LETTERS = /[\u3040-\u30ff\u3400-\u9fff]/gu;
const LATIN_WORDS = /[A-Za-z]+/gu;
const HAN_OTHERS = /\d+|[^\s\dA-Za-z\u3040-\u30ff\u3400-\u9fff]/gu;
const LETTER = /\p{L}/u;
const SAMPLE = 20_000;

/** The figures of a text; words of Chinese are estimated from its characters. Linear. */
export function textFigures(text: string, known = lineFigures(text)): TextFigures {
  const chars = charFigures(text);
  const { lines, ...byLine } = known;
  const tokens = tokensOf(text);
  const isHan = chars.han > chars.chars * HAN_TEXT;
  const { top, duplicated } = repetition(tokens, isHan ? 2 : 1);
  const words = wordFigures(text, chars.han, isHan);
  return {
    chars: chars.chars,
    words: words.words,
    mean_word_length: meanLength(tokens),
    sentences: chars.sentences,
    ...byLine,
    new_line_ratio: words.words === 0 ? 0 : Math.max(0, lines - 1) / words.words,
    symbol_ratio: words.words === 0 ? 0 : chars.symbols / words.words,
    alpha_words: words.alpha,
    stop_words: words.stops,
    han_ratio: chars.chars === 0 ? 0 : chars.han / chars.chars,
    digit_ratio: chars.digit_ratio,
    bracket_ratio: chars.bracket_ratio,
    unique_chars: chars.unique_chars,
    entropy: chars.entropy,
    top_2_gram: top[2],
    top_3_gram: top[3],
    top_4_gram: top[4],
    dup_5_gram: duplicated[5],
    dup_6_gram: duplicated[6],
    dup_7_gram: duplicated[7],
    dup_8_gram: duplicated[8],
    dup_9_gram: duplicated[9],
    dup_10_gram: duplicated[10],
  };
}

function wordFigures(
  text: string,
  han: number,
  isHan: boolean,
): { words: number; alpha: number; stops: number } {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const pieces = readPieces(sample);
  const scale = text.length / Math.max(1, sample.length);
  const estimated = isHan ? han / HAN_WORD_CHARS : pieces.count * scale;
  return {
    words: Math.round(estimated),
    alpha: isHan ? hanAlpha(sample) : pieces.alpha / Math.max(1, pieces.count),
    stops: ENGLISH_STOP_WORDS.length - pieces.missing.size,
  };
}

/** What stands between white space, how many of them have a letter, and which stop words are not among them. */
interface Pieces {
  count: number;
  alpha: number;
  readonly missing: Set<string>;
}

/** One pass: a list of all pieces would be as many strings. */
function readPieces(text: string): Pieces {
  const pieces = { count: 0, alpha: 0, missing: new Set(ENGLISH_STOP_WORDS) };
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isSpace(text.charCodeAt(at))) continue;
    if (at > from) readPiece(text, from, at, pieces);
    from = at + 1;
  }
  return pieces;
}

function readPiece(text: string, from: number, to: number, pieces: Pieces): void {
  pieces.count += 1;
  if (hasLetter(text, from, to)) pieces.alpha += 1;
  if (to - from <= LONGEST_STOP_WORD && pieces.missing.size > 0) {
    pieces.missing.delete(text.slice(from, to).toLowerCase());
  }
}

/** Most words show one of ASCII first. */
function hasLetter(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(from) | 0x20;
  return (code >= 0x61 && code <= 0x7a) || LETTER.test(text.slice(from, to));
}

/** Share of tokens that are letters: in Chinese a segmenter makes every punctuation mark and number a word. */
function hanAlpha(sample: string): number {
  const letters = count(sample, HAN_LETTERS) / HAN_WORD_CHARS + count(sample, LATIN_WORDS);
  const others = count(sample, HAN_OTHERS);
  return letters / Math.max(1, letters + others);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function meanLength({ lengths, count }: Tokens): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += lengths[at] ?? 0;
  return count === 0 ? 0 : sum / count;
}
