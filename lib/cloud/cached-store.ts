import type { ObjectStore, StoredObject } from '#lib/io/object-store.ts';
import { CHECKPOINT_PREFIX, LOG_PREFIX, PART_PREFIX, SEGMENT_PREFIX } from '#lib/model/keys.ts';

/** Written once, never changed. */
const IMMUTABLE = [LOG_PREFIX, SEGMENT_PREFIX, CHECKPOINT_PREFIX, PART_PREFIX];

/**
 * The same store, with the immutable files of the manifest kept in memory, the least used dropped beyond
 * `maxBytes`: a function that is asked again and again what is known reads only what is new.
 */
export function cachedStore(store: ObjectStore, maxBytes: number): ObjectStore {
  const kept = new Map<string, StoredObject>(); // in the order of use
  let bytes = 0;

  const keep = (key: string, object: StoredObject): void => {
    kept.set(key, object);
    bytes += object.body.length;
    for (const [oldest, { body }] of kept) {
      if (bytes <= maxBytes) return;
      kept.delete(oldest);
      bytes -= body.length;
    }
  };

  return {
    ...store,
    async get(key, range) {
      if (range || !IMMUTABLE.some((prefix) => key.startsWith(prefix))) {
        return await store.get(key, range);
      }
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const found = await store.get(key);
      if (found && !kept.has(key)) keep(key, found); // asked twice at the same time, kept once
      return found;
    },
  };
}
