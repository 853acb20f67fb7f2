import { PermanentError } from '#lib/model/errors.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { decodeLines, parseRow } from '#lib/model/segment-codec.ts';

/**
 * The rows of a segment, parsed one after the other.
 * @throws PermanentError if the segment is missing or damaged
 */
export async function* readSegment(reader: ObjectReader, key: string): AsyncGenerator<Row> {
  const object = await reader.get(key);
  if (object === null) throw new PermanentError(`${key} is missing`);
  for (const line of decodeLines(key, object.body)) yield parseRow(key, line);
}
