import { beforeEach, describe, expect, it } from 'vitest';
import { document } from '#lib/consume/document.ts';
import { type FeedEvent, feed } from '#lib/consume/feed.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import { openSnapshot, snapshot } from '#lib/consume/snapshot.ts';
import type { StateFilter } from '#lib/consume/state-filter.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { collectGarbage } from '#lib/manifest/collect-garbage.ts';
import { compact } from '#lib/manifest/compact.ts';
import { restore, takeDown } from '#lib/manifest/takedown.ts';
import { verify } from '#lib/manifest/verify.ts';
import { LATEST_KEY, logKey } from '#lib/model/keys.ts';
import { readCheckpoint } from '#lib/model/log.ts';
import { mergeRow } from '#lib/model/merge-rows.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { aDocument } from '../../support/a-document.ts';
import { handStore } from '../../support/hand-store.ts';
import { aFetch, contentOf } from '../../support/manifest-rows.ts';

const DAY_MS = 86_400_000;

function setUp() {
  const { clock, store, deps, commit } = handStore();
  const publish = async (...pages: readonly (readonly [string, string])[]): Promise<void> => {
    clock.advance(1_000);
    const at = new Date(clock.now()).toISOString();
    const rows: Partial<Row>[] = [];
    for (const [url, text] of pages) {
      const content = contentOf(url, text, at);
      await store.put(content.key ?? '', jsonBytes(aDocument({ canonicalUrl: url, text })));
      rows.push({
        url,
        canonicalUrl: url,
        at,
        state: 'published',
        reason: 'new',
        fetch: aFetch({ fetchedAt: at }),
        content,
      });
    }
    await commit(rows);
  };
  const target = async (canonicalUrl: string) => ({
    canonicalUrl,
    state: (await lookupUrls(store, [canonicalUrl])).get(canonicalUrl) ?? null,
  });
  return { clock, store, deps, commit, publish, target };
}

type Setting = ReturnType<typeof setUp>;

const A = 'https://a.example.com/1.html';
const B = 'https://b.example.com/1.html';

const urls = async (store: ObjectStore, filter: StateFilter = {}): Promise<string[]> =>
  (await Array.fromAsync(snapshot(store, { filter }))).map(({ url }) => url).sort();

/** Replays a feed; what it ends with. */
async function replay(store: ObjectStore, cursor: number, states = new Map<string, UrlState>()) {
  const events: FeedEvent[] = await Array.fromAsync(feed(store, cursor));
  for (const event of events)
    if (event.kind === 'row')
      states.set(event.row.id, mergeRow(states.get(event.row.id), event.row));
  return { last: events.at(-1), states, events };
}

describe('feed', () => {
  let setting: Setting;
  beforeEach(() => {
    setting = setUp();
  });

  it('gives the rows of every commit, then its cursor, and nothing when nothing is new', async () => {
    const { store, publish } = setting;
    await publish([A, 'one']);
    await publish([B, 'two'], [A, 'three']);

    const events = await Array.fromAsync(feed(store, 0));

    expect(events.map((event) => (event.kind === 'row' ? event.row.url : event))).toEqual([
      A,
      { kind: 'cursor', cursor: 1 },
      B,
      A,
      { kind: 'cursor', cursor: 2 },
    ]);
    expect(await Array.fromAsync(feed(store, 2))).toEqual([]);
    expect((await Array.fromAsync(feed(store, 0, { limit: 1 }))).at(-1)).toEqual({
      kind: 'cursor',
      cursor: 1,
    });
  });

  it('replayed gives the snapshot, from the start or from a snapshot in between', async () => {
    const { store, deps, publish } = setting;
    await publish([A, 'one']);
    await compact(deps);
    const early = await openSnapshot(store);
    const states = new Map((await Array.fromAsync(early.states)).map((state) => [state.id, state]));
    await publish([A, 'two'], [B, 'one']);

    const now = await Array.fromAsync(snapshot(store));
    const sorted = (map: Map<string, UrlState>): UrlState[] =>
      [...map.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted((await replay(store, 0)).states)).toEqual(now);
    expect(sorted((await replay(store, early.number, states)).states)).toEqual(now);
  });

  it('says to take a snapshot when its cursor is below the floor', async () => {
    const { clock, store, deps, publish } = setting;
    await publish([A, 'one']);
    await publish([A, 'two']);
    await publish([A, 'three']);
    await compact(deps);
    clock.advance(10 * DAY_MS);
    await collectGarbage(deps);
    expect(await Array.fromAsync(feed(store, 1))).toEqual([{ kind: 'resync', floor: 2 }]);
    clock.advance(2 * DAY_MS);
    expect(await collectGarbage(deps)).toMatchObject({ entries: 2, segments: 2 });
    expect(await Array.fromAsync(feed(store, 0))).toEqual([{ kind: 'resync', floor: 2 }]);
    expect((await replay(store, 2)).last).toEqual({ kind: 'cursor', cursor: 3 });
    expect(await urls(store)).toEqual([A]);
    expect(await verify(store)).toEqual([]);
  });

  it('with the last cursor is not of another store when that is collected while it looks', async () => {
    const { clock, store, deps, publish } = setting;
    await publish([A, 'one']);
    await publish([A, 'two']);
    const collectedAtOnce = async (): Promise<void> => {
      await publish([A, 'three']);
      await publish([A, 'four']);
      await compact(deps);
      for (let days = 0; days < 3; days++) {
        clock.advance(10 * DAY_MS);
        await collectGarbage(deps);
      }
    };
    const watched = {
      get: async (key: string) => {
        if (key === logKey(2)) await collectedAtOnce();
        return store.get(key);
      },
    };

    expect(await Array.fromAsync(feed(watched, 2))).toEqual([{ kind: 'resync', floor: 3 }]);
    await expect(Array.fromAsync(feed(store, 9))).rejects.toThrow('there is no commit 9');
  });

  it('marks rows of what was taken down later', async () => {
    const { store, deps, publish, target } = setting;
    await publish([A, 'one'], [B, 'two']);
    await takeDown([await target(A)], 'as asked', deps);

    const { events } = await replay(store, 0);

    expect(
      events.flatMap((event) => (event.kind === 'row' ? [[event.row.url, event.withdrawn]] : [])),
    ).toEqual([
      [A, true],
      [B, false],
      [A, true],
    ]);
  });
});

