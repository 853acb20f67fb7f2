import { StaleViewError } from './log.ts';
import type { ObjectReader } from './object-reader.ts';

/**
 * The bytes of a file that a reader was told of.
 * @throws StaleViewError if it was collected since
 */
export async function keptBody(reader: ObjectReader, key: string): Promise<Uint8Array> {
  const object = await reader.get(key);
  if (object === null) throw new StaleViewError(`${key} is missing`);
  return object.body;
}
