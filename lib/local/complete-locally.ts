import type { ObjectStore } from '#lib/io/object-store.ts';
import { ConflictError } from '#lib/model/errors.ts';
import { runKey } from '#lib/model/keys.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { completeRun, type StoredRun } from '#lib/run/run-records.ts';

/**
 * Writes the totals of a run. Where two processes went on with the same run, the first to end has written
 * them: all rows of the other are in the manifest, and what it did twice changes nothing.
 */
export async function completeLocally(
  store: ObjectStore,
  run: Pick<StoredRun, 'etag'>,
  done: RunRecord,
): Promise<void> {
  try {
    await completeRun(store, run, done);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const stored = await readJson(store, runKey(done.runId), runRecord);
    if (stored === null || stored.value.completedAt === null) throw error;
  }
}
