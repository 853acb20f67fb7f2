import { decodeTime } from 'ulid';
import { RetryableError } from '#lib/model/errors.ts';
import { segmentOf } from '#lib/model/keys.ts';
import { readEntry, readFloor, readIndex, readLog } from '#lib/model/log.ts';
import type { LogEntry } from '#lib/model/manifest-files.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';

/** How far the clocks of two writers may differ before a segment can be listed twice. */
export const CLOCK_SKEW_MS = 60_000;

const HOUR_MS = 3_600_000;
const MAX_ATTEMPTS = 5;
const READ_AHEAD = 4;

/**
 * The last entry of the log, null while it is empty: the index says where to look, the log decides.
 * Three requests when the index is up to date.
 * @throws RetryableError if the index is behind the floor each time it is read
 */
export async function lastEntry(reader: ObjectReader): Promise<LogEntry | null> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const head = (await readIndex(reader))?.value.head ?? 0;
    const start = head > 0 ? await readEntry(reader, head) : await firstEntry(reader);
    if (start === null && head === 0) return null;
    const last = start && (await followLog(reader, start));
    if (last) return last;
  }
  throw new RetryableError('the index names entries that are collected');
}

/** Without an index: the first entry that is not collected. */
async function firstEntry(reader: ObjectReader): Promise<LogEntry | null> {
  const floor = (await readFloor(reader))?.value.floor ?? 0;
  return readEntry(reader, floor + 1);
}

/** Null if an entry does not follow: one of them is not of the log any more. */
async function followLog(reader: ObjectReader, start: LogEntry): Promise<LogEntry | null> {
  let last = start;
  for await (const entry of readLog(reader, start.number + 1)) {
    if (entry.prev !== last.commitId) return null;
    last = entry;
  }
  return last;
}

/**
 * Which of the keys no entry up to `last` lists. Reads the log backwards to the time of the oldest
 * key: entry times never decrease, and a segment is not listed before it is written.
 */
export async function unlisted(
  reader: ObjectReader,
  keys: Iterable<string>,
  last: LogEntry | null,
): Promise<Set<string>> {
  const left = new Set(keys);
  const since = [...left].map(writtenAt).reduce((a, b) => Math.min(a, b), Infinity) - CLOCK_SKEW_MS;
  if (last === null || !takeListed(left, last, since)) return left;
  let after = last;
  const entries = readAhead(backwards(last.number - 1), READ_AHEAD, (n) => readEntry(reader, n));
  for await (const entry of entries) {
    if (entry === null || after.prev !== entry.commitId) break; // collected
    if (!takeListed(left, entry, since)) break;
    after = entry;
  }
  return left;
}

/** Takes what the entry lists out of `left`; false if no earlier entry can list any of the rest. */
function takeListed(left: Set<string>, entry: LogEntry, since: number): boolean {
  if (Date.parse(entry.at) < since) return false;
  for (const { key } of entry.segments) left.delete(key);
  return left.size > 0;
}

function* backwards(from: number): Generator<number> {
  for (let number = from; number >= 1; number--) yield number;
}

/** Earliest time the segment can have been written: its ulid's, if that lies in its hour. */
export function writtenAt(key: string): number {
  const segment = segmentOf(key);
  if (segment === null) return 0;
  const { hour, ulid } = segment;
  const time = decodeTime(ulid);
  return time >= hour && time < hour + HOUR_MS ? time : hour;
}
