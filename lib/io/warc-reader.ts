import { gunzipSync } from 'node:zlib';
import { PermanentError } from '#lib/model/errors.ts';
import { isErasure } from './erase-records.ts';
import type { ObjectStore } from './object-store.ts';
import type { Exchange, WarcReader } from './warc.ts';
import { readWarcFile } from './warc-file.ts';

/** Reads exchanges back by their references. `requestHeaders` is empty: they are another record. */
export function warcReader(store: ObjectStore): WarcReader {
  return {
    async read({ key, offset, length }): Promise<Exchange | null> {
      const found = await store.get(key, { offset, length });
      if (!found) return null;
      for await (const archived of readWarcFile(once(found.body))) {
        const { payloadDigest: _, revisit: __, isConverted: ___, ...exchange } = archived;
        return exchange;
      }
      if (isErasure(gunzipSync(found.body))) return null;
      throw new PermanentError(`no response at ${key}, offset ${offset}`);
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
