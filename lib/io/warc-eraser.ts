import { ConflictError, RetryableError } from '#lib/model/errors.ts';
import type { Clock } from './clock.ts';
import { eraseRecords } from './erase-records.ts';
import type { ObjectStore } from './object-store.ts';
import type { WarcEraser } from './warc.ts';

const MAX_ATTEMPTS = 20; // of a file that others erase from at the same time

/** Erases in place: the file keeps its key, its length and the places of all other records. */
export function warcEraser(store: ObjectStore, clock: Clock): WarcEraser {
  return {
    async erase(key, isWanted) {
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        const found = await store.get(key);
        if (found === null) return 0;
        const { file, records, before } = eraseRecords(found.body, isWanted, new Date(clock.now()));
        if (records > 0 && !(await isReplaced(key, file, found.etag))) continue;
        // also after a process that died before it came to this
        if (records + before > 0) await store.forgetVersions(key);
        return records;
      }
      throw new RetryableError(`erase from ${key}: overtaken too often`);
    },
  };

  async function isReplaced(key: string, file: Uint8Array, etag: string): Promise<boolean> {
    try {
      await store.replace(key, file, etag);
      return true;
    } catch (error) {
      if (error instanceof ConflictError) return false;
      throw error;
    }
  }
}
