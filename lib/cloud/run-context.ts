import { lookupUrls } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { cancelKey, runKey } from '#lib/model/keys.ts';
import type { BatchLimits } from '#lib/model/lanes.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import type { Ports, RunContext } from '#lib/stages/stage.ts';
import { storedBudget } from './stored-budget.ts';

/** Near the end of an invocation nothing new is begun: this much is kept to write and hand on. */
const CLOSING_MS = 20_000;

/** What a message of fetch may have: a lane's hosts side by side, none for so long that others starve. */
export const CLOUD_LIMITS: BatchLimits = { items: 200, itemsPerHost: 50 };

export interface Invocation {
  readonly userAgent: string;
  /** How long the invocation may still take. */
  readonly remainingMs: () => number;
}

/** The record of a run that a message speaks of. */
export async function readRun(store: ObjectStore, runId: string): Promise<RunRecord> {
  const stored = await readJson(store, runKey(runId), runRecord);
  if (stored === null) throw new PermanentError(`there is no run ${runId}`);
  return stored.value;
}

/** Whether an operator cancelled the run. One request. */
export async function isCancelled(store: ObjectStore, runId: string): Promise<boolean> {
  return (await store.get(cancelKey(runId))) !== null;
}

/**
 * What the stages are told of a run within one invocation. How many URLs have entered it is known to
 * discover alone, which has the run's seen set; what was spent, as of the beginning.
 */
export async function runContext(
  ports: Ports,
  record: RunRecord,
  seen: Set<string>,
  { userAgent, remainingMs }: Invocation,
): Promise<RunContext> {
  const { store, clock } = ports;
  return {
    record,
    seen,
    settled: new Set(),
    lookup: (urls) => lookupUrls(store, urls),
    knownLinks: async () => [], // they come as lists: known-lists.ts
    profile: hostProfiles(store, record.checkpoint),
    dueOnly: record.trigger === 'schedule',
    limits: CLOUD_LIMITS,
    budget: await storedBudget(store, record, {
      entered: () => seen.size,
      now: () => clock.now(),
    }),
    signal: AbortSignal.timeout(Math.max(1, remainingMs() - CLOSING_MS)),
    deadlineMs: clock.now() + Math.max(1, remainingMs() - CLOSING_MS / 2),
    cancelled: () => isCancelled(store, record.runId),
    userAgent,
  };
}
