import { PermanentError } from '#lib/model/errors.ts';

const MAX_KEY_BYTES = 1024; // S3: length of a key
const MAX_SEGMENT_BYTES = 200; // 255 on common file systems, less the suffixes of temporary files
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a key
const CONTROL = /[\u0000-\u001f\u007f\\]/;
const RESERVED: ReadonlySet<string> = new Set(['', '.', '..', '.versions', '.tmp']);

/**
 * Refuses keys that any of the stores could not hold, so that what works on one works on all:
 * relative, no empty, '.' or '..' segments, no control characters or backslashes, well-formed.
 * @throws PermanentError
 */
export function checkKey(key: string): void {
  const fault = keyFault(key);
  if (fault) throw new PermanentError(`bad key ${JSON.stringify(key.slice(0, 100))}: ${fault}`);
}

/** The same for a key, or a folder of keys that ends in '/'. */
export function checkKeyOrFolder(keyOrFolder: string): void {
  checkKey(keyOrFolder.endsWith('/') ? keyOrFolder.slice(0, -1) : keyOrFolder);
}

function keyFault(key: string): string | null {
  if (key === '') return 'empty';
  if (!key.isWellFormed()) return 'not well-formed Unicode';
  if (CONTROL.test(key)) return 'control character or backslash';
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) return `longer than ${MAX_KEY_BYTES} bytes`;
  for (const segment of key.split('/')) {
    if (RESERVED.has(segment)) return `segment ${JSON.stringify(segment)}`;
    if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return 'segment too long';
  }
  return null;
}

/**
 * Order of UTF-8 bytes, the order of S3 listings. `<` on strings compares UTF-16 units and puts
 * characters outside the basic plane before U+E000 to U+FFFF.
 */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
