import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { harmonic, mean, shingleScore, wordScore } from './measures.ts';

export const BENCH_SETS = ['articles', 'forums', 'snippets', 'wcxb', 'reader'] as const;

/** One annotated page of a benchmark. */
export interface BenchPage {
  readonly id: string;
  readonly url: string;
  readonly file: string;
  readonly gold?: string;
  readonly kind?: string;
  readonly words?: boolean;
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
  readonly title?: string | readonly string[];
  readonly author?: string | readonly string[];
  readonly date?: string | readonly string[];
}

export interface PageResult {
  readonly page: BenchPage;
  readonly text: string;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
  /** Phrases found, missed and wrongly there; snippets only. */
  readonly hits: number;
  readonly misses: number;
  readonly extras: number;
}

export function readSet(folder: string): BenchPage[] {
  const index = join(folder, 'index.jsonl');
  if (!existsSync(index)) return [];
  return readFileSync(index, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): BenchPage => JSON.parse(line));
}

export function pageBytes(folder: string, page: BenchPage): Uint8Array {
  const bytes = readFileSync(join(folder, page.file));
  return page.file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export function scorePage(page: BenchPage, text: string): PageResult {
  const none = { hits: 0, misses: 0, extras: 0 };
  if (page.present) {
    const hits = page.present.filter((phrase) => text.includes(phrase)).length;
    const extras = (page.absent ?? []).filter((phrase) => text.includes(phrase)).length;
    const misses = page.present.length - hits;
    const f1 = (2 * hits) / (2 * hits + misses + extras || 1);
    return { page, text, precision: null, recall: null, f1, hits, misses, extras };
  }
  const score = (page.words ? wordScore : shingleScore)(page.gold ?? '', text);
  return { page, text, ...score, ...none };
}

export interface SetScore {
  readonly pages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** The set's figure as its authors define it. */
export function scoreSet(results: readonly PageResult[]): SetScore {
  const first = results[0]?.page;
  const pages = results.length;
  if (first?.present) {
    const sum = (key: 'hits' | 'misses' | 'extras'): number =>
      results.reduce((all, result) => all + result[key], 0);
    const precision = sum('hits') / (sum('hits') + sum('extras') || 1);
    const recall = sum('hits') / (sum('hits') + sum('misses') || 1);
    return { pages, precision, recall, f1: harmonic(precision, recall), kinds: {} };
  }
  const precision = mean(results.flatMap(({ precision: p }) => (p === null ? [] : [p])));
  const recall = mean(results.flatMap(({ recall: r }) => (r === null ? [] : [r])));
  const byKind = Map.groupBy(results, ({ page }) => page.kind ?? '');
  const kinds = Object.fromEntries(
    [...byKind]
      .filter(([kind]) => kind !== '')
      .map(([kind, group]) => [kind, mean(group.map(({ f1 }) => f1))]),
  );
  const f1 = first?.words ? mean(results.map((result) => result.f1)) : harmonic(precision, recall);
  return { pages, precision, recall, f1, kinds };
}

/** Registrable name as far as grouping needs it: pages of one site fall into one half. */
export function siteOf(page: BenchPage): string {
  if (!URL.canParse(page.url)) return page.id;
  const { hostname } = new URL(page.url);
  if (hostname === 'fakehost') return page.id;
  const labels = hostname.split('.');
  const generic = /^(?:co|com|org|net|gov|edu|ac|or|ne)$/.test(labels.at(-2) ?? '');
  return labels.slice(generic ? -3 : -2).join('.');
}
