import type { Quality } from '#lib/model/document.ts';
import type { LineFigures } from './line-figures.ts';
import { HAN_TEXT, type TextFigures, textFigures } from './text-figures.ts';
import { THRESHOLDS, type Threshold } from './thresholds.ts';

const DIGITS = 10_000;

/**
 * Quality figures of a text with the names of the filters they come from, and as flags the published thresholds it misses
 * (FineWeb-2 cmn_Hani and MAP-CC for Chinese, Gopher for the rest). A flag is for the reader of the corpus: nothing is
 * dropped here. An empty text has no figures. `language` is BCP 47: English alone is asked for English stop words.
 * `lines`: the figures of its lines, if they are known.
 */
export function assessText(
  text: string,
  confidence: number,
  language: string | null = null,
  lines?: LineFigures,
): Quality {
  if (text.trim() === '') return { confidence: 0, chars: 0, values: {}, flags: [] };
  const figures = textFigures(text, lines);
  const { chars, ...values } = figures;
  return {
    confidence: Math.max(0, Math.min(1, confidence)),
    chars,
    values: rounded(values),
    flags: flagsOf(figures, language),
  };
}

function flagsOf(figures: TextFigures, language: string | null): string[] {
  const isHan = figures.han_ratio > HAN_TEXT;
  return THRESHOLDS.filter((threshold) => applies(threshold, isHan, language))
    .filter(({ figure, min, max }) => {
      const value = figures[figure];
      return (min !== undefined && value < min) || (max !== undefined && value > max);
    })
    .map(({ name }) => name);
}

function applies(threshold: Threshold, isHan: boolean, language: string | null): boolean {
  switch (threshold.for) {
    case 'all':
      return true;
    case 'han':
      return isHan;
    case 'words':
      return !isHan;
    case 'english':
      return language === 'en';
  }
}

function rounded(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Math.round(value * DIGITS) / DIGITS]),
  );
}
