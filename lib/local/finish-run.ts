import { compact } from '../manifest/compact.ts';
import type { Row } from '../model/row.ts';
import { isTerminal } from '../model/states.ts';
import { readRunLog } from '../run/read-run-rows.ts';
import { runStates } from '../run/resume.ts';
import type { OpenRun } from '../run/run-records.ts';
import { type RunTotals, runTotals } from '../run/run-totals.ts';
import type { Ports } from '../stages/stage.ts';
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
