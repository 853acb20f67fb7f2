import { describe, expect, it } from 'vitest';
import { exportDocuments } from '#lib/consume/export-documents.ts';
import { jsonlRecords } from '#lib/io/jsonl-records.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { INDEX_KEY, LATEST_KEY, logKey, runKey } from '#lib/model/keys.ts';
import { readCheckpoint, readEntry, readIndex } from '#lib/model/log.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { decodeLines, encodeLines } from '#lib/model/segment-codec.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { newRun } from '#lib/run/run-records.ts';
import { handStore } from '../../support/hand-store.ts';
import { aFetch, aRow, contentOf } from '../../support/manifest-rows.ts';

const HEALTHY_COMMITS = 4;

/** A store with documents, commits before and after a checkpoint, and a complete run. */
async function healthyStore() {
  const { clock, store, deps } = handStore();
  const run = deps.ulid();
  const commit = async (rows: readonly Partial<Row>[]) => {
    const segment = await writeSegment(
      rows.map((row) => aRow({ ulid: deps.ulid(), run, ...row })),
      deps,
    );
    await commitSegments([segment], deps);
    return segment;
  };
  const page = (n: number): string => `https://host${n}.example.com/`;
  await commit([1, 2, 3].map((n) => ({ url: page(n), canonicalUrl: page(n) })));
  const publish = async (n: number) => {
    clock.advance(60_000);
    const at = new Date(clock.now()).toISOString();
    const content = contentOf(page(n), 'one text', at);
    await store.put('raw/2026/01/01/x.warc.gz', new Uint8Array(100));
    await store.put(content.key ?? '', jsonBytes({}));
    const fetch = aFetch({
      fetchedAt: at,
      raw: { key: 'raw/2026/01/01/x.warc.gz', offset: 0, length: 100 },
    });
    const url = page(n);
    return commit([
      { url, canonicalUrl: url, at, state: 'published', reason: 'new', fetch, content },
    ]);
  };
  await publish(1);
  await publish(2);
  await compact(deps);
  const last = await publish(3);
  const late = () =>
    commit([{ url: page(1), canonicalUrl: page(1), state: 'failed', reason: 'timeout' }]);
  return { store, deps, last, run, late };
}

const rules = async (store: ReturnType<typeof memoryObjectStore>): Promise<string[]> => [
  ...new Set((await verify(store)).map(({ rule }) => rule)),
];