describe('takeDown and restore', () => {
  it('remove a document from snapshot, lookup and store, and bring it back', async () => {
    const { store, deps, publish, target } = setUp();
    await publish([A, 'one'], [B, 'two']);
    await compact(deps);

    await takeDown([await target(A)], 'as asked', deps);
    await compact(deps);

    expect(await urls(store, { published: true })).toEqual([B]);
    expect(await document(store, A)).toMatchObject({ document: null, state: { content: null } });
    expect(await verify(store)).toEqual([]);

    await publish([A, 'newer']);
    expect(await urls(store, { published: true })).toEqual([B]);

    await restore([await target(A)], null, deps);
    expect(await urls(store, { published: true })).toEqual([A, B]);
  });

  it('restore without a document what cannot be rebuilt', async () => {
    const { store, deps, publish, target } = setUp();
    await publish([A, 'one']);
    await takeDown([await target(A)], null, deps);
    await restore([await target(A)], null, deps);

    expect(await urls(store, { published: true })).toEqual([]);
    expect(await verify(store)).toEqual([]);
    await publish([A, 'one']);
    expect(await urls(store, { published: true })).toEqual([A]);
  });

  it('take down a URL nobody knows', async () => {
    const { store, deps, publish, target } = setUp();
    await takeDown([await target(A)], null, deps);
    await publish([A, 'one']);
    expect(await urls(store, { published: true })).toEqual([]);
  });
});

describe('snapshot', () => {
  it('reads at an earlier commit as long as a checkpoint before it is kept', async () => {
    const { store, deps, publish } = setUp();
    const at = async (number: number): Promise<number> =>
      (await Array.fromAsync(snapshot(store, { at: number }))).length;
    await publish([A, 'one']);
    await compact(deps);
    await publish([B, 'two']);
    await compact(deps);
    await publish(['https://c.example.com/', 'three']);

    expect([await at(0), await at(1), await at(2), await at(3)]).toEqual([0, 1, 2, 3]);
    await expect(at(4)).rejects.toThrow('there is no commit 4 yet');
  });

  it('filters by source, host, state, language and length', async () => {
    const { store, commit, publish } = setUp();
    await publish([A, 'one']);
    await commit([{ url: B, canonicalUrl: B, source: 'other' }]);

    expect(await urls(store, { host: 'a.example.com' })).toEqual([A]);
    expect(await urls(store, { source: 'other' })).toEqual([B]);
    expect(await urls(store, { states: ['published'] })).toEqual([A]);
    expect(await urls(store, { language: 'zh' })).toEqual([A]);
    expect(await urls(store, { language: 'z' })).toEqual([]);
    expect(await urls(store, { minChars: 11 })).toEqual([]);
    expect(await urls(store, { complete: true })).toEqual([A]);
    expect(await urls(store, { published: false })).toEqual([B]);
    expect(await urls(store, { publishedSince: '2020' })).toEqual([]);
  });
});

describe('document', () => {
  it('finds by URL and by id, as of the checkpoint or fresh', async () => {
    const { store, deps, publish } = setUp();
    await publish([A, 'one']);
    await compact(deps);
    await publish([A, 'two']);

    expect((await document(store, A))?.document?.text).toBe('one');
    expect((await document(store, A, { fresh: true }))?.document?.text).toBe('two');
    const id = (await document(store, A))?.state.id ?? '';
    expect((await document(store, id))?.document?.text).toBe('one');
    expect(await document(store, B)).toBeNull();
  });

  it.each([
    ['a store of older code has none', null],
    ['it names parts that are collected', 'part'],
  ])('finds its way by the index if manifest/latest.json is of no use: %s', async (_, old) => {
    const { store, deps, publish } = setUp();
    await publish([A, 'one']);
    await compact(deps);
    const before = await readCheckpoint(store, LATEST_KEY);
    await publish([A, 'two']);
    await compact(deps);
    if (old === null) await store.delete(LATEST_KEY);
    else await store.put(LATEST_KEY, jsonBytes(before));
    await store.delete(before?.parts[0]?.key ?? '');

    expect((await document(store, A))?.document?.text).toBe('two');
    await compact(deps);
    expect((await readCheckpoint(store, LATEST_KEY))?.number).toBe(2);
  });

  it('costs three requests, the document among them', async () => {
    const { store, deps, publish } = setUp();
    for (let n = 0; n < 20; n++) await publish([`https://h${n}.example.com/`, `text ${n}`]);
    await compact(deps);
    let requests = 0;
    const counted = {
      ...store,
      get: (key: string) => {
        requests++;
        return store.get(key);
      },
    };

    const found = await document(counted, 'https://h7.example.com/');

    expect(found?.document?.text).toBe('text 7');
    expect(requests).toBe(3);
  });
});
