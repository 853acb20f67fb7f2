import { decodeTime, isValid } from 'ulid';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { readEntry, readFloor, readIndex, readLog } from '#lib/model/log.ts';
import type { LogEntry } from '#lib/model/manifest-files.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { Row } from '#lib/model/row.ts';
import { decodeLines, parseRow } from '#lib/model/segment-codec.ts';

/** The clock of whoever started the run and that of the committers may differ by this. */
const CLOCKS_DIFFER_MS = 60 * 60_000;
const SEGMENT_READS = 16;
const ENTRY_READS = 16;

/** A segment that is in the log, with its rows of one run. */
export interface RunSegment {
  readonly key: string;
  /** Number of the commit that lists it. */
  readonly commit: number;
  readonly rows: readonly Row[];
}

/** What the log has of a run. */
export interface RunRows {
  readonly rows: Row[];
  /** Number of the last commit with rows of the run; null without any. */
  readonly commit: number | null;
}

/** Every row of a run that is in the log, in the order of commits. */
export async function readRunRows(store: ObjectStore, runId: string): Promise<Row[]> {
  return (await readRunLog(store, runId)).rows;
}

/** The same, with the commit up to which they are all. */
export async function readRunLog(store: ObjectStore, runId: string): Promise<RunRows> {
  const rows: Row[] = [];
  let last: number | null = null;
  for await (const segment of runSegments(store, runId)) {
    rows.push(...segment.rows);
    last = segment.commit;
  }
  return { rows, commit: last };
}

/**
 * The segments with rows of a run, in the order of commits. Reads the log from about the time the run
 * was begun, which its id tells, and the segments of commits that count rows of it.
 */
export async function* runSegments(store: ObjectStore, runId: string): AsyncGenerator<RunSegment> {
  const listed: { readonly key: string; readonly commit: number }[] = [];
  for await (const { number, counts, segments } of entriesOf(store, runId)) {
    if (!Object.hasOwn(counts, runId)) continue;
    listed.push(...segments.map(({ key }) => ({ key, commit: number })));
  }
  yield* readAhead(listed, SEGMENT_READS, async ({ key, commit }) => ({
    key,
    commit,
    rows: await rowsOf(store, key, runId),
  }));
}

async function rowsOf(store: ObjectStore, key: string, runId: string): Promise<Row[]> {
  const segment = await store.get(key);
  if (segment === null) return []; // a committer lists only what exists; collected since
  const rows = [...decodeLines(key, segment.body)].map((line) => parseRow(key, line));
  return rows.filter((row) => row.run === runId);
}

/**
 * The entries from about the time the run was begun on. A collector may be removing those up to the
 * floor, or have died over it: what is left of them is read, then the log above.
 */
async function* entriesOf(store: ObjectStore, runId: string): AsyncGenerator<LogEntry> {
  const marker = (await readFloor(store))?.value;
  const { collected = 0, floor = 0, at = '' } = marker ?? {};
  const since = isValid(runId)
    ? new Date(decodeTime(runId) - CLOCKS_DIFFER_MS).toISOString()
    : new Date(0).toISOString();
  if (since <= at) {
    const numbers = Array.from({ length: floor - collected }, (_, n) => collected + 1 + n);
    const left = readAhead(numbers, ENTRY_READS, (number) => readEntry(store, number));
    for await (const entry of left) if (entry !== null) yield entry;
  }
  yield* readLog(store, await firstSince(store, floor + 1, since));
}

/** Number of the first entry of that time or later: times in the log never go back. */
async function firstSince(store: ObjectStore, first: number, since: string): Promise<number> {
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
