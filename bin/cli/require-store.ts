import type { ObjectStore } from '#lib/io/object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import { readIndex } from '#lib/model/log.ts';
import type { ManifestIndex } from '#lib/model/manifest-files.ts';

/**
 * The index of a store.
 * @throws UsageError if nothing was ever committed there
 */
export async function requireStore(store: ObjectStore, location: string): Promise<ManifestIndex> {
  const index = await readIndex(store);
  if (index === null) {
    throw new UsageError(`nothing is stored in ${location} yet: winnow run … --out ${location}`);
  }
  return index.value;
}
