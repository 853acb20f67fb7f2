import { compact } from '#lib/manifest/compact.ts';
import type { Row } from '#lib/model/row.ts';
import { isTerminal } from '#lib/model/states.ts';
import { readRunLog } from '#lib/run/read-run-rows.ts';
import { runStates } from '#lib/run/resume.ts';
import type { OpenRun } from '#lib/run/run-records.ts';
import { type RunTotals, runTotals } from '#lib/run/run-totals.ts';
import type { Ports } from '#lib/stages/stage.ts';
import { completeLocally } from './complete-locally.ts';
import { NO_REPORT, type WrittenReport, writeReport } from './write-report.ts';

export interface RunSummary {
  readonly runId: string;
  readonly resumed: boolean;
  /** The last row of every URL that entered the run. */
  readonly rows: readonly Row[];
  readonly totals: RunTotals;
  /** Every URL ended in a terminal state; false after an interruption. */
  readonly complete: boolean;
  /** Where the report of a complete run is, or why it could not be written. */
  readonly report: WrittenReport;
}

/**
 * What a run came to, by what the store says, not by what this process believes. If every URL has ended
 * its totals are written, then the manifest is compacted and the report made.
 */
export async function finishRun(
  ports: Ports,
  run: OpenRun,
  { location, signal }: { readonly location?: string; readonly signal: AbortSignal },
): Promise<RunSummary> {
  const { store, clock, ulid } = ports;
  const { record, resumed } = run;
  const { runId } = record;
  const { rows: all, commit } = await readRunLog(store, runId);
  const rows = [...runStates(all).values()];
  const totals = await runTotals(store, record, rows);
  const complete = rows.every((row) => isTerminal(row.state)) && !signal.aborted;
  if (!complete) return { runId, resumed, rows, totals, complete, report: NO_REPORT };
  const completedAt = new Date(clock.now()).toISOString();
  const ended = { ...record, completedAt, commit, ...totals };
  await completeLocally(store, run, ended);
  await compact({ store, now: () => clock.now(), ulid });
  const report = await writeReport(ports, ended, all, location ?? null);
  return { runId, resumed, rows, totals, complete, report };
}
