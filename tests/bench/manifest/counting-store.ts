import type { ObjectStore } from '#lib/io/object-store.ts';

export interface Requests {
  get: number;
  put: number;
  delete: number;
  list: number;
  bytesRead: number;
  bytesWritten: number;
}

/** A store that counts its requests; a listing is one for each 1,000 keys, as S3 has it. */
export function countingStore(store: ObjectStore): { store: ObjectStore; requests: Requests } {
  const requests = { get: 0, put: 0, delete: 0, list: 0, bytesRead: 0, bytesWritten: 0 };
  const written = (body: Uint8Array): void => {
    requests.put += 1;
    requests.bytesWritten += body.byteLength;
  };
  return {
    requests,
    store: {
      ...store,
      async get(key, range) {
        requests.get += 1;
        const found = await store.get(key, range);
        requests.bytesRead += found?.body.byteLength ?? 0;
        return found;
      },
      async create(key, body) {
        written(body);
        return store.create(key, body);
      },
      async replace(key, body, etag) {
        written(body);
        return store.replace(key, body, etag);
      },
      async put(key, body) {
        written(body);
        return store.put(key, body);
      },
      async delete(key) {
        requests.delete += 1;
        await store.delete(key);
      },
      async *list(prefix, options) {
        requests.list += 1;
        let keys = 0;
        for await (const listed of store.list(prefix, options)) {
          if (keys > 0 && keys % 1_000 === 0) requests.list += 1;
          keys += 1;
          yield listed;
        }
      },
    },
  };
}
