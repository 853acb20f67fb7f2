import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PermanentError, UsageError } from '#lib/model/errors.ts';

/** Larger files are refused: no page is this large, and its DOM would take gigabytes. */
const MAX_INPUT_BYTES = 32 * 1024 * 1024;

const inflate = promisify(gunzip);

/**
 * The bytes of a file; `.gz` is decompressed.
 * @throws UsageError for what is not a readable file
 * @throws PermanentError for one that is too large or not gzip
 */
export async function readInput(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? `no such file: ${path}` : `cannot read ${path}`);
  });
  if (info.isDirectory()) throw new UsageError(`${path} is a directory, not a page`);
  if (info.size > MAX_INPUT_BYTES) throw tooLarge(path, info.size);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${path}: ${error.code ?? error.message}`);
  });
  return path.endsWith('.gz') ? await decompress(path, bytes) : bytes;
}

async function decompress(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  return inflate(bytes, { maxOutputLength: MAX_INPUT_BYTES }).catch((error: unknown) => {
    const tooMuch = error instanceof RangeError;
    throw tooMuch
      ? tooLarge(path, MAX_INPUT_BYTES)
      : new PermanentError(`${path} is not a readable gzip file`);
  });
}

/** All of standard input, up to the same cap. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = chunk as Uint8Array; // no encoding is set, so stdin yields buffers
    size += bytes.length;
    if (size > MAX_INPUT_BYTES) throw tooLarge('standard input', size);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string, size: number): PermanentError {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
  return new PermanentError(
    `${name} is too large: ${megabytes(size)} or more, at most ${megabytes(MAX_INPUT_BYTES)}`,
  );
}
