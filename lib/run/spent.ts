import type { ObjectStore } from '#lib/io/object-store.ts';
import { spentKey, spentPrefix } from '#lib/model/keys.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';
import { type Spent, spent } from '#lib/model/run.ts';

export const NOTHING_SPENT: Spent = { pages: 0, bytes: 0, fetchSeconds: 0 };

/** What all lanes of a run have spent, as of the ends of their batches. */
export async function readSpent(store: ObjectStore, runId: string): Promise<Spent> {
  const keys: string[] = [];
  for await (const { key } of store.list(spentPrefix(runId))) keys.push(key);
  const lanes = await Promise.all(keys.map((key) => readJson(store, key, spent)));
  return lanes.reduce((sum, lane) => (lane ? added(sum, lane.value) : sum), NOTHING_SPENT);
}

/** Adds to what a lane has spent. Its holder is the only writer. */
export async function addSpent(
  store: ObjectStore,
  { runId, lane }: { readonly runId: string; readonly lane: number },
  more: Spent,
): Promise<void> {
  const key = spentKey(runId, lane);
  const known = (await readJson(store, key, spent))?.value ?? NOTHING_SPENT;
  await store.put(key, jsonBytes(added(known, more)));
}

function added(a: Spent, b: Spent): Spent {
  return {
    pages: a.pages + b.pages,
    bytes: a.bytes + b.bytes,
    fetchSeconds: a.fetchSeconds + b.fetchSeconds,
  };
}
