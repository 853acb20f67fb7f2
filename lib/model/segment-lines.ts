import { keptBody } from './kept-body.ts';
import type { ObjectReader } from './object-reader.ts';
import { readAhead } from './read-ahead.ts';
import { decodeLines } from './segment-codec.ts';

const SEGMENT_READS = 16;

/**
 * The lines of segments, in order, each with the key of its segment; one request a segment.
 * @throws StaleViewError if one was collected since
 */
export async function* segmentLines(
  reader: ObjectReader,
  segments: Iterable<{ readonly key: string }>,
): AsyncGenerator<readonly [key: string, line: string]> {
  const bodies = readAhead(segments, SEGMENT_READS, async ({ key }) => ({
    key,
    body: await keptBody(reader, key),
  }));
  for await (const { key, body } of bodies)
    for (const line of decodeLines(key, body)) yield [key, line];
}
