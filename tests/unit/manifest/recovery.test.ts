import { describe, expect, it } from 'vitest';
import { snapshot } from '#lib/consume/snapshot.ts';
import { collectGarbage } from '#lib/manifest/collect-garbage.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { RetryableError } from '#lib/model/errors.ts';
import {
  CHECKPOINT_PREFIX,
  checkpointKey,
  INDEX_KEY,
  logKey,
  PART_PREFIX,
  runKey,
} from '#lib/model/keys.ts';
import { readEntry, readIndex } from '#lib/model/log.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { newRun } from '#lib/run/run-records.ts';
import { handStore } from '../../support/hand-store.ts';
import { aRow } from '../../support/manifest-rows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function setUp() {
  const { clock, store, deps } = handStore();
  const segment = (url = 'https://www.example.com/', run = deps.ulid()) =>
    writeSegment(
      [
        aRow({
          ulid: deps.ulid(),
          run,
          url,
          canonicalUrl: url,
          at: new Date(clock.now()).toISOString(),
        }),
      ],
      deps,
    );
  const commit = async (url?: string, run?: string) =>
    commitSegments([await segment(url, run)], deps);
  const keys = async (prefix: string): Promise<string[]> =>
    (await Array.fromAsync(store.list(prefix))).map(({ key }) => key);
  return { clock, store, deps, segment, commit, keys };
}

/** A compaction that stores its checkpoint and never moves the index. */
async function compactAndDie(deps: ManifestDeps): Promise<void> {
  const store = {
    ...deps.store,
    replace: async (): Promise<{ etag: string }> => {
      throw new RetryableError('died');
    },
  };
  await expect(compact({ ...deps, store })).rejects.toThrow('died');
}

describe('recovery', () => {
  it('finds the log without an index, also when its beginning is collected', async () => {
    const { clock, store, deps, commit } = setUp();
    await commit();
    await store.delete(INDEX_KEY);
    expect((await commit()).number).toBe(2);
    await commit();
    await compact(deps);
    clock.advance(10 * DAY_MS);
    await collectGarbage(deps);
    clock.advance(2 * DAY_MS);
    await collectGarbage(deps);
    await store.delete(INDEX_KEY);

    expect((await commit()).number).toBe(4);
  });

  it('commits again what a writer that slept listed below the floor', async () => {
    const { clock, store, deps, commit, segment } = setUp();
    await commit();
    const late = await segment('https://www.example.com/late');
    const old = (await store.get(INDEX_KEY))?.body ?? new Uint8Array();
    let asleep = true;
    const sleeping = {
      ...store,
      create: async (key: string, body: Uint8Array) => {
        if (asleep && key === logKey(2)) {
          asleep = false;
          await commit();
          await commit();
          await compact(deps);
          clock.advance(10 * DAY_MS);
          await collectGarbage(deps);
          clock.advance(2 * DAY_MS);
          await collectGarbage(deps);
        }
        return store.create(key, body);
      },
    };

    const { number, entry } = await commitSegments([late], { ...deps, store: sleeping });

    expect(old.length).toBeGreaterThan(0);
    expect(number).toBe(4);
    expect(entry?.segments).toEqual([late]);
    expect(await store.get(logKey(2))).toBeNull();
    expect(await verify(store)).toEqual([]);
  });

  it('does not take two that slept for the log, though they name each other', async () => {
    const { clock, store, deps, commit, segment } = setUp();
    await commit();
    const late = await segment('https://www.example.com/late');
    let asleep = true;
    const sleeping = {
      ...store,
      create: async (key: string, body: Uint8Array) => {
        if (!asleep || key !== logKey(2)) return store.create(key, body);
        asleep = false;
        for (let n = 0; n < 4; n++) await commit();
        await compact(deps);
        clock.advance(10 * DAY_MS);
        await collectGarbage(deps);
        clock.advance(2 * DAY_MS);
        await collectGarbage(deps);
        const stored = await store.create(key, body);
        const entry = JSON.parse(new TextDecoder().decode(body));
        const after = { ...entry, number: 3, commitId: deps.ulid(), prev: entry.commitId };
        await store.create(logKey(3), jsonBytes(after));
        return stored;
      },
    };

    const { number, entry } = await commitSegments([late], { ...deps, store: sleeping });

    expect(number).toBe(6);
    expect(entry?.segments).toEqual([late]);
  });

  it('uses the checkpoint of a compactor that died before it moved the index', async () => {
    const { store, deps, commit, keys } = setUp();
    await commit();
    await compactAndDie(deps);

    expect(await compact(deps)).toMatchObject({ number: 1 });
    expect(await keys(CHECKPOINT_PREFIX)).toHaveLength(1);
    expect(await verify(store)).toEqual([]);
  });

  it('does not use such a checkpoint when its parts may be collected', async () => {
    const { clock, deps, commit } = setUp();
    await commit();
    await compactAndDie(deps);
    clock.advance(DAY_MS);

    expect(await compact(deps)).toBeNull();
    await commit();
    expect(await compact(deps)).toMatchObject({ number: 2 });
  });

  it("gives up another compactor's checkpoint that gets too old before the index moves", async () => {
    const { clock, store, deps, commit } = setUp();
    await commit();
    await compactAndDie(deps);
    clock.advance(4 * HOUR_MS);
    const read: string[] = [];
    const sleeping = {
      ...store,
      get: async (key: string) => {
        // Its own work is younger than six hours then, that of the other is not.
        if (key === INDEX_KEY && read.includes(checkpointKey(1))) clock.advance(4 * HOUR_MS);
        read.push(key);
        return store.get(key);
      },
    };

    expect(await compact({ ...deps, store: sleeping })).toBeNull();
    expect(read.lastIndexOf(INDEX_KEY)).toBeGreaterThan(read.indexOf(checkpointKey(1)));
    expect((await readIndex(store))?.value.checkpoint).toBeNull();
  });

  it('gives a compaction up that took too long', async () => {
    const { clock, store, deps, commit } = setUp();
    await commit();
    const slow = {
      ...store,
      create: async (key: string, body: Uint8Array) => {
        clock.advance(DAY_MS);
        return store.create(key, body);
      },
    };
    expect(await compact({ ...deps, store: slow })).toBeNull();
    expect((await readIndex(store))?.value.checkpoint).toBeNull();
  });

  it('moves an index that lags when it compacts', async () => {
    const { store, deps, commit } = setUp();
    await commit();
    const index = (await store.get(INDEX_KEY))?.body ?? new Uint8Array();
    await commit();
    await store.put(INDEX_KEY, index);

    await compact(deps);

    expect((await readIndex(store))?.value).toMatchObject({ head: 2, totals: { discovered: 2 } });
  });

  it('says that the index is ahead of all that can be read', async () => {
    const { store, commit } = setUp();
    await commit();
    const index = (await readIndex(store))?.value;
    await store.put(INDEX_KEY, jsonBytes({ ...index, head: 9 }));
    await expect(commit()).rejects.toThrow(RetryableError);
  });
});

