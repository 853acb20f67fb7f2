import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, test } from 'vitest';
import { document } from '#lib/consume/document.ts';
import { feed } from '#lib/consume/feed.ts';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { readIndex } from '#lib/model/log.ts';
import { countingStore, type Requests } from './manifest/counting-store.ts';
import { largeStore, pageRow } from './manifest/large-store.ts';

/** BENCH_DOCUMENTS=1000,100000 leaves the million out. */
const SIZES = (process.env['BENCH_DOCUMENTS'] ?? '1000,100000,1000000').split(',').map(Number);
const COMMITS = 60;
const ROWS_A_SEGMENT = 100;
const CHANGES = 1_000;
const COMMIT_EVERY_MS = 10_000;
const HOUR_MS = 3_600_000;

interface Sized {
  readonly documents: number;
  readonly folder: string;
  readonly deps: ManifestDeps;
  /** Lets the store's clock go on. */
  readonly wait: (ms: number) => void;
}

const stores: Sized[] = [];
beforeAll(async () => {
  for (const documents of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-bench-'));
    const store = directoryObjectStore(folder);
    let ahead = -24 * HOUR_MS;
    const now = (): number => systemClock.now() + ahead;
    const deps = { store, now, ulid: ulidFactory(now) };
    await largeStore(deps, documents);
    const wait = (ms: number): void => {
      ahead += ms;
    };
    wait(HOUR_MS);
    stores.push({ documents, folder, deps, wait });
  }
}, HOUR_MS);
afterAll(async () => {
  for (const { folder } of stores) await rm(folder, { recursive: true, force: true });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function told(requests: Requests): Record<string, number> {
  return { GET: requests.get, PUT: requests.put, LIST: requests.list };
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}

test('cost of one commit of a segment of 100 rows, one each ten seconds', {
  timeout: HOUR_MS,
}, async () => {
  const rows = stores.map(() => [] as number[]);
  const counted = stores.map(({ deps }) => countingStore(deps.store));
  const kept = stores.map(() => ({ requests: {} as Record<string, number>, read: 0, written: 0 }));
  // in turns, so that whatever else the machine does meets all of them
  for (let n = 0; n < COMMITS; n++)
    for (const [at, { deps, documents, wait }] of stores.entries()) {
      wait(COMMIT_EVERY_MS);
      const { store, requests } = counted[at] ?? countingStore(deps.store);
      const page = (more: number) => pageRow(documents + n * ROWS_A_SEGMENT + more, deps);
      const segment = await writeSegment(
        Array.from({ length: ROWS_A_SEGMENT }, (_, p) => page(p)),
        deps,
      );
      Object.assign(requests, {
        get: 0,
        put: 0,
        delete: 0,
        list: 0,
        bytesRead: 0,
        bytesWritten: 0,
      });
      const started = performance.now();
      await commitSegments([segment], { ...deps, store });
      rows[at]?.push(performance.now() - started);
      kept[at] = {
        requests: told(requests),
        read: kilobytes(requests.bytesRead),
        written: kilobytes(requests.bytesWritten),
      };
    }
  const first = median(rows[0] ?? []);
  console.table(
    stores.map(({ documents }, at) => {
      const ms = median(rows[at] ?? []);
      const { requests, read, written } = kept[at] ?? { requests: {}, read: 0, written: 0 };
      return {
        documents,
        ...requests,
        'KB read': read,
        'KB written': written,
        'ms (median)': Math.round(ms * 100) / 100,
        ratio: Math.round((ms / first) * 100) / 100,
      };
    }),
  );
});

test('feed of the last 1,000 changes', { timeout: HOUR_MS }, async () => {
  const table = [];
  for (const { deps, documents } of stores) {
    const { store, requests } = countingStore(deps.store);
    const head = (await readIndex(deps.store))?.value.head ?? 0;
    const cursor = head - CHANGES / ROWS_A_SEGMENT;
    const times: number[] = [];
    let rows = 0;
    for (let round = 0; round < 15; round++) {
      Object.assign(requests, {
        get: 0,
        put: 0,
        delete: 0,
        list: 0,
        bytesRead: 0,
        bytesWritten: 0,
      });
      rows = 0;
      const started = performance.now();
      for await (const event of feed(store, cursor)) if (event.kind === 'row') rows += 1;
      times.push(performance.now() - started);
    }
    table.push({
      documents,
      rows,
      ...told(requests),
      'KB read': kilobytes(requests.bytesRead),
      'ms (median)': Math.round(median(times) * 10) / 10,
    });
  }
  console.table(table);
});

test('one document by URL', { timeout: HOUR_MS }, async () => {
  const table = [];
  for (const { deps, documents } of stores) {
    const { store, requests } = countingStore(deps.store);
    const { canonicalUrl } = pageRow(Math.floor(documents / 2), deps);
    const started = performance.now();
    const found = await document(store, canonicalUrl);
    const ms = Math.round(performance.now() - started);
    table.push({ documents, found: found !== null, ...told(requests), ms });
  }
  console.table(table);
});

test('snapshot: rows a second and peak memory of its process', { timeout: HOUR_MS }, async () => {
  const table = [];
  for (const { folder } of stores) {
    const script = 'tests/bench/manifest/measure-snapshot.ts';
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
    const { rows, seconds, peakKb } = JSON.parse(stdout);
    const perSecond = Math.round(rows / seconds);
    table.push({
      rows,
      seconds: Math.round(seconds * 10) / 10,
      'rows/s': perSecond,
      'peak MB': Math.round(peakKb / 1024),
    });
  }
  console.table(table);
});

test('compaction of 60 commits of 100 rows of a few hosts', { timeout: HOUR_MS }, async () => {
  const table = [];
  for (const { deps, documents } of stores) {
    const { store, requests } = countingStore(deps.store);
    const started = performance.now();
    const made = await compact({ ...deps, store });
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const { written = 0, reused = 0 } = made ?? {};
    table.push({ documents, written, reused, ...told(requests), seconds });
  }
  console.table(table);
});
