/**
 * Collection of garbage: log entries and segments every consumer had time to read, checkpoints and
 * parts no reader can still be at. Nothing is removed before a marker that says so has been there
 * for the grace period; a collector, compactor or committer that slept through that finds out by it.
 */
import { ConflictError } from '#lib/model/errors.ts';
import { FLOOR_KEY, logKey, runKey } from '#lib/model/keys.ts';
import { readEntry, readFloor, readIndex } from '#lib/model/log.ts';
import {
  type FloorMarker,
  type LogEntry,
  MANIFEST_SCHEMA,
  type ManifestIndex,
  OPERATOR_RUN,
} from '#lib/model/manifest-files.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import { runRecord } from '#lib/model/run.ts';
import { collectParts } from './collect-parts.ts';
import { type ManifestDeps, timestamp } from './deps.ts';
import { entriesOfLog } from './entries-of-log.ts';
import { moveIndex } from './move-index.ts';

export interface GarbageOptions {
  /** How long the log is kept for feeds. A slower consumer has to take a snapshot. */
  readonly retainMs?: number;
  /** How long what is no longer named is kept for those who are reading it. */
  readonly graceMs?: number;
}

export interface Garbage {
  /** Commits up to here may be collected. */
  readonly floor: number;
  readonly entries: number;
  readonly segments: number;
  readonly checkpoints: number;
  readonly parts: number;
}

const DAY_MS = 86_400_000;
const DELETES = 16;
const INDEX_ATTEMPTS = 50;
/** A run that was begun longer ago is given up: nobody goes on with it. */
const LONGEST_RUN_MS = 30 * DAY_MS;

/**
 * Removes what may be removed and moves the floor. Run it once a day: what one run marks the next
 * removes.
 */
export async function collectGarbage(
  deps: ManifestDeps,
  { retainMs = 7 * DAY_MS, graceMs = DAY_MS }: GarbageOptions = {},
): Promise<Garbage> {
  const removed = await collectLog(deps, graceMs);
  const floor = await moveFloor(deps, retainMs);
  // Also a fence: a compactor that has read the index before has to read it again, and its age.
  const fence = (known: ManifestIndex): ManifestIndex | null =>
    known.head === 0 ? null : { ...known, floor: Math.max(known.floor, floor) };
  const index = await moveIndex(deps, fence, INDEX_ATTEMPTS);
  const parts = index ? await collectParts(deps, index, graceMs) : { checkpoints: 0, parts: 0 };
  return { floor, ...removed, ...parts };
}

/** Removes the entries up to the floor with their segments, if the floor has been there long enough. */
async function collectLog(
  deps: ManifestDeps,
  graceMs: number,
): Promise<{ entries: number; segments: number }> {
  const stored = await readFloor(deps.store);
  const removed = { entries: 0, segments: 0 };
  if (stored === null) return removed;
  const { value: marker, etag } = stored;
  if (marker.collected === marker.floor) return removed;
  if (deps.now() - Date.parse(marker.at) < graceMs) return removed;
  const ofLog = await entriesOfLog(deps.store, marker.collected + 1, marker.floor);
  for (let number = marker.collected + 1; number <= marker.floor; number++) {
    removed.segments += await collectEntry(deps, number, ofLog);
    removed.entries += 1;
  }
  await storeFloor(deps, { ...marker, collected: marker.floor }, etag);
  return removed;
}

/**
 * Segments first: a segment that exists is listed by an entry that exists, or by none. An entry that is not
 * of the log was created by a writer that slept, and its segments are not merged.
 */
async function collectEntry(
  { store }: ManifestDeps,
  number: number,
  ofLog: ReadonlySet<string>,
): Promise<number> {
  const entry = await readEntry(store, number);
  if (entry === null) return 0;
  const segments = ofLog.has(entry.commitId) ? entry.segments : [];
  for await (const _ of readAhead(segments, DELETES, ({ key }) => store.delete(key)));
  await store.delete(logKey(number));
  return segments.length;
}

/**
 * Moves the floor up to the last entry that is old enough and in the checkpoint; not the very last, and not
 * past rows of a run that is not complete: what is left of it is told by its rows alone.
 */
async function moveFloor(deps: ManifestDeps, retainMs: number): Promise<number> {
  const stored = await readFloor(deps.store);
  const floor = stored?.value.floor ?? 0;
  if (stored !== null && stored.value.collected < floor) return floor;
  const index = (await readIndex(deps.store))?.value;
  const highest = Math.min(index?.checkpoint?.number ?? 0, (index?.head ?? 0) - 1);
  const isUnderWay = openRuns(deps);
  let next = floor;
  while (next < highest) {
    const entry = await readEntry(deps.store, next + 1);
    if (entry === null || Date.parse(entry.at) > deps.now() - retainMs) break;
    if (await isUnderWay(entry)) break;
    next += 1;
  }
  if (next === floor) return floor;
  const marker: FloorMarker = {
    schema: MANIFEST_SCHEMA,
    nonce: '',
    at: timestamp(deps),
    floor: next,
    collected: floor,
  };
  return (await storeFloor(deps, marker, stored?.etag ?? null)) ? next : floor;
}

/** Whether an entry has rows of a run that is not complete; each run's record is read once. */
function openRuns({ store, now }: ManifestDeps): (entry: LogEntry) => Promise<boolean> {
  const known = new Map<string, boolean>();
  const isOpen = async (run: string): Promise<boolean> => {
    const record = (await readJson(store, runKey(run), runRecord))?.value;
    if (!record || record.completedAt !== null) return false;
    return now() - Date.parse(record.startedAt) < LONGEST_RUN_MS;
  };
  return async ({ counts }) => {
    for (const run of Object.keys(counts)) {
      if (run === OPERATOR_RUN) continue;
      if (!known.has(run)) known.set(run, await isOpen(run));
      if (known.get(run)) return true;
    }
    return false;
  };
}

/** False if another collector was first. */
async function storeFloor(
  deps: ManifestDeps,
  marker: FloorMarker,
  etag: string | null,
): Promise<boolean> {
  const body = jsonBytes({ ...marker, nonce: deps.ulid() });
  try {
    if (etag === null) await deps.store.create(FLOOR_KEY, body);
    else await deps.store.replace(FLOOR_KEY, body, etag);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
