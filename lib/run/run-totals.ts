import type { ObjectStore } from '#lib/io/object-store.ts';
import type { Row } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { countTerminal } from './resume.ts';
import { withDollars } from './run-budget.ts';
import { readSkips } from './skips.ts';
import { readSpent } from './spent.ts';

export type RunTotals = Required<
  Pick<RunRecord, 'discovered' | 'states' | 'skipped' | 'traps' | 'spent' | 'stoppedBy'>
>;

/** What a run comes to, by its last row of each URL and by what lies beside its record. */
export async function runTotals(
  store: ObjectStore,
  { runId, source }: Pick<RunRecord, 'runId' | 'source'>,
  last: readonly Row[],
): Promise<RunTotals> {
  const skips = await readSkips(store, runId);
  const deferred = last.find(({ reason }) => reason === 'budget');
  const isFull = skips.skipped.overBudget > 0;
  return {
    discovered: last.length,
    states: countTerminal(last),
    ...skips,
    spent: withDollars(await readSpent(store, runId)),
    stoppedBy: deferred?.detail ?? (isFull ? `${source.budget.pages} pages` : null),
  };
}