describe('collection', () => {
  it('leaves an empty store and a young one as they are', async () => {
    const { deps, store, commit, keys } = setUp();
    expect(await collectGarbage(deps)).toEqual({
      floor: 0,
      entries: 0,
      segments: 0,
      checkpoints: 0,
      parts: 0,
    });
    expect(await keys('')).toEqual([]);
    await commit();
    await compact(deps);
    expect(await collectGarbage(deps)).toMatchObject({ floor: 0, parts: 0 });
    expect(await verify(store)).toEqual([]);
  });

  it('removes what a compaction replaced or left behind, after the grace period', async () => {
    const { clock, deps, store, commit, keys } = setUp();
    for (let n = 0; n < 4; n++) {
      await commit();
      await compact(deps);
      clock.advance(2 * DAY_MS);
    }
    await writeSegment([], deps);
    const before = await Array.fromAsync(snapshot(store));

    const { checkpoints, parts } = await collectGarbage(deps);

    expect({ checkpoints, parts }).toEqual({ checkpoints: 3, parts: 3 });
    expect(await keys(PART_PREFIX)).toHaveLength(1);
    expect(await Array.fromAsync(snapshot(store))).toEqual(before);
    await expect(Array.fromAsync(snapshot(store, { at: 1 }))).rejects.toThrow('no checkpoint');
  });

  it('leaves what only writers that slept have listed', async () => {
    const { clock, deps, store, commit, segment } = setUp();
    for (let n = 0; n < 5; n++) await commit();
    await compact(deps);
    clock.advance(10 * DAY_MS);
    await collectGarbage(deps);
    clock.advance(2 * DAY_MS);
    // A collector died over the first entries; two writers woke up and took their numbers.
    const first = await readEntry(store, 1);
    const { key } = await segment('https://www.example.com/late');
    const ids = [deps.ulid(), deps.ulid()] as const;
    for (const number of [1, 2]) await store.delete(logKey(number));
    const late = { ...first, number: 1, commitId: ids[0], segments: [{ key, rows: 1 }] };
    await store.create(logKey(1), jsonBytes(late));
    await store.create(
      logKey(2),
      jsonBytes({ ...late, number: 2, commitId: ids[1], prev: ids[0] }),
    );

    expect(await collectGarbage(deps)).toMatchObject({ floor: 4, entries: 4, segments: 2 });
    expect(await store.get(key)).not.toBeNull();
  });

  it('removes nothing when another collector removes a checkpoint it has listed', async () => {
    const { clock, deps, store, commit } = setUp();
    await commit();
    await compact(deps);
    clock.advance(2 * DAY_MS);
    const overtaken = {
      ...store,
      list: async function* (prefix: string) {
        const listed = await Array.fromAsync(store.list(prefix));
        if (prefix === CHECKPOINT_PREFIX) {
          // Meanwhile a checkpoint follows that keeps the part of the first one.
          await commit('https://other.example.org/');
          await compact(deps);
          clock.advance(2 * DAY_MS);
          await collectGarbage(deps);
        }
        yield* listed;
      },
    };

    expect(await collectGarbage({ ...deps, store: overtaken })).toMatchObject({ parts: 0 });
    expect(await Array.fromAsync(snapshot(store))).toHaveLength(2);
    expect(await verify(store)).toEqual([]);
  });
});

