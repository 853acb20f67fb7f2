/** The published measures, each for one page; see the README of the quality run. */

const TOKEN = /[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}_])+/gu;
const WORD = /[\p{L}\p{N}_]+/gu;

export interface Score {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
}

function count(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function overlap(gold: Map<string, number>, out: Map<string, number>): number {
  let shared = 0;
  for (const [item, times] of gold) shared += Math.min(times, out.get(item) ?? 0);
  return shared;
}

const total = (counts: Map<string, number>): number =>
  [...counts.values()].reduce((sum, times) => sum + times, 0);

function shingles(tokens: readonly string[]): Map<string, number> {
  if (tokens.length === 0) return new Map();
  const length = Math.max(1, tokens.length - 3);
  return count(Array.from({ length }, (_, at) => tokens.slice(at, at + 4).join(' ')));
}

/** Multisets of 4-grams: words, and each Han character by itself (Zyte's measure). */
export function shingleScore(gold: string, text: string): Score {
  const g = shingles(gold.match(TOKEN) ?? []);
  const o = shingles(text.match(TOKEN) ?? []);
  const shared = overlap(g, o);
  const inGold = total(g);
  const inText = total(o);
  return {
    precision: inText ? shared / inText : null,
    recall: inGold ? shared / inGold : null,
    f1: inGold + inText ? (2 * shared) / (inGold + inText) : 1,
  };
}

/** Multisets of words (the measure of WCXB). */
export function wordScore(gold: string, text: string): Score {
  const g = count(gold.toLowerCase().match(WORD) ?? []);
  const o = count(text.toLowerCase().match(WORD) ?? []);
  const shared = overlap(g, o);
  const precision = total(o) ? shared / total(o) : total(g) ? 0 : 1;
  const recall = total(g) ? shared / total(g) : total(o) ? 0 : 1;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

/** Character 4-grams of texts without white space: how the genre pages are compared. */
export function characterScore(gold: string, text: string): number {
  const grams = (value: string): Map<string, number> => {
    const chars = [...value.replace(/\s+/gu, '')];
    return shingles(chars);
  };
  const g = grams(gold);
  const o = grams(text);
  const size = total(g) + total(o);
  return size ? (2 * overlap(g, o)) / size : 1;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

export const harmonic = (p: number, r: number): number => (p + r ? (2 * p * r) / (p + r) : 0);
