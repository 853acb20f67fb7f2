import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { verify } from '#lib/manifest/verify.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { mulberry32 } from '#samples/mulberry32.ts';
import { sampleSource } from '#samples/sample-source.ts';
import { serveSamples } from '#samples/serve-samples.ts';
import { runInto } from '../support/sample-run.ts';

const KILLS = 20;
const SEED = 20_260_101; // the same moments every time

function ended(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
}

describe('a run that is killed', () => {
  let folder: string;
  let site: Awaited<ReturnType<typeof serveSamples>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-kill-'));
    site = await serveSamples({ port: 0 });
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(`goes on after kill -9 at ${KILLS} moments, loses nothing and publishes nothing twice`, async () => {
    const next = mulberry32(SEED);
    const start = (): ChildProcess =>
      spawn(process.execPath, ['tests/support/run-samples.ts', site.url, folder], {
        stdio: 'ignore',
      });
    const whole = start();
    const startedAt = performance.now();
    expect(await ended(whole)).toBe(0);
    const wholeMs = performance.now() - startedAt;
    await rm(folder, { recursive: true, force: true });

    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      const child = start();
      const timer = setTimeout(() => child.kill('SIGKILL'), next() * wholeMs);
      if ((await ended(child)) === 'SIGKILL') killed += 1;
      clearTimeout(timer);
    }
    const store = directoryObjectStore(folder);
    const last = await runInto(store, sampleSource(site.url));

    const fresh = directoryObjectStore(await mkdtemp(join(tmpdir(), 'winnow-whole-')));
    const undisturbed = await runInto(fresh, sampleSource(site.url));
    const urls = (rows: readonly { url: string }[]): string[] => rows.map(({ url }) => url).sort();
    const published: string[] = [];
    for await (const { record } of runRecords(store)) {
      const rows = await readRunRows(store, record.runId);
      for (const row of rows) {
        if (row.state === 'published') published.push(`${row.url} ${row.content?.sha}`);
      }
    }

    expect(killed).toBeGreaterThan(KILLS / 2);
    expect(urls(last.rows)).toEqual(urls(undisturbed.rows));
    expect(published.length).toBe(new Set(published).size);
    expect(published.length).toBe(
      undisturbed.rows.filter(({ state }) => state === 'published').length,
    );
    expect(await verify(store)).toEqual([]);
    expect((await readdir(folder)).length).toBeGreaterThan(0);
  });
});
