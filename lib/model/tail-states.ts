import type { ObjectReader } from './object-reader.ts';
import type { Row } from './row.ts';
import { idOfLine, parseRow } from './segment-codec.ts';
import { segmentLines } from './segment-lines.ts';
import type { View } from './view.ts';

/** Rows merged in memory at once; about 2 KB each. */
const GROUP_ROWS = 50_000;
/** Digits of an id by which rows are counted: 4 of the host and 2 of the page. */
const BUCKET_DIGITS = 6;

type Tail = View['tail'];

/** Merges a row into what the rows before it gave; a URL's rows come in any order. */
type Merge<S> = (known: S | undefined, row: Row) => S;

/** The rows of the segments whose id is wanted, merged; one request a segment. */
export async function tailStates<S>(
  reader: ObjectReader,
  tail: Tail,
  merge: Merge<S>,
  isWanted: (id: string) => boolean,
): Promise<Map<string, S>> {
  const states = new Map<string, S>();
  for await (const [key, line] of segmentLines(reader, tail)) {
    const id = idOfLine(line);
    if (isWanted(id)) states.set(id, merge(states.get(id), parseRow(key, line)));
  }
  return states;
}

/**
 * The rows of the segments, merged, in order of id, as often as asked. Memory does not grow with the
 * tail: a long one is read once to count and once more for each group of ids.
 */
export async function openTail<S extends { readonly id: string }>(
  reader: ObjectReader,
  tail: Tail,
  merge: Merge<S>,
  groupRows: number = GROUP_ROWS,
): Promise<() => AsyncGenerator<S>> {
  const ranges = await idRanges(reader, tail, groupRows);
  const only = ranges.length === 1 ? await sortedStates(reader, tail, merge, '', '~') : null;
  return async function* states() {
    if (only !== null) yield* only;
    else for (const [from, to] of ranges) yield* await sortedStates(reader, tail, merge, from, to);
  };
}

async function sortedStates<S extends { readonly id: string }>(
  reader: ObjectReader,
  tail: Tail,
  merge: Merge<S>,
  from: string,
  to: string,
): Promise<S[]> {
  const states = await tailStates(reader, tail, merge, (id) => id >= from && id < to);
  return [...states.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Ranges of ids, in order, of about `groupRows` rows each: [from, to). */
async function idRanges(
  reader: ObjectReader,
  tail: Tail,
  groupRows: number,
): Promise<[string, string][]> {
  const rows = tail.reduce((sum, segment) => sum + segment.rows, 0);
  if (rows <= groupRows) return [['', '~']];
  const buckets = new Map<string, number>();
  for await (const [, line] of segmentLines(reader, tail)) {
    const bucket = idOfLine(line).slice(0, BUCKET_DIGITS);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  const starts = [''];
  let size = 0;
  for (const [bucket, count] of [...buckets].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (size > 0 && size + count > groupRows) {
      starts.push(bucket);
      size = 0;
    }
    size += count;
  }
  return starts.map((start, at) => [start, starts[at + 1] ?? '~']);
}
