import { describe, expect, it } from 'vitest';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { ConflictError } from '#lib/model/errors.ts';
import { INDEX_KEY, logKey } from '#lib/model/keys.ts';
import { readEntry, readIndex } from '#lib/model/log.ts';
import { handStore } from '../../support/hand-store.ts';
import { aRow } from '../../support/manifest-rows.ts';

const urls = async (store: ReturnType<typeof memoryObjectStore>): Promise<string[]> => {
  const found: string[] = [];
  for await (const { url, last } of snapshot(store)) found.push(`${last.state} ${url}`);
  return found.sort();
};

describe('commitSegments', () => {
  it('lists segments in entry 1 of an empty log and starts the index', async () => {
    const { store, deps } = handStore();
    const segment = await writeSegment([aRow({ ulid: deps.ulid() })], deps);

    const { number, entry } = await commitSegments([segment], deps);

    expect(number).toBe(1);
    expect(entry).toMatchObject({ number: 1, prev: null, segments: [segment] });
    expect((await readIndex(store))?.value).toMatchObject({
      head: 1,
      totals: { discovered: 1 },
      runs: { '01KDVNTG00000000000000RVN1': { source: 'samples', states: { discovered: 1 } } },
    });
    expect(await urls(store)).toEqual(['discovered https://www.example.com/a.html']);
  });

  it('lists a segment once however often it is told of it', async () => {
    const { store, deps } = handStore();
    const segment = await writeSegment([aRow({ ulid: deps.ulid() })], deps);

    await commitSegments([segment, segment], deps);
    const again = await commitSegments([segment], deps);

    expect(again).toEqual({ number: 1, entry: null, rejected: [] });
    expect((await readIndex(store))?.value.totals).toEqual({ discovered: 1 });
  });

  it('goes on after the entry of another committer', async () => {
    const { store, deps } = handStore();
    const one = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    const two = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    let raced = false;
    const racing = {
      ...store,
      create: async (key: string, body: Uint8Array) => {
        if (key === logKey(1) && !raced) {
          raced = true;
          await commitSegments([one], deps);
        }
        return store.create(key, body);
      },
    };

    const { number, entry } = await commitSegments([one, two], { ...deps, store: racing });

    expect(number).toBe(2);
    expect(entry?.segments).toEqual([two]);
    expect((await readIndex(store))?.value).toMatchObject({ head: 2, totals: { discovered: 2 } });
  });

  it('leaves the index to the next commit when it loses the race twice', async () => {
    const { store, deps } = handStore();
    const one = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    const two = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    const losing = {
      ...store,
      create: async (key: string, body: Uint8Array) => {
        if (key === INDEX_KEY) throw new ConflictError('lost');
        return store.create(key, body);
      },
    };

    await commitSegments([one], { ...deps, store: losing });
    expect(await readIndex(store)).toBeNull();
    expect(await urls(store)).toHaveLength(1);

    await commitSegments([two], deps);
    expect((await readIndex(store))?.value).toMatchObject({ head: 2, totals: { discovered: 2 } });
  });

  it('rejects what is no segment and what is damaged, and lists the rest', async () => {
    const { store, deps } = handStore();
    const good = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    const bad = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    await store.put(bad.key, new Uint8Array([1, 2, 3]));

    const { entry, rejected } = await commitSegments(
      [bad, { key: 'documents/aa' }, good, { key: good.key.replace('2026', '2025') }],
      deps,
    );

    expect(entry?.segments).toEqual([good]);
    expect(rejected.map(({ key }) => key)).toEqual(['documents/aa', bad.key]);
  });

  it('never lets the time of an entry decrease', async () => {
    const { clock, store, deps } = handStore();
    await commitSegments([await writeSegment([aRow({ ulid: deps.ulid() })], deps)], deps);
    clock.advance(-10_000);
    await commitSegments([await writeSegment([aRow({ ulid: deps.ulid() })], deps)], deps);

    expect((await readEntry(store, 2))?.at).toBe((await readEntry(store, 1))?.at);
  });
});

describe('sweep', () => {
  it('commits old segments that no entry lists, and leaves young ones to their events', async () => {
    const { clock, store, deps } = handStore();
    const listed = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    await commitSegments([listed], deps);
    const lost = await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    clock.advance(600_000);
    await writeSegment([aRow({ ulid: deps.ulid() })], deps);

    const result = await sweep(deps, { olderThanMs: 300_000 });

    expect(result).toEqual({ seen: 2, committed: 1, rejected: [] });
    expect((await readEntry(store, 2))?.segments).toEqual([lost]);
    expect(await sweep(deps, { olderThanMs: 0, lookBackMs: 3_600_000 })).toMatchObject({
      committed: 1,
    });
  });
});
