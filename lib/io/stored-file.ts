import type { BigIntStats } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { hasCode } from './file-fault.ts';
import type { ByteRange, StoredObject } from './object-store.ts';

/** The body of a file, or a range of it; null if there is no file. */
export async function readStored(
  path: string,
  number: number,
  range: ByteRange | undefined,
): Promise<StoredObject | null> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat({ bigint: true });
      if (found.isDirectory()) return null;
      const etag = etagOf(number, found);
      if (!range) return { body: await readFile(file), etag };
      const length = Math.max(0, Math.min(range.length, Number(found.size) - range.offset));
      const body = new Uint8Array(length);
      const { bytesRead } = await file.read(body, 0, length, range.offset);
      return { body: body.subarray(0, bytesRead), etag };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

/** The ETag of the file at `path` as version `number`; null if there is no file. */
export async function etagAt(path: string, number: number): Promise<string | null> {
  try {
    return await etagOfFile(path, number);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

/** The same of a file that is there. */
export async function etagOfFile(path: string, number: number): Promise<string> {
  return etagOf(number, await stat(path, { bigint: true }));
}

/**
 * From the file's identity, not from its bytes: a range of a WARC file must not cost reading all
 * of it. A body is written once and never changed in place, so another body is another file.
 */
function etagOf(number: number, { ino, mtimeNs, size }: BigIntStats): string {
  return `"${number}-${size.toString(36)}-${mtimeNs.toString(36)}-${ino.toString(36)}"`;
}
