import type { ObjectStore } from '#lib/io/object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { estimatedDollars } from '#lib/model/cost/estimated-dollars.ts';
import { runKey } from '#lib/model/keys.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import type { RunFigures } from '#lib/model/run-figures.ts';
import { figuresOfRun } from '#lib/report/figures-of-run.ts';
import { runOutcomes } from '#lib/report/outcomes.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { type RunReport, runReport } from '#lib/run/run-report.ts';
import { viewOfPage } from '#lib/run/view-of-page.ts';

export interface MadeReportOptions {
  readonly maxViews: number;
  readonly viewsAt: string | null;
  readonly onView?: (done: number, of: number) => void;
}

/** The report of any run of a store, made now; earlier runs without figures are counted again. */
export async function storeReportOf(
  store: ObjectStore,
  location: string,
  record: RunRecord,
  { maxViews, viewsAt, onView }: MadeReportOptions,
): Promise<RunReport> {
  const pages = { store, raw: warcReader(store), location };
  return await runReport(store, record, await readRunRows(store, record.runId), {
    maxViews,
    viewsAt,
    location,
    viewOf: async (_, known) => known && viewOfPage(pages, known, record.source.rules),
    missing: (runId) => figuresFromRows(store, runId),
    ...(onView ? { onView } : {}),
  });
}

/** Figures of a run that was completed before reports were written; null if its rows are collected. */
async function figuresFromRows(store: ObjectStore, runId: string): Promise<RunFigures | null> {
  const record = (await readJson(store, runKey(runId), runRecord))?.value;
  if (!record) return null;
  const rows = await readRunRows(store, runId);
  if (rows.length === 0) return null;
  return figuresOfRun(record, runOutcomes(rows, new Map()), [], estimatedDollars);
}
