import { describe, expect, it } from 'vitest';
import { cachedStore } from '#lib/cloud/cached-store.ts';
import { seenUrls } from '#lib/cloud/seen-urls.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { INDEX_KEY, logKey } from '#lib/model/keys.ts';
import { countingUlids } from '../../support/manifest-rows.ts';

/** A store that notes which keys are read. */
function noting() {
  const reads: string[] = [];
  const memory = memoryObjectStore();
  const store: ObjectStore = {
    ...memory,
    get: (key, range) => {
      reads.push(key);
      return memory.get(key, range);
    },
  };
  return { store, reads };
}

describe('cachedStore', () => {
  it('reads what never changes once, and the rest every time', async () => {
    const { store, reads } = noting();
    const cached = cachedStore(store, 1000);
    for (const key of [logKey(1), INDEX_KEY]) await store.put(key, Buffer.from(key));

    for (const key of [logKey(1), INDEX_KEY, logKey(1), INDEX_KEY]) {
      expect(String(Buffer.from((await cached.get(key))?.body ?? []))).toBe(key);
    }

    expect(reads).toEqual([logKey(1), INDEX_KEY, INDEX_KEY]);
  });

  it('keeps no absence, and drops the least used beyond its size', async () => {
    const { store, reads } = noting();
    const cached = cachedStore(store, 250);
    expect(await cached.get(logKey(1))).toBeNull();
    for (const n of [1, 2, 3]) await store.put(logKey(n), new Uint8Array(100));

    for (const n of [1, 2, 1, 3, 1, 2]) await cached.get(logKey(n));

    expect(reads).toEqual([1, 1, 2, 3, 2].map(logKey));
  });
});

describe('seenUrls', () => {
  it('tells a fresh container all, and one that stayed only what others have added', async () => {
    const { store, reads } = noting();
    const ulid = countingUlids(() => Date.UTC(2026, 0, 1));
    const [here, there] = [seenUrls(store, ulid), seenUrls(store, ulid)];
    const add = async (load: typeof here, url: string) => {
      const seen = await load('R');
      seen.urls.add(url);
      await seen.save();
      return [...seen.urls];
    };

    await add(here, 'a');
    await add(there, 'b');
    reads.length = 0;

    expect(await add(here, 'c')).toEqual(['a', 'b', 'c']);
    expect(reads).toHaveLength(1);
  });

  it('forgets what was not saved', async () => {
    const load = seenUrls(
      memoryObjectStore(),
      countingUlids(() => 0),
    );
    const failing = await load('R');
    failing.urls.add('a');

    expect([...(await load('R')).urls]).toEqual([]);
  });
});
