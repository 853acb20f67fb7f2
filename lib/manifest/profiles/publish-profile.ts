import type { ObjectStore } from '#lib/io/object-store.ts';
import { ConflictError, PermanentError } from '#lib/model/errors.ts';
import {
  decidesAlike,
  type HostProfile,
  hostProfile,
  MIN_DOCUMENTS,
  type StoredProfile,
  storedProfile,
} from '#lib/model/host-profile.ts';
import { profileKey, profileVersionKey } from '#lib/model/keys.ts';
import { jsonBytes, parseJson } from '#lib/model/object-reader.ts';

/** Versions a stored profile names besides its own; a run that began before the oldest gets none. */
const MAX_EARLIER = 50;
const MAX_ATTEMPTS = 20;

/**
 * Makes this the host's profile, or notes that the stored one still holds if it says the same. The replaced
 * version is kept under its number, for the runs that began with it. Safe to repeat and to run side by
 * side: what is written is true of its commit, and a count of an earlier commit than was counted already,
 * of a compactor that slept, changes nothing.
 * Requests: 2, and 1 more if the profile changes.
 */
export async function publishProfile(
  store: ObjectStore,
  profile: HostProfile,
  leastDocuments: number = MIN_DOCUMENTS,
): Promise<void> {
  const key = profileKey(profile.host);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const object = await store.get(key);
    const stored = object === null ? null : readStored(key, object.body);
    if (stored === null && profile.documents < leastDocuments) return;
    if (stored !== null && stored.counted >= profile.version) return;
    const next = nextProfile(stored, profile);
    if (stored !== null && next.version !== stored.version) await keep(store, stored);
    if (await isStored(store, key, jsonBytes(next), object?.etag ?? null)) return;
  }
}

function nextProfile(stored: StoredProfile | null, profile: HostProfile): StoredProfile {
  const counted = profile.version;
  if (stored === null) return { ...profile, counted, earlier: [] };
  if (decidesAlike(stored, profile)) return { ...stored, counted };
  return {
    ...profile,
    counted,
    earlier: [stored.version, ...stored.earlier].slice(0, MAX_EARLIER),
  };
}

/** False if another compactor was first. */
async function isStored(
  store: ObjectStore,
  key: string,
  body: Uint8Array,
  etag: string | null,
): Promise<boolean> {
  try {
    if (etag === null) await store.create(key, body);
    else await store.replace(key, body, etag);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

/** A file that cannot be read is written anew. */
function readStored(key: string, body: Uint8Array): StoredProfile | null {
  try {
    return parseJson(key, body, storedProfile);
  } catch (error) {
    if (error instanceof PermanentError) return null;
    throw error;
  }
}

/** Equal versions have equal bytes, so another compactor may have kept it already. */
async function keep(store: ObjectStore, stored: StoredProfile): Promise<void> {
  const body = jsonBytes(hostProfile.parse(stored));
  await store.create(profileVersionKey(stored.host, stored.version), body);
}
