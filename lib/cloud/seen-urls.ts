import type { ObjectStore } from '../io/object-store.ts';
import { seenKey, seenPrefix } from '../model/keys.ts';
import { decodeLines, encodeLines } from '../model/segment-codec.ts';

/**
 * The URLs that have entered a run, as the discover function keeps them: a set in memory and
 * immutable files beside the run record. The queue's group is the run, so there is one writer;
 * a fresh container reads the files, a warm one only what is new.
 */
export interface SeenUrls {
  readonly urls: Set<string>;
  /** Makes durable what was added since the last call. */
  save(): Promise<void>;
}

/** The set of a run as stored. */
export async function loadSeenUrls(
  store: ObjectStore,
  runId: string,
  ulid: () => string,
): Promise<SeenUrls> {
  const urls = new Set<string>();
  for await (const { key } of store.list(seenPrefix(runId))) {
    const stored = await store.get(key);
    if (stored) for (const url of decodeLines(key, stored.body)) urls.add(url);
  }
  let saved = urls.size;
  return {
    urls,
    async save() {
      if (urls.size === saved) return;
      // a set keeps the order of insertion: what is new is at the end
      const added = [...urls].slice(saved);
      await store.create(seenKey(runId, ulid()), encodeLines(added));
      saved = urls.size;
    },
  };
}
