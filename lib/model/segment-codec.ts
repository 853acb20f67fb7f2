/** Gzipped JSON Lines: the form of segments and of a checkpoint's parts. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { PermanentError } from './errors.ts';
import type { Row, UrlState } from './row.ts';
import { ROW_SCHEMA } from './row.ts';

const NEWLINE = 0x0a;
const ID_FIELD = '"id":"';

/** Equal lines give equal bytes: gzip without a time and a system's name. */
export function encodeLines(lines: readonly string[]): Uint8Array {
  const bytes = gzipSync(lines.length === 0 ? '' : `${lines.join('\n')}\n`, { level: 6 });
  bytes.fill(0, 4, 8); // MTIME, RFC 1952 section 2.3.1
  bytes[9] = 255; // OS unknown
  return bytes;
}

/**
 * The lines of a file, one after the other.
 * @throws PermanentError if the bytes are not gzip
 */
export function* decodeLines(key: string, body: Uint8Array): Generator<string> {
  let text: Buffer;
  try {
    text = gunzipSync(body);
  } catch (cause) {
    throw new PermanentError(`${key} is not gzip`, { cause });
  }
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf(NEWLINE, start);
    const end = found === -1 ? text.length : found;
    if (end > start) yield text.toString('utf8', start, end);
    start = end + 1;
  }
}

/**
 * The id in a line of a segment or part without parsing it. Both are written with the id before
 * any field that could hold such text: `id` follows only the schema, a ulid, a run, a source.
 */
export function idOfLine(line: string): string {
  const at = line.indexOf(ID_FIELD) + ID_FIELD.length;
  return line.slice(at, line.indexOf('"', at));
}

/**
 * The row of a line. The shape is checked at the top only: rows are written by this program,
 * typed and under a digest; verify checks every field.
 */
export function parseRow(key: string, line: string): Row {
  const value = parseLine(key, line);
  if (typeof value['run'] !== 'string' || typeof value['state'] !== 'string')
    throw new PermanentError(`${key}: a line is not a row`);
  return value as unknown as Row;
}

/** The state of a line of a checkpoint's part; checked like a row. */
export function parseState(key: string, line: string): UrlState {
  const value = parseLine(key, line);
  if (!Array.isArray(value['sources']))
    throw new PermanentError(`${key}: a line is not a URL’s state`);
  return value as unknown as UrlState;
}

function parseLine(key: string, line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new PermanentError(`${key}: a line is not JSON`, { cause });
  }
  if (!isObject(value) || value['schema'] !== ROW_SCHEMA || typeof value['id'] !== 'string')
    throw new PermanentError(`${key}: a line has another schema`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
