import { rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { ConflictError, messageOf } from '#lib/model/errors.ts';
import { probeKey } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { serverClock } from './server-clock.ts';

/** One thing that was looked at. */
export interface Check {
  readonly name: string;
  readonly verdict: 'ok' | 'note' | 'wrong';
  readonly says: string;
  /** What to do about it. */
  readonly cure?: string;
}

const LEAST_FREE_BYTES = 1e9;
/** S3 refuses requests of a clock that is 15 minutes off; rows are ordered by it long before. */
const MOST_SKEW_MS = 5000;

/** Whether a store is there, safe to write to, and of one time with this machine. */
export async function storeChecks(location: string | null, ulid: () => string): Promise<Check[]> {
  if (location === null) {
    return [{ name: 'store', verdict: 'note', says: 'none yet: a run makes winnow-out' }];
  }
  let store: ObjectStore;
  try {
    store = await openObjectStore(location);
  } catch (error) {
    return [{ name: 'store', verdict: 'wrong', says: messageOf(error) }];
  }
  return [
    await manifestCheck(store, location),
    await writeCheck(store, ulid()),
    ...(await unfinishedChecks(store)),
    location.startsWith('s3:') ? await serverClockCheck() : await fileClockCheck(location),
    ...(location.startsWith('s3:') ? [] : [await spaceCheck(location)]),
  ];
}

async function manifestCheck(store: ObjectStore, location: string): Promise<Check> {
  const name = 'store';
  try {
    const index = (await readIndex(store))?.value;
    if (!index) return { name, verdict: 'ok', says: `${location}, empty` };
    const published = index.totals['published'] ?? 0;
    const says = `${location}, ${index.head} commits, ${published} publications`;
    return { name, verdict: 'ok', says };
  } catch (error) {
    return {
      name,
      verdict: 'wrong',
      says: messageOf(error),
      cure: `winnow verify --out ${location}`,
    };
  }
}

/** The manifest is safe only where a write can ask that nothing be there. */
async function writeCheck(store: ObjectStore, ulid: string): Promise<Check> {
  const name = 'writes';
  const key = probeKey(ulid);
  const body = (text: string): Uint8Array => new TextEncoder().encode(text);
  try {
    await store.create(key, body('one'));
    const second = await store.create(key, body('two')).then(
      () => 'overwritten',
      (error: unknown) => (error instanceof ConflictError ? 'refused' : messageOf(error)),
    );
    await store.delete(key);
    if (second === 'refused') {
      return { name, verdict: 'ok', says: 'conditional writes are refused as they must be' };
    }
    const says = `a conditional write was not refused (${second}): commits would be lost`;
    return { name, verdict: 'wrong', says, cure: 'use a store that honours If-None-Match' };
  } catch (error) {
    return { name, verdict: 'wrong', says: messageOf(error) };
  }
}

async function unfinishedChecks(store: ObjectStore): Promise<Check[]> {
  const checks: Check[] = [];
  for await (const { record } of runRecords(store)) {
    if (record.completedAt !== null) continue;
    const { runId, source } = record;
    const says = `run ${runId} of ${source.name} is not finished`;
    checks.push({ name: 'runs', verdict: 'note', says, cure: `winnow run ${source.name} goes on` });
  }
  return checks;
}

async function serverClockCheck(): Promise<Check> {
  const name = 'clock';
  const at = await serverClock().catch(() => null);
  if (at === null) return { name, verdict: 'note', says: 'the store does not tell its time' };
  return skewCheck(Date.now() - at, 'of the store');
}

/** A network drive keeps time by another clock. */
async function fileClockCheck(location: string): Promise<Check> {
  const file = join(location, `.clock-${process.pid}`);
  try {
    const before = Date.now();
    await writeFile(file, '');
    const { mtimeMs } = await stat(file);
    await rm(file, { force: true });
    return skewCheck((before + Date.now()) / 2 - mtimeMs, 'of the disk');
  } catch (error) {
    return { name: 'clock', verdict: 'note', says: messageOf(error) };
  }
}

function skewCheck(skewMs: number, what: string): Check {
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  const says = `${new Date().toISOString()}, ${seconds} s from the clock ${what}`;
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return { name: 'clock', verdict: 'ok', says };
  return { name: 'clock', verdict: 'wrong', says, cure: 'set the clock: rows are ordered by it' };
}

async function spaceCheck(location: string): Promise<Check> {
  const { bavail, bsize } = await statfs(location);
  const free = bavail * bsize;
  const says = `${(free / 1e9).toFixed(1)} GB free`;
  if (free >= LEAST_FREE_BYTES) return { name: 'disk', verdict: 'ok', says };
  return { name: 'disk', verdict: 'note', says, cure: 'a thousand pages take some 30 MB' };
}
