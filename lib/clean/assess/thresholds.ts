import type { TextFigures } from './text-figures.ts';

/** One published limit: missing it is a flag, never a drop. */
export interface Threshold {
  /** source/measure as the source calls it. */
  readonly name: string;
  readonly figure: keyof TextFigures;
  readonly min?: number;
  readonly max?: number;
  /** Which texts the source made it for. */
  readonly for: 'han' | 'words' | 'english' | 'all';
}

/** Gopher quality: Rae et al. 2021, table A1; datatrove gopher_quality_filter.py. */
const GOPHER_QUALITY: readonly Threshold[] = [
  { name: 'gopher/min_words', figure: 'words', min: 50, for: 'all' },
  { name: 'gopher/max_words', figure: 'words', max: 100_000, for: 'all' },
  { name: 'gopher/min_mean_word', figure: 'mean_word_length', min: 3, for: 'words' },
  { name: 'gopher/max_mean_word', figure: 'mean_word_length', max: 10, for: 'words' },
  { name: 'gopher/symbol_ratio', figure: 'symbol_ratio', max: 0.1, for: 'all' },
  { name: 'gopher/bullet_lines', figure: 'bullet_lines', max: 0.9, for: 'all' },
  { name: 'gopher/ellipsis_lines', figure: 'ellipsis_lines', max: 0.3, for: 'all' },
  { name: 'gopher/alpha_words', figure: 'alpha_words', min: 0.8, for: 'words' },
  { name: 'gopher/stop_words', figure: 'stop_words', min: 2, for: 'english' },
];

/** Gopher repetition: Rae et al. 2021, table A1; datatrove gopher_repetition_filter.py. A paragraph is a line here. */
const GOPHER_REPETITION: readonly Threshold[] = [
  { name: 'gopher/dup_line_frac', figure: 'dup_line_frac', max: 0.3, for: 'words' },
  { name: 'gopher/dup_line_char_frac', figure: 'dup_line_char_frac', max: 0.2, for: 'words' },
  { name: 'gopher/top_2_gram', figure: 'top_2_gram', max: 0.2, for: 'words' },
  { name: 'gopher/top_3_gram', figure: 'top_3_gram', max: 0.18, for: 'words' },
  { name: 'gopher/top_4_gram', figure: 'top_4_gram', max: 0.16, for: 'words' },
  { name: 'gopher/dup_5_gram', figure: 'dup_5_gram', max: 0.15, for: 'words' },
  { name: 'gopher/dup_6_gram', figure: 'dup_6_gram', max: 0.14, for: 'words' },
  { name: 'gopher/dup_7_gram', figure: 'dup_7_gram', max: 0.13, for: 'words' },
  { name: 'gopher/dup_8_gram', figure: 'dup_8_gram', max: 0.12, for: 'words' },
  { name: 'gopher/dup_9_gram', figure: 'dup_9_gram', max: 0.11, for: 'words' },
  { name: 'gopher/dup_10_gram', figure: 'dup_10_gram', max: 0.1, for: 'words' },
];

/** FineWeb-2 for Chinese: configs/cmn_Hani.yml. Language score is left out: it is the classifier's. */
const FINEWEB_2: readonly Threshold[] = [
  { name: 'fineweb-2/line_punct_ratio', figure: 'line_punct_ratio', min: 0.106, for: 'han' },
  { name: 'fineweb-2/new_line_ratio', figure: 'new_line_ratio', max: 0.178, for: 'han' },
  { name: 'fineweb-2/char_dup_ratio', figure: 'dup_line_char_frac', max: 0.1, for: 'han' },
  { name: 'fineweb-2/dup_line_frac', figure: 'dup_line_frac', max: 0.287, for: 'han' },
  { name: 'fineweb-2/top_2_gram', figure: 'top_2_gram', max: 0.256, for: 'han' },
  { name: 'fineweb-2/top_3_gram', figure: 'top_3_gram', max: 0.201, for: 'han' },
  { name: 'fineweb-2/top_4_gram', figure: 'top_4_gram', max: 0.171, for: 'han' },
  { name: 'fineweb-2/dup_5_gram', figure: 'dup_5_gram', max: 0.198, for: 'han' },
  { name: 'fineweb-2/dup_6_gram', figure: 'dup_6_gram', max: 0.182, for: 'han' },
  { name: 'fineweb-2/dup_7_gram', figure: 'dup_7_gram', max: 0.167, for: 'han' },
  { name: 'fineweb-2/dup_8_gram', figure: 'dup_8_gram', max: 0.154, for: 'han' },
  { name: 'fineweb-2/dup_9_gram', figure: 'dup_9_gram', max: 0.14, for: 'han' },
  { name: 'fineweb-2/dup_10_gram', figure: 'dup_10_gram', max: 0.127, for: 'han' },
  { name: 'fineweb-2/alpha_words', figure: 'alpha_words', min: 0.735, for: 'han' },
];

/** MAP-CC: MAP-NEO, filter/filter.py. Its word length needs a word segmenter and is left out. */
const MAP_CC: readonly Threshold[] = [
  { name: 'map-cc/bracket_ratio', figure: 'bracket_ratio', max: 0.1, for: 'han' },
  { name: 'map-cc/min_sentences', figure: 'sentences', min: 2, for: 'han' },
  { name: 'map-cc/min_chars', figure: 'chars', min: 50, for: 'han' },
  { name: 'map-cc/max_chars', figure: 'chars', max: 10_000, for: 'han' },
  { name: 'map-cc/digit_ratio', figure: 'digit_ratio', max: 0.3, for: 'han' },
  { name: 'map-cc/more_lines', figure: 'more_lines', max: 0.3, for: 'han' },
  { name: 'map-cc/bullet_lines', figure: 'bullet_lines', max: 0.9, for: 'han' },
  { name: 'map-cc/unique_chars', figure: 'unique_chars', min: 0.1, for: 'han' },
  { name: 'map-cc/entropy', figure: 'entropy', min: 3, for: 'han' },
];

export const THRESHOLDS: readonly Threshold[] = [
  ...GOPHER_QUALITY,
  ...GOPHER_REPETITION,
  ...FINEWEB_2,
  ...MAP_CC,
];
