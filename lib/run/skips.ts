import type { ObjectStore } from '#lib/io/object-store.ts';
import { addSkips, NO_SKIPS } from '#lib/model/add-skips.ts';
import { sha256 } from '#lib/model/digest.ts';
import { skippedKey, skippedPrefix } from '#lib/model/keys.ts';
import type { DiscoverMessage } from '#lib/model/messages.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';
import { type Skips, skips } from '#lib/model/run.ts';

/**
 * Stores what a message passed over, beside its run. Named by where the message's links come from,
 * so that one that comes again counts once.
 */
export async function saveSkips(
  store: ObjectStore,
  message: DiscoverMessage,
  passed: Skips,
): Promise<void> {
  if (Object.values(passed.skipped).every((links) => links === 0)) return;
  const origins = new Set([
    ...message.pages.map(({ item }) => item.canonicalUrl),
    ...message.links.map(({ via, reason }) => via ?? reason),
    ...(message.list === undefined ? [] : [message.list]),
  ]);
  const key = skippedKey(message.runId, sha256([...origins].sort().join('\n')).slice(0, 32));
  await store.put(key, jsonBytes(passed));
}

/** What all messages of a run passed over so far. */
export async function readSkips(store: ObjectStore, runId: string): Promise<Skips> {
  let sum = NO_SKIPS;
  for await (const { key } of store.list(skippedPrefix(runId))) {
    const stored = await readJson(store, key, skips);
    if (stored) sum = addSkips(sum, stored.value);
  }
  return sum;
}
