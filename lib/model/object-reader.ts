import type { z } from 'zod';
import { PermanentError } from './errors.ts';

/** The reading side of the object store, as far as the manifest needs it. */
export interface ObjectReader {
  get(key: string): Promise<{ readonly body: Uint8Array; readonly etag: string } | null>;
}

const UTF8 = new TextDecoder();

/** A stored JSON file, checked against its schema, with its ETag; null if there is none. */
export async function readJson<T extends z.ZodType>(
  reader: ObjectReader,
  key: string,
  schema: T,
): Promise<{ value: z.infer<T>; etag: string } | null> {
  const object = await reader.get(key);
  if (object === null) return null;
  return { value: parseJson(key, object.body, schema), etag: object.etag };
}

/**
 * The value a JSON file holds.
 * @throws PermanentError naming the key and the first thing that is wrong
 */
export function parseJson<T extends z.ZodType>(
  key: string,
  body: Uint8Array,
  schema: T,
): z.infer<T> {
  let json: unknown;
  try {
    json = JSON.parse(UTF8.decode(body));
  } catch (cause) {
    throw new PermanentError(`${key} is not JSON`, { cause });
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new PermanentError(`${key}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** The bytes of a JSON file: equal values give equal bytes if their fields are in equal order. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
