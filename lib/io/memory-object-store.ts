import { ConflictError } from '#lib/model/errors.ts';
import { checkKey, checkKeyOrFolder, compareKeys } from './object-key.ts';
import type { ByteRange, ListedObject, ObjectStore, StoredObject } from './object-store.ts';

/** A store that lives as long as the process: for tests, and for cleaning without an output. */
export function memoryObjectStore(): ObjectStore {
  const objects = new Map<string, StoredObject>();
  let version = 0;

  const store = (key: string, body: Uint8Array): { etag: string } => {
    version += 1;
    const etag = `"${version}"`;
    objects.set(key, { body: Uint8Array.from(body), etag });
    return { etag };
  };

  return {
    async get(key, range) {
      checkKey(key);
      const found = objects.get(key);
      return found ? { etag: found.etag, body: cut(found.body, range) } : null;
    },
    async create(key, body) {
      checkKey(key);
      const found = objects.get(key);
      if (!found) return store(key, body);
      if (Buffer.compare(found.body, body) !== 0) throw new ConflictError(`exists: ${key}`);
      return { etag: found.etag };
    },
    async replace(key, body, etag) {
      checkKey(key);
      if (objects.get(key)?.etag !== etag) throw new ConflictError(`changed: ${key}`);
      return store(key, body);
    },
    async put(key, body) {
      checkKey(key);
      return store(key, body);
    },
    async delete(key) {
      checkKey(key);
      objects.delete(key);
    },
    async forgetVersions(keyOrFolder) {
      checkKeyOrFolder(keyOrFolder); // there are none
    },
    async *list(prefix, { after = '', limit = Number.POSITIVE_INFINITY } = {}) {
      yield* [...objects.keys()]
        .filter((key) => key.startsWith(prefix) && compareKeys(key, after) > 0)
        .sort(compareKeys)
        .slice(0, limit)
        .flatMap((key): ListedObject[] => {
          const found = objects.get(key);
          return found ? [{ key, size: found.body.byteLength }] : [];
        });
    },
  };
}

/** A copy, so that a caller who writes into it does not write into the store. */
function cut(body: Uint8Array, range: ByteRange | undefined): Uint8Array {
  return range ? body.slice(range.offset, range.offset + range.length) : body.slice();
}
