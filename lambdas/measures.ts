import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { estimatedDollars } from '#lib/model/cost/estimated-dollars.ts';
import type { Row } from '#lib/model/row.ts';
import type { State } from '#lib/model/states.ts';
import type { DollarMeasure, Measure, ShareMeasure, StoreMeasure } from './env.ts';

/** Rows of which states a measure counts; by stage, since `unchanged` is said by both. */
export const FETCH_MEASURES = { Fetched: ['fetched', 'unchanged'], Failed: ['failed'] } as const;
export const CLEAN_MEASURES = {
  Published: ['published', 'unchanged'],
  Withheld: ['no-document', 'noindex'],
  Failed: ['failed'],
} as const;

const FETCHED: readonly State[] = FETCH_MEASURES.Fetched;
const metrics = new Metrics();

/** Counts the rows of a source for alarms and the dashboard; zeros are not sent. */
export function measureRows(
  source: string,
  rows: readonly Row[],
  measures: Readonly<Partial<Record<Measure, readonly State[]>>>,
): void {
  const counts = Object.entries(measures).map(
    ([name, states]) => [name, rows.filter(({ state }) => states.includes(state)).length] as const,
  );
  metrics.addDimension('source', source);
  publish(Object.fromEntries(counts.filter(([, count]) => count > 0)), MetricUnit.Count);
}

/** Estimated dollars of an invocation of fetch, with all that its pages cost later. */
export function measureDollars(source: string, rows: readonly Row[], seconds: number): void {
  const fetched = rows.filter(({ state }) => FETCHED.includes(state));
  const bytes = fetched.reduce((sum, { fetch }) => sum + (fetch?.bytes ?? 0), 0);
  const figures: Record<DollarMeasure, number> = {
    Dollars: estimatedDollars({ pages: fetched.length, bytes, waitSeconds: seconds }),
  };
  metrics.addDimension('source', source);
  publish(figures, MetricUnit.NoUnit);
}

/** Percents of a source's run. */
export function measureShares(
  source: string,
  shares: Readonly<Record<ShareMeasure, number>>,
): void {
  metrics.addDimension('source', source);
  publish(shares, MetricUnit.Percent);
}

/** Figures of the store as a whole. */
export function measureStore({ Documents, ShrunkPercent }: Record<StoreMeasure, number>): void {
  publish({ Documents }, MetricUnit.Count);
  publish({ ShrunkPercent }, MetricUnit.Percent);
}

type Unit = (typeof MetricUnit)['Count' | 'Percent' | 'NoUnit'];

function publish(figures: Readonly<Record<string, number>>, unit: Unit): void {
  for (const [name, value] of Object.entries(figures)) metrics.addMetric(name, unit, value);
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  metrics.clearDimensions();
}
