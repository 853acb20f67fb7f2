import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Row } from '#lib/model/row.ts';
import type { State } from '#lib/model/states.ts';
import type { DOCUMENTS_METRIC, Measure } from './env.ts';

/** Rows of which states a measure counts; by stage, since `unchanged` is said by both. */
export const FETCH_MEASURES = { Fetched: ['fetched', 'unchanged'], Failed: ['failed'] } as const;
export const CLEAN_MEASURES = {
  Published: ['published', 'unchanged'],
  Withheld: ['no-document', 'noindex'],
  Failed: ['failed'],
} as const;

const metrics = new Metrics();

/** Counts the rows of a source for alarms and the dashboard; zeros are not sent. */
export function measureRows(
  source: string,
  rows: readonly Row[],
  measures: Readonly<Partial<Record<Measure, readonly State[]>>>,
): void {
  metrics.addDimension('source', source);
  for (const [name, states] of Object.entries(measures)) {
    const count = rows.filter(({ state }) => states.includes(state)).length;
    if (count > 0) metrics.addMetric(name, MetricUnit.Count, count);
  }
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  metrics.clearDimensions();
}

/** A figure of the store as a whole. */
export function measure(name: typeof DOCUMENTS_METRIC, value: number): void {
  metrics.addMetric(name, MetricUnit.Count, value);
  metrics.publishStoredMetrics();
}
