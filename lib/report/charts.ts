import type { RunFigures } from '#lib/model/run-figures.ts';
import { isDocument, type Outcome } from './outcomes.ts';

/** A distribution: bin `n` holds `counts[n]` values from `edges[n]` on, up to `edges[n + 1]`. */
export interface Histogram {
  readonly name: string;
  readonly unit: 'characters' | 'share' | 'ms';
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly median: number | null;
  /** Of the run before. */
  readonly medianBefore: number | null;
}

/** Values over the last runs, oldest first. */
export interface Trend {
  readonly name: string;
  readonly at: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

export interface Charts {
  readonly histograms: readonly Histogram[];
  readonly trends: readonly Trend[];
}

/** 1, 1.8, 3.2, 5.6, 10: four bins a decade. */
const PER_DECADE = 4;
const SHARE_BINS = 20;

/** Plots of a run; `runs`: this run and those before it, latest first. */
export function chartsOf(outcomes: readonly Outcome[], runs: readonly RunFigures[]): Charts {
  const documents = outcomes.filter(isDocument);
  const before = runs[1]?.total;
  const chars = documents.flatMap(({ content }) => content?.chars ?? []);
  const shares = documents.flatMap(({ content }) => content?.removedShare ?? []);
  const ms = outcomes.flatMap(({ fetch }) => fetch?.ms ?? []);
  const now = runs[0]?.total;
  return {
    histograms: [
      {
        name: 'Length of the documents',
        unit: 'characters',
        ...logBins(chars),
        median: now?.chars?.p50 ?? null,
        medianBefore: before?.chars?.p50 ?? null,
      },
      {
        name: 'Share of the page removed',
        unit: 'share',
        ...shareBins(shares),
        median: now?.removedShare?.p50 ?? null,
        medianBefore: before?.removedShare?.p50 ?? null,
      },
      {
        name: 'Time of an answer',
        unit: 'ms',
        ...logBins(ms),
        median: now?.ms?.p50 ?? null,
        medianBefore: before?.ms?.p50 ?? null,
      },
    ],
    trends: trendsOf(runs.toReversed()),
  };
}

function trendsOf(runs: readonly RunFigures[]): Trend[] {
  const at = runs.map(({ startedAt }) => startedAt);
  const values = (pick: (total: RunFigures['total']) => number | null) =>
    runs.map(({ total }) => pick(total));
  return [
    {
      name: 'Documents and failures',
      at,
      series: [
        { name: 'documents', values: values(({ documents }) => documents) },
        { name: 'new or changed', values: values(({ added, changed }) => added + changed) },
        { name: 'failures', values: values(({ errors }) => errors) },
      ],
    },
    {
      name: 'Median length',
      at,
      series: [{ name: 'characters', values: values(({ chars }) => chars?.p50 ?? null) }],
    },
  ];
}

function logBins(values: readonly number[]): Pick<Histogram, 'edges' | 'counts'> {
  const positive = values.map((value) => Math.max(1, value));
  if (positive.length === 0) return { edges: [1, 10], counts: [0] };
  const bin = (value: number): number => Math.floor(Math.log10(value) * PER_DECADE + 1e-9);
  const bins = positive.map(bin);
  const low = bins.reduce((a, b) => Math.min(a, b));
  const high = bins.reduce((a, b) => Math.max(a, b));
  const counts = new Array<number>(high - low + 1).fill(0);
  for (const one of bins) counts[one - low] = (counts[one - low] ?? 0) + 1;
  const edges = Array.from({ length: counts.length + 1 }, (_, n) =>
    Math.round(10 ** ((low + n) / PER_DECADE)),
  );
  return { edges, counts };
}

function shareBins(values: readonly number[]): Pick<Histogram, 'edges' | 'counts'> {
  const counts = new Array<number>(SHARE_BINS).fill(0);
  for (const value of values) {
    const bin = Math.min(SHARE_BINS - 1, Math.floor(value * SHARE_BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: SHARE_BINS + 1 }, (_, n) => n / SHARE_BINS), counts };
}