describe('verify', () => {
  it('finds nothing in a store as it should be, or in an empty one', async () => {
    expect(await verify((await healthyStore()).store)).toEqual([]);
    expect(await verify(memoryObjectStore())).toEqual([]);
  });

  it('finds a missing commit', async () => {
    const { store } = await healthyStore();
    await store.delete(logKey(2));
    expect(await rules(store)).toContain('log-contiguous');
  });

  it('finds a missing, a damaged and an unlisted segment', async () => {
    const { store, deps, last } = await healthyStore();
    await writeSegment([aRow({ ulid: deps.ulid() })], deps);
    expect(await rules(store)).toEqual(['segments-listed']);
    await store.put(last.key, new Uint8Array([1]));
    expect(await rules(store)).toContain('segments-readable');
    await store.delete(last.key);
    expect(await rules(store)).toContain('segments-exist');
  });

  it('finds a segment that two commits list, and counts that are wrong by it', async () => {
    const { store, last } = await healthyStore();
    const entry = await readEntry(store, HEALTHY_COMMITS);
    await store.put(
      logKey(HEALTHY_COMMITS + 1),
      jsonBytes({
        ...entry,
        number: HEALTHY_COMMITS + 1,
        prev: entry?.commitId,
        segments: [last],
        counts: {},
      }),
    );
    expect(await rules(store)).toEqual(expect.arrayContaining(['segments-once', 'counts']));
  });

  it('finds an index that leads the log, and one whose counts are wrong', async () => {
    const { store } = await healthyStore();
    const index = (await readIndex(store))?.value;
    await store.put(INDEX_KEY, jsonBytes({ ...index, totals: { published: 7 } }));
    expect(await rules(store)).toEqual(['counts']);
    await store.put(INDEX_KEY, jsonBytes({ ...index, head: 9 }));
    expect(await rules(store)).toContain('index-lags');
  });

  it('finds a part that is missing, and one that says something else', async () => {
    const { store } = await healthyStore();
    const key = (await readIndex(store))?.value.checkpoint?.key ?? '';
    const [first, second] = (await readCheckpoint(store, key))?.parts ?? [];
    await store.put(second?.key ?? '', encodeLines([]));
    expect(await rules(store)).toEqual(expect.arrayContaining(['parts', 'replay']));
    await store.delete(first?.key ?? '');
    expect(await rules(store)).toContain('parts');
  });

  it('counts the rows of a complete run up to the commit its record names, and no later ones', async () => {
    const { store, deps, run, late } = await healthyStore();
    const record = newRun(sourceDefinition.parse({ name: 'samples' }), 'on-demand', {
      runId: run,
      startedAt: new Date(deps.now()).toISOString(),
      checkpoint: null,
    });
    const completedAt = new Date(deps.now()).toISOString();
    const totals = { discovered: 3, states: { published: 3 } };
    const write = (more: object) =>
      store.put(runKey(run), jsonBytes({ ...record, completedAt, ...totals, ...more }));
    await late();

    await write({ commit: HEALTHY_COMMITS });
    expect(await rules(store)).toEqual([]);
    await write({ commit: HEALTHY_COMMITS - 1 });
    expect(await rules(store)).toEqual(['discovered-terminal']);
    await write({});
    expect(await rules(store)).toEqual(['discovered-terminal']);
  });

  it('finds a copy of the checkpoint that says something else, and takes an earlier one', async () => {
    const { store } = await healthyStore();
    const latest = await readCheckpoint(store, LATEST_KEY);
    const withCopy = async (more: object) => {
      await store.put(LATEST_KEY, jsonBytes({ ...latest, ...more }));
      return await rules(store);
    };

    expect(latest?.number).toBe(3);
    expect(await withCopy({ totals: {} })).toEqual(['latest']);
    expect(await withCopy({ number: 9 })).toEqual(['latest']);
    expect(await withCopy({ number: 2, totals: {} })).toEqual([]);
  });

  it('finds a document and a raw response that are missing', async () => {
    const { store } = await healthyStore();
    for await (const { key } of store.list('documents/')) await store.delete(key);
    expect(await rules(store)).toEqual(['documents-exist']);
    await store.delete('raw/2026/01/01/x.warc.gz');
    expect(await rules(store)).toEqual(['documents-exist', 'raw-exists']);
  });

  it.each([
    ['a log entry', logKey(2), 'log-readable', 'is not JSON'],
    ['the index', INDEX_KEY, 'readable', 'is not JSON'],
    ['the floor marker', 'manifest/floor.json', 'readable', 'is not JSON'],
    ['the checkpoint', 'manifest/checkpoints/00000000000000000003.json', 'readable', 'is not JSON'],
    ['what is exported', 'exports/current.json', 'readable', 'is not JSON'],
  ])('names %s if it is damaged, and looks at the rest', async (_, key, rule, problem) => {
    const { store } = await healthyStore();
    await store.put(key, new TextEncoder().encode('{'));
    await store.put('runs/01KDVNTG00000000000000RVN1.json', new TextEncoder().encode('{'));

    const findings = await verify(store);

    expect(findings).toContainEqual({ rule, where: key, problem });
    expect(findings.map((one) => one.rule)).toContain('runs-readable');
  });

  it('names the part of the index of texts that is wrong, and wrong duplicates', async () => {
    const { store } = await healthyStore();
    const key = (await readIndex(store))?.value.checkpoint?.key ?? '';
    const checkpoint = await readCheckpoint(store, key);
    const [texts] = checkpoint?.texts ?? [];
    const lines = [
      ...decodeLines('', (await store.get(texts?.key ?? ''))?.body ?? encodeLines([])),
    ];

    await store.put(texts?.key ?? '', encodeLines(lines.toReversed()));
    const outOfOrder = await verify(store);
    await store.put(
      texts?.key ?? '',
      encodeLines(lines.map((line) => line.replace('2026', '2025'))),
    );
    const others = await verify(store);
    await store.put(texts?.key ?? '', encodeLines(lines));
    for (const part of checkpoint?.parts ?? []) {
      const states = [...decodeLines('', (await store.get(part.key))?.body ?? encodeLines([]))];
      const without = states.map((line) =>
        line.replace(/"duplicateOf":"\w+"/, '"duplicateOf":null'),
      );
      await store.put(part.key, encodeLines(without));
    }
    const untold = await verify(store);

    const where = texts?.key;
    expect(outOfOrder).toEqual([{ rule: 'texts', where, problem: 'is out of order' }]);
    expect(others).toEqual([
      { rule: 'texts', where, problem: 'does not have the texts of the states' },
    ]);
    expect(untold.map(({ rule }) => rule)).toEqual(['duplicates']);
  });

  it('compares documents and responses with their digests if it may read them', async () => {
    const { store } = await healthyStore();
    const whole = async (url: string) => ({
      ...{ url, fetchedAt: '', requestHeaders: [], status: 200, statusText: '' },
      ...{ responseHeaders: [], payload: new TextEncoder().encode('payload'), truncated: null },
    });
    const documents: string[] = [];
    for await (const { key } of store.list('documents/')) documents.push(key);
    for (const key of documents) await store.put(key, new TextEncoder().encode('one text'));

    const fine = await verify(store, { raw: { read: () => whole('https://a.example/') } });
    await store.put(documents[0] ?? '', new TextEncoder().encode('another text'));
    const damaged = await verify(store, { raw: { read: async () => null } });

    expect(fine).toEqual([]);
    expect(damaged.map(({ rule, problem }) => [rule, problem.slice(0, 10)])).toEqual([
      ['documents-whole', 'is damaged'],
      ['raw-whole', 'was erased'],
      ['raw-whole', 'was erased'],
      ['raw-whole', 'was erased'],
    ]);
  });

  it('finds exported files that are missing or cut', async () => {
    const { store } = await healthyStore();
    const filter = { language: 'none' };
    const { current } = await exportDocuments(store, { format: jsonlRecords, filter });
    const [file] = current.files;
    expect(await verify(store)).toEqual([]);
    await store.put(file?.key ?? '', new Uint8Array(1));
    const cut = await verify(store);
    await store.delete(file?.key ?? '');

    expect([...cut, ...(await verify(store))].map(({ rule, where }) => [rule, where])).toEqual([
      ['exports', file?.key],
      ['exports', file?.key],
    ]);
  });

  it('finds a complete run with URLs that reached no terminal state', async () => {
    const { store, deps, run } = await healthyStore();
    const at = new Date(deps.now()).toISOString();
    const source = sourceDefinition.parse({ name: 'samples' });
    const record = {
      schema: 1,
      runId: run,
      source,
      trigger: 'command',
      startedAt: at,
      completedAt: at,
      discovered: 4,
      states: { published: 3 },
      skipped: { notDue: 0, outOfScope: 0, overBudget: 0, traps: 0, takenDown: 0 },
    };
    await store.put(`runs/${run}.json`, jsonBytes(record));
    expect((await verify(store)).map(({ problem }) => problem)).toEqual([
      'discovered 4, but 3 reached a terminal state',
      'discovered 4, the log has rows of 3 URLs',
    ]);
  });
});
