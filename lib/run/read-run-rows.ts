import { decodeTime, isValid } from 'ulid';
import type { ObjectStore } from '../io/object-store.ts';
import { readEntry, readFloor, readIndex, readLog } from '../model/log.ts';
import { readAhead } from '../model/read-ahead.ts';
import type { Row } from '../model/row.ts';
import { decodeLines, parseRow } from '../model/segment-codec.ts';

/** The clock of whoever started the run and that of the committers may differ by this. */
const CLOCKS_DIFFER_MS = 60 * 60_000;
const SEGMENT_READS = 16;

/** A segment that is in the log, with its rows of one run. */
export interface RunSegment {
  readonly key: string;
  readonly rows: readonly Row[];
}

/** Every row of a run that is in the log, in the order of commits. */
export async function readRunRows(store: ObjectStore, runId: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const segment of runSegments(store, runId)) rows.push(...segment.rows);
  return rows;
}

/**
 * The segments with rows of a run, in the order of commits. Reads the log from about the time the run
 * was begun, which its id tells, and the segments of commits that count rows of it.
 */
export async function* runSegments(store: ObjectStore, runId: string): AsyncGenerator<RunSegment> {
  const keys: string[] = [];
  for await (const entry of readLog(store, await firstEntryOf(store, runId))) {
    if (Object.hasOwn(entry.counts, runId)) keys.push(...entry.segments.map(({ key }) => key));
  }
  yield* readAhead(keys, SEGMENT_READS, (key) => rowsOf(store, key, runId));
}

async function rowsOf(store: ObjectStore, key: string, runId: string): Promise<RunSegment> {
  const segment = await store.get(key);
  if (segment === null) return { key, rows: [] }; // a committer lists only what exists; collected since
  const rows = [...decodeLines(key, segment.body)].map((line) => parseRow(key, line));
  return { key, rows: rows.filter((row) => row.run === runId) };
}

/** Number of the first entry that can have rows of a run: times in the log never go back. */
async function firstEntryOf(store: ObjectStore, runId: string): Promise<number> {
  const first = ((await readFloor(store))?.value.collected ?? 0) + 1;
  if (!isValid(runId)) return first;
  const since = new Date(decodeTime(runId) - CLOCKS_DIFFER_MS).toISOString();
  let low = first;
  let high = (await readIndex(store))?.value.head ?? first;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = await readEntry(store, middle);
    if (entry === null) return low; // collected meanwhile: those above are read until one is missing
    if (entry.at < since) low = middle + 1;
    else high = middle;
  }
  return low;
}
