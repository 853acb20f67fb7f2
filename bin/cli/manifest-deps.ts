import { openObjectStore } from '#lib/io/open-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { requireStore } from './require-store.ts';

/** What every writer of a manifest is given, for a store that exists. */
export async function manifestDeps(location: string): Promise<ManifestDeps> {
  const store = await openObjectStore(location);
  await requireStore(store, location);
  return { store, now: systemClock.now, ulid: ulidFactory(systemClock.now) };
}
