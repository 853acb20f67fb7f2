import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PermanentError, UsageError } from '#lib/model/errors.ts';
import { directoryObjectStore } from './directory-object-store.ts';
import { fileFault, hasCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import type { ObjectStore } from './object-store.ts';
import { temporaryFiles } from './temporary-files.ts';

const S3_LOCATION = /^s3:\/\/([^/]+)(?:\/(.*))?$/;
const TRAILING_SLASHES = /\/{1,16}$/;

/**
 * The store at a location as a person writes it: a directory, or s3://bucket/prefix with the
 * standard AWS variables (any S3-compatible endpoint by AWS_ENDPOINT_URL_S3).
 * A directory to write to is made; one to read from must exist.
 * @throws UsageError one line that says what is wrong with the location
 */
export async function openObjectStore(
  location: string,
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<ObjectStore> {
  if (location.startsWith('s3:')) return await openBucket(location);
  const root = resolve(location);
  if (readOnly) await requireDirectory(root, location);
  else await requireWritable(root, location);
  return directoryObjectStore(root);
}

async function openBucket(location: string): Promise<ObjectStore> {
  const match = S3_LOCATION.exec(location);
  if (!match) throw new UsageError(`not an S3 location: ${location} (write s3://bucket/prefix)`);
  const [, bucket = '', folder = ''] = match;
  const path = folder.replace(TRAILING_SLASHES, '');
  // the client costs 0.1 s to load, which a run on a directory need not pay
  const { openS3Client } = await import('./open-s3-client.ts');
  const { s3ObjectStore } = await import('./s3-object-store.ts');
  const client = await openS3Client();
  const store = s3ObjectStore({ bucket, prefix: path && `${path}/`, client });
  try {
    for await (const _ of store.list('', { limit: 1 })) break;
  } catch (error) {
    if (error instanceof PermanentError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
  return store;
}

async function requireDirectory(root: string, location: string): Promise<void> {
  try {
    if ((await stat(root)).isDirectory()) return;
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new UsageError(fileFault(error, `cannot read ${location}`).message, { cause: error });
    }
    throw new UsageError(`there is no directory ${location}`, { cause: error });
  }
  throw new UsageError(`not a directory: ${location}`);
}

async function requireWritable(root: string, location: string): Promise<void> {
  try {
    await makeFolder(root);
    await temporaryFiles(join(root, '.tmp')).withFile(new Uint8Array(), async () => {});
  } catch (error) {
    const line = hasCode(error, 'EEXIST', 'ENOTDIR')
      ? `not a directory: ${location}`
      : fileFault(error, `cannot write to ${location}`).message;
    throw new UsageError(line, { cause: error });
  }
}