describe('the index', () => {
  it('tells of the latest 50 runs and counts all', async () => {
    const { clock, store, commit } = setUp();
    const runs: string[] = [];
    for (let n = 0; n < 52; n++) {
      clock.advance(1_000);
      const run = `01KDVNTG0000000000000000${String(n).padStart(2, '0')}`;
      runs.push(run);
      await commit(undefined, run);
    }
    const index = (await readIndex(store))?.value;
    expect(Object.keys(index?.runs ?? {}).sort()).toEqual(runs.slice(2));
    expect(index?.totals).toEqual({ discovered: 52 });
  });
});

describe('sweep of many segments', () => {
  it('commits a thousand at a time', async () => {
    const { clock, deps, segment } = setUp();
    for (let n = 0; n < 1_001; n++) await segment();
    clock.advance(1_000);
    expect(await sweep(deps, { olderThanMs: 0 })).toMatchObject({ seen: 1_001, committed: 1_001 });
    expect(await sweep(deps, { olderThanMs: 0 })).toMatchObject({ committed: 0 });
  });
});

describe('a run that is not complete', () => {
  const A = 'https://www.example.com/a';

  /** A run with one row, in commit 2 of 3, that was begun ten days ago. */
  async function begun() {
    const setting = setUp();
    const { clock, store, deps, commit } = setting;
    const source = sourceDefinition.parse({ name: 'site', seeds: [A] });
    const runId = deps.ulid();
    const startedAt = new Date(clock.now()).toISOString();
    const record = newRun(source, 'schedule', { runId, startedAt, checkpoint: null });
    const { etag } = await store.create(runKey(runId), jsonBytes(record));
    await commit();
    await commit(A, runId);
    await commit();
    await compact(deps);
    clock.advance(10 * DAY_MS);
    const complete = () =>
      store.replace(
        runKey(runId),
        jsonBytes({ ...record, completedAt: record.startedAt, discovered: 1, states: {} }),
        etag,
      );
    return { ...setting, runId, complete };
  }

  it('keeps its rows from being collected', async () => {
    const { clock, store, deps, runId, complete } = await begun();
    expect((await collectGarbage(deps)).floor).toBe(1);
    clock.advance(2 * DAY_MS);
    expect(await collectGarbage(deps)).toMatchObject({ floor: 1, entries: 1 });
    expect(await readRunRows(store, runId)).toHaveLength(1);

    await complete();
    expect((await collectGarbage(deps)).floor).toBe(2);
  });

  it('keeps them for thirty days', async () => {
    const { clock, deps } = await begun();
    clock.advance(21 * DAY_MS);
    expect((await collectGarbage(deps)).floor).toBe(2);
  });

  it('has all its rows when a collector has died over the entries before them', async () => {
    const { store, deps, runId } = await begun();
    await collectGarbage(deps);
    await store.delete(logKey(1));
    expect(await readRunRows(store, runId)).toHaveLength(1);
  });
});
