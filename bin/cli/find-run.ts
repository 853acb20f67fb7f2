import type { ObjectStore } from '#lib/io/object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import { RUN_PREFIX, runIdOf, runKey } from '#lib/model/keys.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';

/**
 * The run whose id begins with `wanted`; the latest run without one, or the latest of a source of
 * that name.
 * @throws UsageError if there is none, or several
 */
export async function findRun(store: ObjectStore, wanted: string | undefined): Promise<RunRecord> {
  const ids: string[] = [];
  for await (const { key } of store.list(RUN_PREFIX)) {
    const id = runIdOf(key);
    if (id !== null) ids.push(id);
  }
  if (wanted === undefined) return await recordOf(store, ids.at(-1), 'the store has no run yet');
  const matching = ids.filter((id) => id.startsWith(wanted.toUpperCase()));
  const [first, second] = matching;
  if (second !== undefined) throw new UsageError(`${wanted} is the beginning of several runs`);
  if (first !== undefined) return await recordOf(store, first, `no such run: ${wanted}`);
  for (const id of ids.reverse()) {
    const record = await recordOf(store, id, `no such run: ${wanted}`);
    if (record.source.name === wanted) return record;
  }
  throw new UsageError(`no such run or source: ${wanted} (winnow status lists the runs)`);
}

async function recordOf(
  store: ObjectStore,
  id: string | undefined,
  absent: string,
): Promise<RunRecord> {
  const stored = id === undefined ? null : await readJson(store, runKey(id), runRecord);
  if (stored === null) throw new UsageError(absent);
  return stored.value;
}
