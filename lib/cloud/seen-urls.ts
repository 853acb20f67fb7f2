import type { ObjectStore } from '#lib/io/object-store.ts';
import { seenKey, seenPrefix } from '#lib/model/keys.ts';
import { decodeLines, encodeLines } from '#lib/model/segment-codec.ts';

/**
 * The URLs that have entered a run, as the discover function keeps them: a set in memory and
 * immutable files beside the run record. The queue's group is the run, so there is one writer at a time.
 */
export interface SeenUrls {
  readonly urls: Set<string>;
  /** Makes durable what was added since the last call. */
  save(): Promise<void>;
}

interface Kept {
  readonly runId: string;
  readonly urls: Set<string>;
  /** Keys of the files whose URLs are in the set; the clocks of containers differ, so no order of keys. */
  readonly files: Set<string>;
}

/**
 * Loads the set of a run. A fresh container reads all files; one that was the last to work on the run
 * reads only those that others have written since.
 */
export function seenUrls(
  store: ObjectStore,
  ulid: () => string,
): (runId: string) => Promise<SeenUrls> {
  // only what is durable: a message that failed half-way is repeated as if it had never come
  let kept: Kept | null = null;
  return async (runId) => {
    const known = kept?.runId === runId ? kept : null;
    kept = null;
    const urls = known?.urls ?? new Set<string>();
    const files = known?.files ?? new Set<string>();
    for await (const { key } of store.list(seenPrefix(runId))) {
      if (files.has(key)) continue;
      for (const url of await urlsOf(store, key)) urls.add(url);
      files.add(key);
    }
    const saved = urls.size;
    return {
      urls,
      async save() {
        if (urls.size > saved) {
          // a set keeps the order of insertion: what is new is at the end
          const added = [...urls].slice(saved);
          const key = seenKey(runId, ulid());
          await store.create(key, encodeLines(added));
          files.add(key);
        }
        kept = { runId, urls, files };
      },
    };
  };
}

async function urlsOf(store: ObjectStore, key: string): Promise<Iterable<string>> {
  const stored = await store.get(key);
  return stored ? decodeLines(key, stored.body) : [];
}
