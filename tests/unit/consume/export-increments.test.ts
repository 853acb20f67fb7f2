import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withdrawFromExports } from '#lib/consume/export/withdraw.ts';
import { type Exported, exportDocuments } from '#lib/consume/export-documents.ts';
import { jsonlRecords } from '#lib/io/jsonl-records.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { parquetRecords } from '#lib/io/parquet-records.ts';
import { collectGarbage } from '#lib/manifest/collect-garbage.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import { restore, takeDown } from '#lib/manifest/takedown.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { ExportRecord, RecordFormat } from '#lib/model/export-files.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import { aDocument } from '../../support/a-document.ts';
import { collect } from '../../support/collect.ts';
import { handStore } from '../../support/hand-store.ts';
import { aFetch, aRow, contentOf } from '../../support/manifest-rows.ts';

const FORMATS: Readonly<Record<string, RecordFormat>> = {
  parquet: parquetRecords,
  jsonl: jsonlRecords,
};
const formatOf = async (name: string): Promise<RecordFormat> => FORMATS[name] ?? jsonlRecords;
const nearDuplicates = { fold: (unit: number) => unit };
const fileBytes = 100_000;
const urlOf = (name: string): string => `https://${name.slice(0, 1)}.example/${name}.html`;

/** A text of its own for each name, long enough to be compared. */
function textOf(name: string, length = 60): string {
  return Array.from({ length }, (_, at) => `${name} 第${at}句${at * at}，`).join('');
}

function setUp() {
  const { clock, store, deps } = handStore();
  const publish = async (pages: Readonly<Record<string, string>>): Promise<void> => {
    clock.advance(1_000);
    const at = new Date(clock.now()).toISOString();
    const rows = [];
    for (const [name, text] of Object.entries(pages)) {
      const canonicalUrl = urlOf(name);
      const content = { ...contentOf(canonicalUrl, text, at), chars: text.length };
      await store.put(content.key ?? '', jsonBytes(aDocument({ canonicalUrl, text })));
      const fetch = aFetch({ fetchedAt: at });
      const told = { ulid: deps.ulid(), canonicalUrl, at, fetch, content };
      rows.push(aRow({ ...told, state: 'published', reason: 'new' }));
    }
    await commitSegments([await writeSegment(rows, deps)], deps);
  };
  const gone = async (name: string): Promise<void> => {
    clock.advance(1_000);
    const at = new Date(clock.now()).toISOString();
    const fetch = aFetch({ fetchedAt: at, status: 404 });
    const presence = { value: 'gone', at } as const;
    const told = { ulid: deps.ulid(), canonicalUrl: urlOf(name), at, fetch, presence };
    const row = aRow({ ...told, state: 'gone', reason: 'http-404' });
    await commitSegments([await writeSegment([row], deps)], deps);
  };
  const target = (name: string) => ({ canonicalUrl: urlOf(name), state: null });
  return { store, deps, clock, publish, gone, target };
}

/** What a reader makes of an export: its files, then each increment over them. */
async function readExport(
  store: ObjectStore,
  { current }: Exported,
  format: RecordFormat = jsonlRecords,
) {
  const rows = new Map<string, ExportRecord>();
  const add = async (keys: readonly { key: string }[]): Promise<void> => {
    for (const { key } of keys)
      for await (const record of format.read((await store.get(key))?.body ?? new Uint8Array()))
        rows.set(record.id, record);
  };
  await add(current.files);
  for (const { files, removed } of current.increments) {
    const lines = gunzipSync((await store.get(removed.key))?.body ?? '').toString();
    for (const line of lines.split('\n').filter(Boolean)) rows.delete(JSON.parse(line).id);
    await add(files);
  }
  return [...rows.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text, nearDuplicateOf }) => ({ id, text, nearDuplicateOf }));
}

type Step = {
  readonly kind: 'publish' | 'gone' | 'down' | 'up' | 'compact';
  name: string;
  length: number;
};
const step = fc.record<Step>({
  kind: fc.constantFrom('publish', 'publish', 'publish', 'gone', 'down', 'up', 'compact'),
  name: fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1'),
  length: fc.constantFrom(20, 40, 60),
});

