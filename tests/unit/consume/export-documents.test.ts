import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRecords } from '#lib/consume/export/export-records.ts';
import {
  type ExportOptions,
  exportDocuments as exportInto,
} from '#lib/consume/export-documents.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import { jsonlRecords } from '#lib/io/jsonl-records.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { parquetRecords } from '#lib/io/parquet-records.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import { takeDown } from '#lib/manifest/takedown.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import type { Document } from '#lib/model/document.ts';
import { currentExport, type ExportRecord } from '#lib/model/export-files.ts';
import { EXPORT_CURRENT_KEY } from '#lib/model/keys.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';
import { aDocument } from '../../support/a-document.ts';
import { collect } from '../../support/collect.ts';
import { handStore } from '../../support/hand-store.ts';
import { aFetch, aRow, contentOf } from '../../support/manifest-rows.ts';

const COUNT = 60;

const exportDocuments = async (store: ObjectStore, options: ExportOptions) =>
  (await exportInto(store, options)).current;

function setUp() {
  const { clock, store, deps } = handStore();
  const publish = async (pages: readonly Partial<Document>[]): Promise<void> => {
    clock.advance(1_000);
    const at = new Date(clock.now()).toISOString();
    const rows = [];
    for (const [index, page] of pages.entries()) {
      const canonicalUrl = page.canonicalUrl ?? `https://host-${index % 7}.example/${index}.html`;
      const document = aDocument({ ...page, canonicalUrl });
      const raw = { key: 'raw/2026/01/01/A.warc.gz', offset: index * 1000, length: 999 };
      const { title, language } = document;
      const content = { ...contentOf(canonicalUrl, document.text, at), title, language };
      await store.put(content.key ?? '', jsonBytes(document));
      const fetch = aFetch({ fetchedAt: at, raw: index % 5 === 0 ? null : raw });
      const url = canonicalUrl;
      rows.push(
        aRow({
          ulid: deps.ulid(),
          url,
          canonicalUrl,
          at,
          state: 'published',
          reason: 'new',
          fetch,
          content,
        }),
      );
    }
    await commitSegments([await writeSegment(rows, deps)], deps);
  };
  return { store, deps, clock, publish };
}

/** Documents of which every column has empty, missing and unusual values. */
function pages(count = COUNT): Partial<Document>[] {
  return Array.from({ length: count }, (_, index) => ({
    title: index === 3 ? '' : `第${index}篇 "引号", comma`,
    text: `第一段。\n\t𠮷野家${'长'.repeat(index * 40)}`,
    markdown: `# 第${index}篇\n\n| a | b |\n|---|---|\n`,
    author: index % 2 ? '李雷' : null,
    publishedAt: index % 3 ? '2025-03' : null,
    category: index % 4 ? ['教育', '语文'] : [],
    page: index % 6 ? null : 2,
    pageCount: index % 6 ? null : 3,
    language: index % 9 ? 'zh-Hans' : 'en',
    incomplete: index % 10 ? [] : ['paywall'],
    repairs: index % 8 ? [] : ['pinyin-annotations', 'gbk-byte-shift'],
  }));
}

const recordsOf = (store: ObjectStore): Promise<ExportRecord[]> =>
  collect(exportRecords(store, snapshot(store, { filter: { published: true } }), { commit: 1 }));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The rows of Parquet files as DuckDB reads them, which shares no code with the writer. */
async function readByDuckDb(store: ObjectStore, keys: readonly string[]) {
  const names: string[] = [];
  for (const key of keys) {
    const name = join(folder, key.replaceAll('/', '_'));
    await writeFile(name, (await store.get(key))?.body ?? '');
    names.push(name);
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = names.map((name) => `'${name}'`).join(',');
  const rows = await connection.runAndReadAll(`SELECT * FROM read_parquet([${list}])`);
  const groups = await connection.runAndReadAll(
    `SELECT path_in_schema, stats_min_value, stats_max_value, compression FROM parquet_metadata([${list}])`,
  );
  const read = { rows: rows.getRowObjectsJS(), columns: groups.getRowObjectsJS() };
  connection.closeSync();
  instance.closeSync();
  return read;
}

function fromDuckDb(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, Number(value)];
      return [name, value instanceof Date ? value.toISOString() : value];
    }),
  );
}

