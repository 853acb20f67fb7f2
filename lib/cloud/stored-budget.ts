import type { ObjectStore } from '#lib/io/object-store.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { runBudget } from '#lib/run/run-budget.ts';
import { readSpent } from '#lib/run/spent.ts';
import type { Budget } from '#lib/stages/stage.ts';

/** The budget of a run in the cloud: what its lanes have spent is beside its record. */
export async function storedBudget(
  store: ObjectStore,
  { runId, source, startedAt }: Pick<RunRecord, 'runId' | 'source' | 'startedAt'>,
  { entered, now }: { readonly entered: () => number; readonly now: () => number },
): Promise<Budget> {
  const facts = {
    limits: source.budget,
    startedAt: Date.parse(startedAt),
    before: await readSpent(store, runId),
    entered,
  };
  return runBudget(facts, now);
}