describe('an incremental export', () => {
  it('is with those before it what a full export is, near duplicates included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 5 }),
        async (rounds) => {
          const { store, deps, publish, gone, target, clock } = setUp();
          await publish({ a1: textOf('a'), z1: textOf('z') });
          const options = { format: jsonlRecords, nearDuplicates, fileBytes };
          let last = await exportDocuments(store, options);
          for (const steps of rounds) {
            for (const { kind, name, length } of steps) {
              clock.advance(1_000);
              // names that begin alike have texts that are near
              if (kind === 'publish') await publish({ [name]: textOf(name.slice(0, 1), length) });
              if (kind === 'gone') await gone(name);
              if (kind === 'down') await takeDown([target(name)], null, deps);
              if (kind === 'up') await restore([target(name)], null, deps);
              if (kind === 'compact') await compact(deps);
            }
            last = await exportDocuments(store, { ...options, isIncremental: true });
          }
          const to = memoryObjectStore();
          const full = await exportDocuments(store, { ...options, to });

          expect(await readExport(store, last)).toEqual(await readExport(to, full));
        },
      ),
      {
        numRuns: 60,
        examples: [
          // restored without its document, which its sketch must not outlive
          [
            [
              [
                { kind: 'down', name: 'a1', length: 20 },
                { kind: 'up', name: 'a1', length: 20 },
              ],
              [{ kind: 'publish', name: 'a2', length: 20 }],
            ],
          ],
        ],
      },
    );
  });

  it('reads no text it has read before', async () => {
    const { store, publish } = setUp();
    await publish(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, textOf(name)])));
    await exportDocuments(store, { format: jsonlRecords, nearDuplicates });
    await publish({ e: textOf('e') });
    const read: string[] = [];
    const watched = {
      ...store,
      get: (key: string) => {
        if (key.startsWith('documents/')) read.push(key);
        return store.get(key);
      },
    };

    const { kind, current } = await exportDocuments(watched, {
      format: jsonlRecords,
      nearDuplicates,
      isIncremental: true,
    });

    expect(kind).toBe('increment');
    expect(current.increments[0]).toMatchObject({ rows: 1, removed: { rows: 0 } });
    expect(new Set(read).size).toBe(1);
  });

  it.each([
    ['nothing was exported before', {}, 'nothing was exported before'],
    ['the filter is another', { filter: { language: 'en' } }, 'another filter'],
    ['near duplicates were not looked for', { nearDuplicates }, 'without near duplicates'],
  ])('is a full one if %s', async (_, options, because) => {
    const { store, publish } = setUp();
    await publish({ a: textOf('a') });
    const isFirst = Object.keys(options).length === 0;
    if (!isFirst) await exportDocuments(store, { format: jsonlRecords });
    await publish({ b: textOf('b') });

    const done = await exportDocuments(store, {
      ...{ format: jsonlRecords, isIncremental: true },
      ...options,
    });

    expect([done.kind, done.because]).toEqual(['full', expect.stringContaining(because)]);
    expect(done.current.increments).toEqual([]);
  });

  it('is a full one once the commits since the last are collected, and nothing if there are none', async () => {
    const { store, publish, deps, clock } = setUp();
    const options = { format: jsonlRecords, isIncremental: true };
    await publish({ a: textOf('a') });
    await exportDocuments(store, options);
    const nothing = await exportDocuments(store, options);
    await publish({ b: textOf('b') });
    await publish({ c: textOf('c') });
    await compact(deps);
    for (let day = 0; day < 20; day++) {
      clock.advance(86_400_000);
      await collectGarbage(deps);
    }

    const done = await exportDocuments(store, options);

    expect(nothing.kind).toBe('nothing-new');
    expect([done.kind, done.because]).toEqual(['full', 'the commits since 1 are collected']);
    expect(done.current.rows).toBe(3);
  });
});

describe('exports at the same time', () => {
  it('may be of two formats, but not of one', async () => {
    const { store, publish } = setUp();
    await publish({ a: textOf('a') });
    await exportDocuments(store, { format: jsonlRecords, nearDuplicates });
    await publish({ b: textOf('b') });

    const both = await Promise.all([
      exportDocuments(store, { format: jsonlRecords, nearDuplicates }),
      exportDocuments(store, { format: parquetRecords, nearDuplicates }),
    ]);
    const one = await Promise.allSettled([
      publish({ c: textOf('c') }).then(() => exportDocuments(store, { format: jsonlRecords })),
      exportDocuments(store, { format: jsonlRecords, filter: { language: 'en' } }),
    ]);

    const rows = await Promise.all([
      readExport(store, both[0] ?? never()),
      readExport(store, both[1] ?? never(), parquetRecords),
    ]);
    expect(rows.map(({ length }) => length)).toEqual([2, 2]);
    const failed = one.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    expect(failed).toEqual([expect.stringContaining('another export to this place')]);
  });
});

function never(): never {
  throw new Error('an export failed');
}

describe('withdrawing documents from exports', () => {
  it.each(Object.values(FORMATS))('leaves every other row as it is: $name', async (format) => {
    const { store, publish } = setUp();
    const names = Array.from({ length: 30 }, (_, n) => `${'abc'[n % 3]}${n}`);
    await publish(Object.fromEntries(names.map((name) => [name, textOf(name)])));
    const options = { format, nearDuplicates, fileBytes: 8_000 };
    await exportDocuments(store, options);
    await publish({ a0: textOf('a0 anew'), d1: textOf('d1') });
    const before = await exportDocuments(store, { ...options, isIncremental: true });
    const rows = await readExport(store, before, format);
    const down = new Set(['a0', 'b4', 'd1', 'never'].map((name) => documentId(urlOf(name))));

    const replaced = await withdrawFromExports(store, down, { formatOf });

    const after = await exportDocuments(store, { ...options, isIncremental: true });
    const keys = (await collect(store.list('exports/'))).map(({ key }) => key);
    expect(before.current.files.length).toBeGreaterThan(2);
    expect(replaced.length).toBeGreaterThan(1);
    expect(after.kind).toBe('nothing-new');
    expect(await readExport(store, after, format)).toEqual(rows.filter(({ id }) => !down.has(id)));
    for (const key of replaced) expect(keys).not.toContain(key);
    expect(await withdrawFromExports(store, down, { formatOf })).toEqual([]);
  });
});
