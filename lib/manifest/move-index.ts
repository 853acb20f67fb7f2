import { ConflictError } from '#lib/model/errors.ts';
import { INDEX_KEY } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import { MANIFEST_SCHEMA, type ManifestIndex } from '#lib/model/manifest-files.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import { type ManifestDeps, timestamp } from './deps.ts';

/**
 * Replaces the index by what `change` makes of it, if nobody else did meanwhile; `change` is asked
 * again with what they wrote. It gives null to leave the index as it is.
 * @returns the index as it is then; null if other writers won `attempts` times
 */
export async function moveIndex(
  deps: ManifestDeps,
  change: (index: ManifestIndex) => ManifestIndex | null | Promise<ManifestIndex | null>,
  attempts: number,
): Promise<ManifestIndex | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const current = await readIndex(deps.store);
    const changed = await change(current?.value ?? emptyIndex());
    if (changed === null) return current?.value ?? emptyIndex();
    const index = { ...changed, nonce: deps.ulid(), at: timestamp(deps) };
    try {
      if (current === null) await deps.store.create(INDEX_KEY, jsonBytes(index));
      else await deps.store.replace(INDEX_KEY, jsonBytes(index), current.etag);
      return index;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return null;
}

/** The index before the first commit. */
export function emptyIndex(): ManifestIndex {
  return {
    schema: MANIFEST_SCHEMA,
    nonce: '',
    at: new Date(0).toISOString(),
    head: 0,
    floor: 0,
    checkpoint: null,
    totals: {},
    runs: {},
  };
}
