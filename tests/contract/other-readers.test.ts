import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRecords } from '#lib/consume/export/export-records.ts';
import { exportDocuments } from '#lib/consume/export-documents.ts';
import { openSnapshot } from '#lib/consume/snapshot.ts';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { jsonlRecords } from '#lib/io/jsonl-records.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { parquetRecords } from '#lib/io/parquet-records.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { compact } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { readIndex } from '#lib/model/log.ts';
import { collect } from '../support/collect.ts';
import { type Ministack, startMinistack, whyNoMinistack } from '../support/ministack.ts';
import { publishedStore } from '../support/published-store.ts';
import { pythonLines, whyNoPython } from '../support/python.ts';

const script = (name: string): string => join(import.meta.dirname, name);
const folder = await mkdtemp(join(tmpdir(), 'winnow-readers-'));
const store = directoryObjectStore(folder);
let deps: ManifestDeps;

beforeAll(async () => {
  deps = await publishedStore(store);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const noPython = whyNoPython('json');

describe.skipIf(noPython !== null)(
  'a reader written from docs/manifest.md in another language',
  () => {
    const told = async () => {
      const { number, states } = await openSnapshot(store, { keepTakenDown: true });
      const plain = (await collect(states)).map(({ schema, duplicateOf, ...state }) => state);
      return [{ number }, ...plain];
    };

    it.each(['snapshot', 'feed'])('comes to the same states by its %s', async (how) => {
      expect(await pythonLines([script('read-manifest.py'), folder, how])).toEqual(await told());
    });
  },
);

/** What an export is to hold: the documents of a snapshot of its commit, a checkpoint's. */
async function exported(from: ObjectStore) {
  await compact({ ...deps, store: from });
  const at = (await readIndex(from))?.value.checkpoint?.number ?? 0;
  const fold = { nearDuplicates: { fold: (unit: number) => unit }, fileBytes: 500 };
  const { current } = await exportDocuments(from, { format: parquetRecords, ...fold });
  await exportDocuments(from, { format: jsonlRecords, ...fold });
  const { states } = await openSnapshot(from, { at, filter: { published: true } });
  return { current, at, rows: await collect(exportRecords(from, states, { commit: at })) };
}

const noReaders = whyNoPython('pyarrow', 'pandas', 'duckdb', 'duckdb_extension_httpfs');

describe.skipIf(noReaders !== null)(
  `exports in other tools${noReaders ? ` (skipped: ${noReaders})` : ''}`,
  () => {
    it.each(['pyarrow', 'pandas', 'duckdb', 'jsonl'])(
      'are read as the snapshot of their checkpoint by %s',
      async (how) => {
        const { current, at, rows } = await exported(store);

        const read = await pythonLines([script('read-export.py'), how, folder]);

        expect(current.commit).toBe(at);
        expect(current.files.length).toBeGreaterThan(2);
        expect(rows.length).toBeGreaterThan(30);
        expect(read).toEqual(rows);
      },
    );

    const noS3 = whyNoMinistack();
    describe.skipIf(noS3 !== null)(`from S3${noS3 ? ` (skipped: ${noS3})` : ''}`, () => {
      let emulator: Ministack;
      beforeAll(async () => {
        emulator = await startMinistack();
      }, 90_000);
      afterAll(() => emulator?.stop());

      it.each(['pyarrow', 'duckdb'])('by %s', async (how) => {
        const client = new S3Client({
          endpoint: emulator.endpoint,
          region: 'us-east-1',
          forcePathStyle: true,
          credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
        });
        const bucket = `readers-${how}`;
        await client.send(new CreateBucketCommand({ Bucket: bucket }));
        const remote = s3ObjectStore({ bucket, prefix: 'corpus/', client });
        deps = await publishedStore(remote);
        const { rows } = await exported(remote);
        const endpoint = emulator.endpoint.replace('http://', '');
        const args = [script('read-export.py'), how, `s3://${bucket}/corpus`, endpoint];

        expect(await pythonLines(args, emulator.variables)).toEqual(rows);
      });
    });
  },
);
