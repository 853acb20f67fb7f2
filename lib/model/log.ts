/** Reading of the commit log. Every entry names the one before, so a reader sees what is not of it. */
import { RetryableError } from './errors.ts';
import { FLOOR_KEY, INDEX_KEY, logKey } from './keys.ts';
import {
  type Checkpoint,
  checkpoint,
  type FloorMarker,
  floorMarker,
  type LogEntry,
  logEntry,
  type ManifestIndex,
  manifestIndex,
} from './manifest-files.ts';
import { type ObjectReader, readJson } from './object-reader.ts';
import { readAhead } from './read-ahead.ts';

/** What is read was collected meanwhile, or the log is damaged: start again from the index. */
export class StaleViewError extends RetryableError {
  override readonly name: string = 'StaleViewError';
}

export async function readEntry(reader: ObjectReader, number: number): Promise<LogEntry | null> {
  return (await readJson(reader, logKey(number), logEntry))?.value ?? null;
}

export async function readCheckpoint(
  reader: ObjectReader,
  key: string,
): Promise<Checkpoint | null> {
  return (await readJson(reader, key, checkpoint))?.value ?? null;
}

export function readIndex(
  reader: ObjectReader,
): Promise<{ value: ManifestIndex; etag: string } | null> {
  return readJson(reader, INDEX_KEY, manifestIndex);
}

export function readFloor(
  reader: ObjectReader,
): Promise<{ value: FloorMarker; etag: string } | null> {
  return readJson(reader, FLOOR_KEY, floorMarker);
}

/**
 * The entries `from` to the last, in order; ends before the first that does not exist.
 * `until` stops earlier and makes every entry up to it required.
 * @throws StaleViewError if a required entry is missing or does not follow the one before
 */
export async function* readLog(
  reader: ObjectReader,
  from: number,
  until: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<LogEntry> {
  const width = until === Number.POSITIVE_INFINITY ? 1 : 16;
  let before: LogEntry | null = null;
  for await (const entry of readAhead(numbers(from, until), width, (n) => readEntry(reader, n))) {
    const number: number = before === null ? from : before.number + 1;
    if (entry === null) {
      if (until === Number.POSITIVE_INFINITY) return;
      throw new StaleViewError(`${logKey(number)} is missing`);
    }
    if (before !== null && entry.prev !== before.commitId)
      throw new StaleViewError(`${logKey(number)} does not follow the entry before it`);
    yield entry;
    before = entry;
  }
}

function* numbers(from: number, until: number): Generator<number> {
  for (let number = from; number <= until; number++) yield number;
}
