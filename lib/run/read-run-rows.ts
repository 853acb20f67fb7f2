import type { ObjectStore } from '../io/object-store.ts';
import { readFloor, readLog } from '../model/log.ts';
import type { Row } from '../model/row.ts';
import { decodeLines, parseRow } from '../model/segment-codec.ts';

/**
 * Every row of a run that is in the log, in the order of commits.
 * Reads the whole log that is not collected: once at the start and once at the end of a local run.
 */
export async function readRunRows(store: ObjectStore, runId: string): Promise<Row[]> {
  const rows: Row[] = [];
  const collected = (await readFloor(store))?.value.collected ?? 0;
  for await (const entry of readLog(store, collected + 1)) {
    if (!Object.hasOwn(entry.counts, runId)) continue;
    for (const { key } of entry.segments) rows.push(...(await rowsOf(store, key, runId)));
  }
  return rows;
}

async function rowsOf(store: ObjectStore, key: string, runId: string): Promise<Row[]> {
  const segment = await store.get(key);
  if (segment === null) return []; // a committer lists only what exists; collected since
  return [...decodeLines(key, segment.body)]
    .map((line) => parseRow(key, line))
    .filter((row) => row.run === runId);
}
