import type { ObjectStore } from '../io/object-store.ts';
import { skippedKey, skippedPrefix } from '../model/keys.ts';
import type { RunRecord, Skipped } from '../model/run.ts';

/** Counts of URLs that never entered a run are kept beside its record until it is complete. */
export async function saveSkipped(
  store: ObjectStore,
  runId: string,
  skipped: Skipped | null,
  ulid: () => string,
): Promise<void> {
  if (skipped === null || Object.values(skipped).every((count) => count === 0)) return;
  const body = new TextEncoder().encode(JSON.stringify(skipped));
  await store.create(skippedKey(runId, ulid()), body);
}

/** Their sum; a message that came twice is counted twice. */
export async function sumSkipped(
  store: ObjectStore,
  { runId, skipped }: Pick<RunRecord, 'runId' | 'skipped'>,
): Promise<Skipped> {
  const sum = { ...skipped };
  for await (const { key } of store.list(skippedPrefix(runId))) {
    const stored = await store.get(key);
    if (stored === null) continue;
    const more: Skipped = JSON.parse(new TextDecoder().decode(stored.body));
    for (const name of Object.keys(sum) as (keyof Skipped)[]) sum[name] += more[name];
  }
  return sum;
}
