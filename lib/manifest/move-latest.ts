import type { ObjectStore } from '#lib/io/object-store.ts';
import { ConflictError, PermanentError } from '#lib/model/errors.ts';
import { LATEST_KEY } from '#lib/model/keys.ts';
import { type Checkpoint, checkpoint as checkpointSchema } from '#lib/model/manifest-files.ts';
import { jsonBytes, parseJson } from '#lib/model/object-reader.ts';

const ATTEMPTS = 5;

/**
 * Writes the checkpoint the index points at once more, under a name that is known without the index.
 * It may lag, when a compactor dies before this, and never goes back.
 * Requests: 2; 1 if it is there already.
 */
export async function moveLatest(store: ObjectStore, checkpoint: Checkpoint): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await store.get(LATEST_KEY);
    if (stored !== null && numberOf(stored.body) >= checkpoint.number) return;
    try {
      if (stored === null) await store.create(LATEST_KEY, jsonBytes(checkpoint));
      else await store.replace(LATEST_KEY, jsonBytes(checkpoint), stored.etag);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

/** Of a damaged one nothing is kept. */
function numberOf(body: Uint8Array): number {
  try {
    return parseJson(LATEST_KEY, body, checkpointSchema).number;
  } catch (error) {
    if (error instanceof PermanentError) return 0;
    throw error;
  }
}
