import type { Row } from '#lib/model/row.ts';
import { figuresOfRun } from '#lib/report/figures-of-run.ts';
import { runOutcomes } from '#lib/report/outcomes.ts';
import { reportHtml } from '#lib/report/report-html.ts';
import { aRun } from './a-run.ts';

/** The report of a run that left these rows, as HTML, without views. */
export function reportOf(rows: readonly Row[]): string {
  const record = aRun();
  const outcomes = runOutcomes(rows, new Map());
  return reportHtml({
    record,
    outcomes,
    figures: figuresOfRun(record, outcomes, [], null),
    earlier: [],
    views: new Map(),
    viewsAt: null,
    location: 'corpus',
    version: '1',
  });
}
