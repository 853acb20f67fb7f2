import { messageOf } from '#lib/model/errors.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { runReport, storeReport } from '#lib/run/run-report.ts';
import { viewOfPage } from '#lib/run/view-of-page.ts';
import type { Ports } from '#lib/stages/stage.ts';

export interface WrittenReport {
  readonly key: string | null;
  readonly problem: string | null;
}

export const NO_REPORT: WrittenReport = { key: null, problem: null };

/** A file of so many views opens at once and costs a few seconds of cleaning. */
const VIEWS = 200;

/**
 * Writes the report of a run that has just been completed. It is derived from what is stored: should it
 * fail, nothing is lost and `winnow report` makes it again, so a fault is told and not thrown.
 */
export async function writeReport(
  ports: Ports,
  record: RunRecord,
  rows: readonly Row[],
  location: string | null,
): Promise<WrittenReport> {
  const { store, warcReader: raw } = ports;
  const pages = { store, raw, location };
  try {
    const report = await runReport(store, record, rows, {
      maxViews: VIEWS,
      viewOf: async (_, known: UrlState | null) =>
        known && viewOfPage(pages, known, record.source.rules),
      location,
    });
    const { key } = await storeReport(store, report);
    return { key, problem: null };
  } catch (error) {
    return { key: null, problem: messageOf(error) };
  }
}
