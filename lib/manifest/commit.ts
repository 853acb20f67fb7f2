/**
 * Commit: segments → one entry of the log, then the index.
 * Dropped: segments that are listed already, that do not exist (collected), or that are damaged
 * (returned as rejected). Any number of committers may run at once.
 */
import { ConflictError, PermanentError, RetryableError } from '#lib/model/errors.ts';
import { logKey, segmentOf } from '#lib/model/keys.ts';
import { readFloor, readLog } from '#lib/model/log.ts';
import { type LogEntry, MANIFEST_SCHEMA, type ManifestIndex } from '#lib/model/manifest-files.ts';
import { jsonBytes, type ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import { decodeLines, parseRow } from '#lib/model/segment-codec.ts';
import { addEntry } from './add-entry.ts';
import { addCounts, type Counts, countRow, noCounts } from './count-rows.ts';
import type { ManifestDeps } from './deps.ts';
import { entriesOfLog } from './entries-of-log.ts';
import { lastEntry, unlisted } from './log-tail.ts';
import { moveIndex } from './move-index.ts';

/** What a commit did. */
export interface Commit {
  /** Number of the last entry of the log, as far as the committer knows; 0 for an empty log. */
  readonly number: number;
  /** The entry it added; null if there was nothing to add. */
  readonly entry: LogEntry | null;
  /** Segments that cannot be read: the keys, each with what is wrong. */
  readonly rejected: readonly { key: string; problem: string }[];
}

/** The index is moved once more if another writer was first, else left to the next commit. */
const INDEX_ATTEMPTS = 2;
/** More than this many lost races in a row is not a race. */
const MAX_ATTEMPTS = 100;
const SEGMENT_READS = 16;

/**
 * Lists the segments in the next entry of the log and moves the index.
 * Safe to repeat: what is listed already is dropped. Requests: 7, one for each segment, and one for each
 * entry of the minute before the oldest segment; none depends on what the store holds.
 * @throws RetryableError if the store fails; the segments stay as they were or are listed
 */
export async function commitSegments(
  segments: Iterable<{ readonly key: string }>,
  deps: ManifestDeps,
): Promise<Commit> {
  const keys = new Set([...segments].map(({ key }) => key).sort());
  const rejected = [...keys].filter((key) => segmentOf(key) === null).map(foreign);
  for (const { key } of rejected) keys.delete(key);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const last = await lastEntry(deps.store);
    const batch = await readBatch(deps.store, await unlisted(deps.store, keys, last));
    const number = last?.number ?? 0;
    if (batch.segments.length === 0) {
      if (last !== null) await indexUpTo(deps, last);
      return { number, entry: null, rejected: [...rejected, ...batch.rejected] };
    }
    const entry = nextEntry(last, batch, deps);
    if (await isAdded(entry, deps)) {
      await indexUpTo(deps, entry);
      return { number: entry.number, entry, rejected: [...rejected, ...batch.rejected] };
    }
  }
  throw new RetryableError(`no commit after ${MAX_ATTEMPTS} attempts`);
}

interface Batch extends Counts {
  readonly segments: { key: string; rows: number }[];
  readonly rejected: { key: string; problem: string }[];
}

/** Reads what is to be listed: an entry names only what exists and can be read. */
async function readBatch(reader: ObjectReader, keys: Iterable<string>): Promise<Batch> {
  const batch: Batch = { segments: [], rejected: [], ...noCounts() };
  const readings = readAhead(keys, SEGMENT_READS, async (key) => ({
    key,
    object: await reader.get(key),
  }));
  for await (const { key, object } of readings) {
    if (object === null) continue; // collected: every reader has its rows
    try {
      const counts = noCounts();
      let rows = 0;
      for (const line of decodeLines(key, object.body)) {
        countRow(counts, parseRow(key, line));
        rows++;
      }
      batch.segments.push({ key, rows });
      addCounts(batch, counts);
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      batch.rejected.push({ key, problem: error.message });
    }
  }
  return batch;
}

function nextEntry(last: LogEntry | null, batch: Batch, deps: ManifestDeps): LogEntry {
  const now = new Date(deps.now()).toISOString();
  return {
    schema: MANIFEST_SCHEMA,
    number: (last?.number ?? 0) + 1,
    commitId: deps.ulid(),
    at: last !== null && last.at > now ? last.at : now,
    prev: last?.commitId ?? null,
    segments: batch.segments,
    counts: batch.counts,
    sources: batch.sources,
  };
}

/** False if another committer took the number, or if the number was collected long ago. */
async function isAdded(entry: LogEntry, { store }: ManifestDeps): Promise<boolean> {
  try {
    await store.create(logKey(entry.number), jsonBytes(entry));
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
  const floor = (await readFloor(store))?.value.floor ?? 0;
  if (entry.number > floor) return true;
  const inTime = await entriesOfLog(store, entry.number, floor);
  if (inTime.has(entry.commitId)) return true; // this writer only slept since
  await store.delete(logKey(entry.number));
  return false;
}

/** Moves the index to `last` at least; other writers may have moved it further. */
async function indexUpTo(deps: ManifestDeps, last: LogEntry): Promise<void> {
  const change = async (index: ManifestIndex): Promise<ManifestIndex | null> => {
    if (index.head >= last.number) return null;
    let moved = index;
    for await (const entry of readLog(deps.store, index.head + 1, last.number - 1))
      moved = addEntry(moved, entry);
    return addEntry(moved, last);
  };
  try {
    await moveIndex(deps, change, INDEX_ATTEMPTS);
  } catch (error) {
    // The entry is in the log: that the index could not be moved is no failure of the commit.
    if (!(error instanceof RetryableError)) throw error;
  }
}

function foreign(key: string): { key: string; problem: string } {
  return { key, problem: 'not the key of a segment' };
}
