import { readEntry } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';

const READ_AHEAD = 16;

/**
 * Commit ids of the entries `from` to `floor` that are of the log, told from the first one above the floor, which
 * nobody can create too late. An entry names the one before it, but two writers that slept may create two
 * that name each other where the log's own are collected: only the whole chain proves one.
 * Ends at the first that is missing: what was before it is collected.
 */
export async function entriesOfLog(
  reader: ObjectReader,
  from: number,
  floor: number,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  let named = (await readEntry(reader, floor + 1))?.prev ?? null;
  const numbers = Array.from({ length: Math.max(0, floor - from + 1) }, (_, at) => floor - at);
  for await (const entry of readAhead(numbers, READ_AHEAD, (n) => readEntry(reader, n))) {
    if (entry === null || entry.commitId !== named) break;
    known.add(entry.commitId);
    named = entry.prev;
  }
  return known;
}
