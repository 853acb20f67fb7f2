import { describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { publishProfile } from '#lib/manifest/profiles/publish-profile.ts';
import type { HostProfile, StoredProfile } from '#lib/model/host-profile.ts';
import { profileKey, profileVersionKey } from '#lib/model/keys.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';

const HOST = 'www.example.com';
const URL = `https://${HOST}/a.html`;

function aProfile(version: number, facts: Partial<HostProfile> = {}): HostProfile {
  return {
    schema: 1,
    host: HOST,
    version,
    documents: 20,
    lines: { [`line ${version}`]: 20 },
    paths: {},
    edges: { first: 0, last: 0 },
    names: {},
    ...facts,
  };
}

async function stored(store: ReturnType<typeof memoryObjectStore>): Promise<StoredProfile | null> {
  const object = await store.get(profileKey(HOST));
  return object && JSON.parse(new TextDecoder().decode(object.body));
}

describe('publishProfile', () => {
  it('makes a profile the latest and keeps the one before under its number', async () => {
    const store = memoryObjectStore();
    for (const version of [3, 8, 20]) await publishProfile(store, aProfile(version));

    expect(await stored(store)).toEqual({ ...aProfile(20), counted: 20, earlier: [8, 3] });
    expect(await store.get(profileVersionKey(HOST, 3))).not.toBeNull();
    expect(await store.get(profileVersionKey(HOST, 8))).not.toBeNull();
  });

  it('keeps the version if what is counted says the same, and notes how far that holds', async () => {
    const store = memoryObjectStore();
    await publishProfile(store, aProfile(3));
    await publishProfile(store, aProfile(8, { documents: 25, lines: { 'line 3': 24, rare: 1 } }));

    expect(await stored(store)).toEqual({ ...aProfile(3), counted: 8, earlier: [] });
    expect(await store.get(profileVersionKey(HOST, 3))).toBeNull();
  });

  it('does not let a count of before override one that said the same', async () => {
    const store = memoryObjectStore();
    const same = aProfile(8, { lines: aProfile(3).lines });
    for (const profile of [aProfile(3), same, aProfile(5)]) await publishProfile(store, profile);

    expect((await stored(store))?.version).toBe(3);
  });

  it('never goes back to an older version, whoever comes late', async () => {
    const store = memoryObjectStore();
    await publishProfile(store, aProfile(8));
    await publishProfile(store, aProfile(3));

    expect((await stored(store))?.version).toBe(8);
  });

  it('publishes none of a host with few documents', async () => {
    const store = memoryObjectStore();
    await publishProfile(store, aProfile(3, { documents: 9 }));
    expect(await stored(store)).toBeNull();
  });

  it('writes a damaged file anew', async () => {
    const store = memoryObjectStore();
    await store.put(profileKey(HOST), new TextEncoder().encode('{"schema":1'));
    await publishProfile(store, aProfile(3));
    expect(await stored(store)).toEqual({ ...aProfile(3), counted: 3, earlier: [] });
  });

  it('loses no version when two write at once', async () => {
    const store = memoryObjectStore();
    await publishProfile(store, aProfile(1));
    await Promise.all([2, 3, 4, 5].map((version) => publishProfile(store, aProfile(version))));
    const latest = await stored(store);

    expect(latest?.version).toBe(5);
    for (const version of latest?.earlier ?? [])
      expect(await store.get(profileVersionKey(HOST, version))).not.toBeNull();
  });
});

describe('hostProfiles', () => {
  it('gives the version of the checkpoint a run started from, whatever was written since', async () => {
    const store = memoryObjectStore();
    for (const version of [3, 8, 20]) await publishProfile(store, aProfile(version));
    const versionAt = async (checkpoint: number | null) =>
      (await hostProfiles(store, checkpoint)(URL))?.version ?? null;

    expect(await versionAt(25)).toBe(20);
    expect(await versionAt(20)).toBe(20);
    expect(await versionAt(19)).toBe(8);
    expect(await versionAt(5)).toBe(3);
    expect(await versionAt(2)).toBeNull();
    expect(await versionAt(null)).toBeNull();
  });

  it('asks once a host, and nothing for a page without one', async () => {
    const store = memoryObjectStore();
    await publishProfile(store, aProfile(3));
    let requests = 0;
    const counting = {
      get: (key: string) => {
        requests += 1;
        return store.get(key);
      },
    };
    const profile = hostProfiles(counting, 9);
    await Promise.all([1, 2, 3].map((n) => profile(`https://${HOST}/${n}.html`)));

    expect(await profile('urn:sha256:00')).toBeNull();
    expect(await profile('https://other.example/')).toBeNull();
    expect(requests).toBe(2);
  });

  it('does without a profile that cannot be read, but not without the permission to', async () => {
    const store = memoryObjectStore();
    await store.put(profileKey(HOST), new TextEncoder().encode('[]'));
    expect(await hostProfiles(store, 9)(URL)).toBeNull();

    const refused = { get: () => Promise.reject(new Error('access denied')) };
    await expect(hostProfiles(refused, 9)(URL)).rejects.toThrow('access denied');
  });
});