describe('exportDocuments', () => {
  it('writes Parquet that DuckDB reads as the rows of the snapshot, over several files', async () => {
    const { store, publish, deps } = setUp();
    await publish(pages());
    await compact(deps);

    const done = await exportDocuments(store, { format: parquetRecords, fileBytes: 20_000 });

    const { rows, columns } = await readByDuckDb(
      store,
      done.files.map(({ key }) => key),
    );
    expect(done.files.length).toBeGreaterThan(2);
    expect(done.rows).toBe(COUNT);
    expect(rows.map(fromDuckDb)).toEqual(await recordsOf(store));
    expect(new Set(columns.map(({ compression }) => compression))).toEqual(new Set(['ZSTD']));
    expect(columns.find(({ path_in_schema }) => path_in_schema === 'chars')).toMatchObject({
      stats_min_value: expect.any(String),
      stats_max_value: expect.any(String),
    });
  });

  it('writes JSON Lines that are the rows of the snapshot', async () => {
    const { store, publish } = setUp();
    await publish(pages());

    const done = await exportDocuments(store, { format: jsonlRecords, fileBytes: 20_000 });

    const lines: unknown[] = [];
    for (const { key } of done.files) {
      const text = gunzipSync((await store.get(key))?.body ?? '').toString();
      for (const line of text.trimEnd().split('\n')) lines.push(JSON.parse(line));
    }
    expect(done.files.length).toBeGreaterThan(1);
    expect(lines).toEqual(await recordsOf(store));
  });

  it.each([parquetRecords, jsonlRecords])(
    'gives equal bytes for equal snapshots: $name',
    async (format) => {
      const { store, publish, deps } = setUp();
      await publish(pages());
      const first = await exportDocuments(store, { format });
      await compact(deps);

      const other = memoryObjectStore();
      const again = await exportDocuments(store, { format, to: other });

      expect(again.files).toEqual(first.files);
      const [file] = first.files;
      const key = file?.key ?? '';
      expect((await other.get(key))?.body).toEqual((await store.get(key))?.body);
    },
  );

  it('names the files of both formats in current.json, under the day of the commit', async () => {
    const { store, publish } = setUp();
    await publish(pages(2));

    const parquet = await exportDocuments(store, { format: parquetRecords });
    const jsonl = await exportDocuments(store, { format: jsonlRecords });

    const current = await readJson(store, EXPORT_CURRENT_KEY, currentExport);
    expect(current?.value.formats).toEqual({ parquet, jsonl });
    expect(parquet.files[0]?.key).toMatch(
      /^exports\/parquet\/dt=2026-01-01\/0{19}1-00000-[0-9a-f]{12}\.parquet$/,
    );
    expect(jsonl.files[0]?.key).toMatch(/^exports\/jsonl\/dt=2026-01-01\/.*\.jsonl\.gz$/);
  });

  it('holds only what the filter asks for', async () => {
    const { store, publish } = setUp();
    await publish(pages());

    const { rows } = await exportDocuments(store, {
      format: jsonlRecords,
      filter: { language: 'en' },
    });

    expect(rows).toBe(Math.ceil(COUNT / 9));
  });

  it('does not hold what was taken down, and the files before go after one more export', async () => {
    const { store, publish, deps, clock } = setUp();
    await publish([...pages(3), { canonicalUrl: 'https://gone.example/', text: '要删的文章。' }]);
    const before = await exportDocuments(store, { format: jsonlRecords });
    clock.advance(1_000);
    const canonicalUrl = 'https://gone.example/';
    await takeDown([{ canonicalUrl, state: null }], null, deps);

    const after = await exportDocuments(store, { format: jsonlRecords });
    const keysAfter = await keys(store);
    await exportDocuments(store, { format: jsonlRecords, purge: true });

    expect([before.rows, after.rows]).toEqual([4, 3]);
    expect(keysAfter).toEqual([...before.files, ...after.files].map(({ key }) => key).sort());
    expect(await keys(store)).toEqual(after.files.map(({ key }) => key));
  });

  it('is one file without rows if nothing is published', async () => {
    const { store, publish } = setUp();
    await publish([{ language: 'en' }]);
    const filter = { language: 'zh' };

    const parquet = await exportDocuments(store, { format: parquetRecords, filter });
    const jsonl = await exportDocuments(store, { format: jsonlRecords, filter });

    const { rows } = await readByDuckDb(
      store,
      parquet.files.map(({ key }) => key),
    );
    expect(rows).toEqual([]);
    expect([parquet.files.length, jsonl.files.length, jsonl.rows]).toEqual([1, 1, 0]);
  });

  it('lists the files for Athena by their URIs', async () => {
    const { store, publish } = setUp();
    await publish(pages(2));

    const { files } = await exportDocuments(store, { format: parquetRecords, uri: 's3://b/p/' });

    const list = await store.get('exports/athena/symlink.txt');
    expect(new TextDecoder().decode(list?.body)).toBe(`s3://b/p/${files[0]?.key}\n`);
  });
});

async function keys(store: ObjectStore): Promise<string[]> {
  return (await collect(store.list('exports/jsonl/'))).map(({ key }) => key);
}
