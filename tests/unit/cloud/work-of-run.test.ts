import { describe, expect, it } from 'vitest';
import { cleanWork, discoverWork, fetchWork } from '#lib/cloud/work-of-run.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { documentId } from '#lib/model/document-id.ts';
import { cancelKey, listKey, runKey } from '#lib/model/keys.ts';
import type { FetchedPage, FetchItem } from '#lib/model/messages.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { newRun } from '#lib/run/run-records.ts';
import { aFetch, aRow, contentOf } from '../../support/manifest-rows.ts';
import { testPorts } from '../../support/sample-run.ts';

const T1 = '2026-01-01T00:00:00.000Z';
const T2 = '2026-01-02T00:00:00.000Z';
const url = (name: string): string => `https://site.example/${name}`;
const DONE = url('done');

const anItem = (canonicalUrl: string): FetchItem => ({
  id: documentId(canonicalUrl),
  url: canonicalUrl,
  canonicalUrl,
  kind: 'page',
  depth: 0,
  hop: 0,
  via: null,
  previous: null,
});
const aPage = (canonicalUrl: string, fetchedAt: string): FetchedPage => ({
  item: anItem(canonicalUrl),
  parts: [
    {
      ...{ url: canonicalUrl, canonicalUrl, fetchedAt, contentType: null, payloadDigest: '' },
      ...{ robots: [], raw: { key: 'raw/x.warc.gz', offset: 0, length: 1 } },
    },
  ],
  partsMissing: false,
});

/** A run, complete unless told otherwise, with a document, a page that was poison and one that is fetched. */
async function aRunWith(more: Partial<RunRecord> = {}) {
  const store = memoryObjectStore();
  const ports = testPorts(store);
  const runId = ports.ulid();
  const source = sourceDefinition.parse({ name: 'site' });
  const record = {
    ...newRun(source, 'on-demand', { runId, startedAt: T1, checkpoint: null }),
    completedAt: T2,
    ...more,
  };
  await store.create(runKey(runId), jsonBytes(record));
  const rowOf = (name: string, row: Partial<Row>): Row =>
    aRow({ ulid: ports.ulid(), run: runId, canonicalUrl: url(name), ...row });
  const deps = { store, now: () => Date.now(), ulid: ports.ulid };
  const content = contentOf(DONE, 'text', T1);
  const segment = await writeSegment(
    [
      rowOf('done', { state: 'published', reason: 'new', fetch: aFetch(), content }),
      rowOf('poison', { state: 'failed', reason: 'poison' }),
      rowOf('open', { state: 'fetched', reason: 'http-200', fetch: aFetch() }),
      rowOf('elsewhere', { state: 'failed', reason: 'poison', run: ports.ulid() }),
    ],
    deps,
  );
  await commitSegments([segment], deps);
  const run = { runId, source: 'site' };
  const names = ['done', 'poison', 'open', 'elsewhere'];
  return { ports, store, deps, run, names };
}

const named = (items: readonly { readonly canonicalUrl: string }[] | undefined): string[] =>
  (items ?? []).map(({ canonicalUrl }) => canonicalUrl);

describe('what a message asks for', () => {
  it('is all of it while the run goes on, for one request', async () => {
    const { store, run, names } = await aRunWith({ completedAt: null });
    const reads: string[] = [];
    const counting: typeof store = {
      ...store,
      get: (key, range) => {
        reads.push(key);
        return store.get(key, range);
      },
    };
    const items = names.map((name) => anItem(url(name)));
    const pages = names.map((name) => aPage(url(name), T1));
    const lane = { lane: 0, batch: 'b', attempt: 0 };

    const fetching = await fetchWork(counting, { ...run, ...lane, items });
    const cleaning = await cleanWork(counting, { ...run, pages });

    expect([fetching?.message.items, cleaning?.message.pages]).toEqual([items, pages]);
    expect(reads).toEqual([runKey(run.runId), runKey(run.runId)]);
  });

  it('is in a complete run what that gave up: poison, lost, open', async () => {
    const { store, run, names } = await aRunWith();
    const items = names.map((name) => anItem(url(name)));
    const lane = { lane: 0, batch: 'b', attempt: 0 };

    const todo = await fetchWork(store, { ...run, ...lane, items });

    expect(named(todo?.message.items)).toEqual([url('poison'), url('open')]);
    expect(await fetchWork(store, { ...run, ...lane, items: [anItem(DONE)] })).toBeNull();
  });

  it('is for clean also a page whose later fetch was not cleaned', async () => {
    const { store, run } = await aRunWith();
    const pagesOf = async (page: FetchedPage) =>
      named(
        (await cleanWork(store, { ...run, pages: [page] }))?.message.pages.map(({ item }) => item),
      );

    expect(await pagesOf(aPage(DONE, T1))).toEqual([]);
    expect(await pagesOf(aPage(DONE, T2))).toEqual([DONE]);
    expect(await pagesOf(aPage(url('poison'), T1))).toEqual([url('poison')]);
  });

  it('is for discover nothing that a complete run did not miss', async () => {
    const whole = await aRunWith();
    const lacking = await aRunWith({ lost: '1 list of links never read' });
    const ask = ({ ports, run }: typeof whole, pages: string[]) =>
      discoverWork(ports, {
        ...run,
        links: [],
        pages: pages.map((name) => aPage(url(name), T1)),
        list: listKey(run.runId, '00000000'),
      });

    expect(await ask(whole, ['done'])).toBeNull();
    expect((await ask(whole, ['done', 'open']))?.message.list).toBeUndefined();
    expect((await ask(lacking, []))?.message.list).toBeDefined();
  });

  it('is for discover nothing in a cancelled run: what was fetched to be read ends', async () => {
    const { ports, store, deps, run } = await aRunWith({ completedAt: null });
    await store.put(cancelKey(run.runId), new Uint8Array());

    const todo = await discoverWork(ports, { ...run, links: [], pages: [aPage(url('open'), T1)] });
    await sweep(deps, { olderThanMs: -60_000 });

    expect(todo).toBeNull();
    expect((await readRunRows(store, run.runId)).at(-1)).toMatchObject({
      canonicalUrl: url('open'),
      state: 'deferred',
      reason: 'cancelled',
    });
  });
});
