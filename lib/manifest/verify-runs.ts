import type { ObjectStore } from '#lib/io/object-store.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { RUN_PREFIX, runIdOf, runKey } from '#lib/model/keys.ts';
import type { FloorMarker } from '#lib/model/manifest-files.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { isTerminal, type State } from '#lib/model/states.ts';
import { type Finding, withoutKey } from './finding.ts';
import type { LastCommit, RunStates, VerifiedLog } from './verify-log.ts';

/** A run's record by its key; what is wrong with it, if it cannot be read. */
export type VerifiedRecords = ReadonlyMap<string, RunRecord | string>;

/** To be read before the log: a record says up to which commit its totals are. */
export async function readRecords(store: ObjectStore): Promise<VerifiedRecords> {
  const records = new Map<string, RunRecord | string>();
  for await (const { key } of store.list(RUN_PREFIX)) {
    const record = runIdOf(key) === null ? null : await readRecord(store, key);
    if (record !== null) records.set(key, record);
  }
  return records;
}

/** The commit up to which the rows of a run count: of one that is under way, or of older code, all. */
export function lastCommits(records: VerifiedRecords): LastCommit {
  return (runId) => {
    const record = records.get(runKey(runId));
    if (typeof record !== 'object' || record.commit === undefined) return Number.POSITIVE_INFINITY;
    return record.commit ?? 0;
  };
}

/** In a complete run every discovered URL ended in exactly one terminal state. */
export function* verifyRuns(
  records: VerifiedRecords,
  { runs }: VerifiedLog,
  marker: FloorMarker | null,
): Generator<Finding> {
  for (const [key, record] of records) {
    if (typeof record === 'string') yield { rule: 'runs-readable', where: key, problem: record };
    if (typeof record === 'string' || record.completedAt === null) continue;
    const sum = Object.values(record.states ?? {}).reduce((total, urls) => total + urls, 0);
    const say = (problem: string): Finding => ({
      rule: 'discovered-terminal',
      where: key,
      problem,
    });
    if (record.discovered !== sum)
      yield say(`discovered ${record.discovered}, but ${sum} reached a terminal state`);
    const isCollected = marker !== null && record.startedAt <= marker.at;
    const urls = runs.get(record.runId);
    if (!isCollected && urls !== undefined) yield* verifyRun(record, urls, say);
  }
}

/** What is wrong with it, if it cannot be read. */
async function readRecord(store: ObjectStore, key: string): Promise<RunRecord | string | null> {
  try {
    return (await readJson(store, key, runRecord))?.value ?? null;
  } catch (error) {
    if (error instanceof PermanentError) return withoutKey(key, error);
    throw error;
  }
}

function* verifyRun(
  record: RunRecord,
  urls: NonNullable<ReturnType<RunStates['get']>>,
  say: (problem: string) => Finding,
): Generator<Finding> {
  const counts = new Map<State, number>();
  for (const { state } of urls.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
  for (const [state, rows] of counts) {
    const recorded = isTerminal(state) ? (record.states?.[state] ?? 0) : 0;
    if (!isTerminal(state)) yield say(`${rows} URLs are still ${state}`);
    else if (recorded !== rows) yield say(`the log has ${rows} ${state}, the record ${recorded}`);
  }
  if (urls.size !== record.discovered)
    yield say(`discovered ${record.discovered}, the log has rows of ${urls.size} URLs`);
}
