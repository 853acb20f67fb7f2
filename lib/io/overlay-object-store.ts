import { memoryObjectStore } from './memory-object-store.ts';
import type { ObjectStore } from './object-store.ts';

/** `base` as it would be after writes that are kept in memory: for trials. Lists and versions are of `base`. */
export function overlayObjectStore(base: ObjectStore): ObjectStore {
  const memory = memoryObjectStore();
  return {
    ...base,
    get: async (key, range) => (await memory.get(key, range)) ?? base.get(key, range),
    create: (key, body) => memory.put(key, body),
    replace: (key, body) => memory.put(key, body),
    put: (key, body) => memory.put(key, body),
    delete: (key) => memory.delete(key),
    forgetVersions: async () => undefined,
  };
}
