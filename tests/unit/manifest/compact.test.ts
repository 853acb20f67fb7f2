import { describe, expect, it } from 'vitest';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { compact } from '#lib/manifest/compact.ts';
import { readCheckpoint, readIndex } from '#lib/model/log.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { handStore } from '../../support/hand-store.ts';
import { aFetch, aRow, contentOf } from '../../support/manifest-rows.ts';

const all = (store: ReturnType<typeof memoryObjectStore>): Promise<UrlState[]> =>
  Array.fromAsync(snapshot(store));

const published = (url: string, text: string, at = '2026-01-01T00:00:00.000Z'): Partial<Row> => ({
  url,
  canonicalUrl: url,
  at,
  state: 'published',
  reason: 'new',
  fetch: aFetch({ fetchedAt: at }),
  content: contentOf(url, text, at),
});

const page = (host: number, number: number): string =>
  `https://host${host}.example.com/${number}.html`;

describe('compact', () => {
  it('changes nothing of what a snapshot says', async () => {
    const { store, deps, commit } = handStore();
    for (let host = 0; host < 5; host++) {
      await commit([0, 1, 2].map((n) => published(page(host, n), `text ${host} ${n}`)));
      const before = await all(store);
      const compaction = await compact(deps);
      expect(await all(store)).toEqual(before);
      expect(compaction).toMatchObject({ number: host + 1, written: 1, reused: host });
    }
    expect((await readIndex(store))?.value.checkpoint?.number).toBe(5);
  });

  it('does nothing when nothing is new', async () => {
    const { deps, commit } = handStore();
    expect(await compact(deps)).toBeNull();
    await commit([published(page(1, 1), 'one')]);
    expect(await compact(deps)).not.toBeNull();
    expect(await compact(deps)).toBeNull();
  });

  it('counts URLs by the state they last reached', async () => {
    const { store, deps, commit } = handStore();
    await commit(
      [{}, { url: page(1, 1), canonicalUrl: page(1, 1) }].map((row) =>
        aRow({ ulid: deps.ulid(), ...row }),
      ),
    );
    await compact(deps);
    await commit([published(page(1, 1), 'one', '2026-01-02T00:00:00.000Z')]);
    await compact(deps);

    const key = (await readIndex(store))?.value.checkpoint?.key ?? '';
    expect((await readCheckpoint(store, key))?.totals).toEqual({ discovered: 1, published: 1 });
  });

  it('splits a partition that is too large, and keeps it in order', async () => {
    const { store, deps, commit } = handStore();
    const pages = Array.from({ length: 200 }, (_, n) => published(page(1, n), `text ${n}`));
    await commit(pages.slice(0, 100));
    await compact(deps, { maxPartBytes: 30_000 });
    await commit(pages.slice(100));
    await commit([published(page(2, 1), 'other')]);
    const before = await all(store);
    await compact(deps, { maxPartBytes: 30_000 });

    const key = (await readIndex(store))?.value.checkpoint?.key ?? '';
    const parts = (await readCheckpoint(store, key))?.parts ?? [];
    const partitions = parts.map(({ partition }) => partition);
    expect(await all(store)).toEqual(before);
    expect(before.length).toBe(201);
    expect(parts.length).toBeGreaterThan(10);
    expect(partitions).toEqual([...partitions].sort());
    for (const one of partitions)
      expect(partitions.filter((other) => other.startsWith(one))).toEqual([one]);
  });

  it('finds documents of one text: the first seen stands for the others', async () => {
    const { store, deps, commit } = handStore();
    const duplicates = async (): Promise<[string, string | null][]> =>
      (await all(store)).map(({ id, duplicateOf }) => [id, duplicateOf]);
    const [a, b, c] = [page(1, 1), page(2, 1), page(3, 1)];
    await commit([published(b, 'same', '2026-01-02T00:00:00.000Z')]);
    await commit([published(c, 'same', '2026-01-03T00:00:00.000Z')]);
    await compact(deps);
    const ids = new Map((await all(store)).map(({ canonicalUrl, id }) => [canonicalUrl, id]));
    expect(new Map(await duplicates())).toEqual(
      new Map([
        [ids.get(b), null],
        [ids.get(c), ids.get(b)],
      ]),
    );

    await commit([published(a, 'same', '2026-01-01T00:00:00.000Z')]);
    await compact(deps);
    const first = (await all(store)).find(({ canonicalUrl }) => canonicalUrl === a)?.id;
    expect(new Map(await duplicates())).toEqual(
      new Map([
        [first, null],
        [ids.get(b), first],
        [ids.get(c), first],
      ]),
    );

    await commit([
      { ...published(a, 'other', '2026-01-05T00:00:00.000Z'), reason: 'changed' },
      {
        url: b,
        canonicalUrl: b,
        at: '2026-01-05T00:00:00.000Z',
        state: 'gone',
        reason: 'http-404',
        presence: { value: 'gone', at: '2026-01-05T00:00:00.000Z' },
      },
    ]);
    await compact(deps);
    expect((await duplicates()).map(([, representative]) => representative)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('lets one of two compactors win and loses nothing', async () => {
    const { store, deps, commit } = handStore();
    await commit([published(page(1, 1), 'one')]);
    await compact(deps);
    await commit([published(page(2, 1), 'two')]);
    const before = await all(store);

    const results = await Promise.all([compact(deps), compact(deps)]);

    expect(results.filter((result) => result !== null).length).toBeGreaterThanOrEqual(1);
    expect(await all(store)).toEqual(before);
  });
});
