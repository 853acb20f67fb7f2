import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshot } from '#lib/consume/snapshot.ts';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { compact } from '#lib/manifest/compact.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { verify } from '#lib/manifest/verify.ts';
import { readLog } from '#lib/model/log.ts';
import { decodeLines, parseRow } from '#lib/model/segment-codec.ts';
import { type Ministack, startMinistack, whyNoMinistack } from '../support/ministack.ts';

/** CONCURRENT_WRITERS=32 CONCURRENT_SEGMENTS=200 is the long form. */
const WRITERS = Number(process.env['CONCURRENT_WRITERS'] ?? 4);
const SEGMENTS = Number(process.env['CONCURRENT_SEGMENTS'] ?? 25);
const KEEPERS = 2;
/** A process is killed once for so many segments: by progress, since starting one takes longest. */
const SEGMENTS_A_KILL = 12;
const MAX_DELAY_MS = 100;

interface Place {
  /** As a command line names it. */
  readonly location: string;
  readonly store: ObjectStore;
  readonly env: Readonly<Record<string, string>>;
}

interface Written {
  /** Segments whose writer was told that they are stored. */
  readonly acknowledged: ReadonlySet<string>;
  readonly kills: number;
}

/** Lets writers and keepers work on a store at once and kills one of them again and again. */
async function writeTogether({ location, env }: Place): Promise<Written> {
  const acknowledged = new Set<string>();
  const alive = new Set<ChildProcess>();
  const faults: string[] = [];
  let kills = 0;
  let nextKill = SEGMENTS_A_KILL;
  let isOver = false;

  const start = (script: string, args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [`tests/support/${script}.ts`, location, ...args], {
      env: { ...process.env, ...env },
    });
    alive.add(child);
    child.once('exit', () => alive.delete(child));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => faults.push(text));
    return child;
  };
  const ended = (child: ChildProcess): Promise<boolean> =>
    new Promise((resolve) => child.once('close', (_, signal) => resolve(signal === 'SIGKILL')));

  /** A writer that is killed is started again for what is left. */
  const write = async (name: string): Promise<void> => {
    let left = SEGMENTS;
    while (left > 0) {
      const child = start('segment-writer', [name, String(left)]);
      let rest = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const key of lines) acknowledged.add(key);
        left -= lines.length;
        for (; acknowledged.size >= nextKill; nextKill += SEGMENTS_A_KILL) void kill();
      });
      if (!(await ended(child))) break;
    }
  };
  const keep = async (): Promise<void> => {
    while (!isOver) await ended(start('keeper', []));
  };
  const kill = async (): Promise<void> => {
    await wait(Math.random() * MAX_DELAY_MS);
    const victim = [...alive][Math.floor(Math.random() * alive.size)];
    if (!isOver && victim?.kill('SIGKILL')) kills += 1;
  };

  const keepers = Array.from({ length: KEEPERS }, keep);
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(`writer-${n}`)));
  isOver = true;
  for (const child of alive) child.kill('SIGKILL');
  await Promise.all(keepers);
  expect(faults.join('')).toBe('');
  return { acknowledged, kills };
}

/** Nothing that was acknowledged is lost, and every invariant holds. */
async function check({ store }: Place, { acknowledged, kills }: Written): Promise<void> {
  const deps = { store, now: systemClock.now, ulid: ulidFactory(systemClock.now) };
  await sweep(deps, { olderThanMs: -60_000 });
  await compact(deps);
  const listed = new Set<string>();
  let commits = 0;
  for await (const { segments } of readLog(store, 1)) {
    commits += 1;
    for (const { key } of segments) listed.add(key);
  }
  const known = new Set<string>();
  for await (const { canonicalUrl } of snapshot(store)) known.add(canonicalUrl);
  const lost: string[] = [];
  for (const key of acknowledged)
    for (const line of decodeLines(key, (await store.get(key))?.body ?? new Uint8Array()))
      if (!known.has(parseRow(key, line).canonicalUrl)) lost.push(line);
  console.log(
    `${acknowledged.size} segments of ${WRITERS} writers in ${commits} commits, ${kills} kills`,
  );

  expect(acknowledged.size).toBeGreaterThanOrEqual(WRITERS * SEGMENTS);
  expect(kills).toBeGreaterThan((WRITERS * SEGMENTS) / SEGMENTS_A_KILL / 3);
  expect([...acknowledged].filter((key) => !listed.has(key))).toEqual([]);
  expect(lost).toEqual([]);
  expect(await verify(store)).toEqual([]);
}

describe(`${WRITERS} processes that write ${SEGMENTS} segments each and are killed`, () => {
  const timeout = 120_000 + WRITERS * SEGMENTS * 300;

  it('lose nothing in a directory', { timeout }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-writers-'));
    const place = { location: folder, store: directoryObjectStore(folder), env: {} };

    await check(place, await writeTogether(place));

    await rm(folder, { recursive: true, force: true });
  });

  const why = whyNoMinistack();
  describe.skipIf(why !== null)(`on an emulator${why ? ` (skipped: ${why})` : ''}`, () => {
    let emulator: Ministack;
    beforeAll(async () => {
      emulator = await startMinistack();
    }, 90_000);
    afterAll(() => emulator?.stop());

    it('lose nothing in a bucket', { timeout }, async () => {
      const client = new S3Client({
        endpoint: emulator.endpoint,
        region: 'us-east-1',
        forcePathStyle: true,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
      await client.send(new CreateBucketCommand({ Bucket: 'writers' }));
      const place = {
        location: 's3://writers/store',
        store: s3ObjectStore({ bucket: 'writers', prefix: 'store/', client }),
        env: emulator.variables,
      };

      await check(place, await writeTogether(place));
    });
  });
});
