import type { z } from 'zod';
import { hostOf } from '#lib/model/document-id.ts';
import { PermanentError } from '#lib/model/errors.ts';
import {
  type HostProfile,
  hostProfile,
  MIN_DOCUMENTS,
  storedProfile,
} from '#lib/model/host-profile.ts';
import { profileKey, profileVersionKey } from '#lib/model/keys.ts';
import { type ObjectReader, parseJson } from '#lib/model/object-reader.ts';

/** Profiles in memory; each is at most some 25 KB. */
const CACHED_HOSTS = 200;

/**
 * The profile of a page's host as of a checkpoint: the latest version that is not newer. Null if the host has none,
 * too few documents, or a file that cannot be read: then a page is cleaned alone, and its row says so.
 * Requests: one a host, a second if the profile is newer than the checkpoint.
 */
export function hostProfiles(
  reader: ObjectReader,
  checkpoint: number | null,
): (canonicalUrl: string) => Promise<HostProfile | null> {
  const known = new Map<string, Promise<HostProfile | null>>();
  return async (canonicalUrl) => {
    const host = hostOf(canonicalUrl);
    if (checkpoint === null || host === '') return null;
    const cached = known.get(host);
    if (cached !== undefined) return cached;
    const profile = profileAt(reader, host, checkpoint);
    profile.catch(() => known.delete(host)); // a fault of the store is not remembered
    if (known.size >= CACHED_HOSTS) known.clear();
    known.set(host, profile);
    return profile;
  };
}

async function profileAt(
  reader: ObjectReader,
  host: string,
  checkpoint: number,
): Promise<HostProfile | null> {
  const latest = await readUsable(reader, profileKey(host), storedProfile);
  let profile: HostProfile | null = latest;
  if (latest !== null && latest.version > checkpoint) {
    const version = latest.earlier.find((number) => number <= checkpoint);
    if (version === undefined) return null;
    profile = await readUsable(reader, profileVersionKey(host, version), hostProfile);
  }
  return profile !== null && profile.documents >= MIN_DOCUMENTS ? profile : null;
}

async function readUsable<T extends z.ZodType>(
  reader: ObjectReader,
  key: string,
  schema: T,
): Promise<z.infer<T> | null> {
  const object = await reader.get(key); // a missing permission is a fault, a damaged file is not
  if (object === null) return null;
  try {
    return parseJson(key, object.body, schema);
  } catch (error) {
    if (error instanceof PermanentError) return null;
    throw error;
  }
}
