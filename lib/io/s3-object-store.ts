import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ConflictError, RetryableError } from '#lib/model/errors.ts';
import type { Clock } from './clock.ts';
import { contentTypeOf } from './content-type.ts';
import { listBucket } from './list-bucket.ts';
import { checkKey, checkKeyOrFolder } from './object-key.ts';
import type { ByteRange, ObjectStore, StoredObject } from './object-store.ts';
import { repeatOnFault } from './repeat-on-fault.ts';
import { type S3Fault, s3Error, s3Fault } from './s3-fault.ts';
import { deleteVersions } from './s3-versions.ts';
import { systemClock } from './system-clock.ts';

const MAX_ATTEMPTS = 8;

export interface S3Location {
  readonly bucket: string;
  /** Before every key: '' or 'some/folder/'. */
  readonly prefix: string;
  readonly client: S3Client;
  readonly clock?: Clock;
}

type Condition = { IfNoneMatch: '*' } | { IfMatch: string } | Record<string, never>;

/**
 * Objects in an S3 bucket, or in anything that speaks its protocol with conditional writes.
 * One request an operation. A conditional write whose answer was lost is repeated by the client
 * and then meets itself (412): so 412 costs a read that looks whether our bytes are there.
 */
export function s3ObjectStore({
  bucket,
  prefix,
  client,
  clock = systemClock,
}: S3Location): ObjectStore {
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  const named = (key: string): string => `s3://${bucket}/${prefix}${key}`;

  const read = async (key: string, range?: ByteRange): Promise<StoredObject | null> => {
    if (range && range.length <= 0) return await readNothing(key);
    const Range = range && `bytes=${range.offset}-${range.offset + range.length - 1}`;
    // the client repeats a request, but not a body that breaks off
    const found = await repeatOnFault(
      clock,
      {
        doing: `read ${named(key)}`,
        again: 'retryable',
        attempts: 3,
        given: ['absent', 'empty-range'],
      },
      async () => {
        const answer = await client.send(
          new GetObjectCommand({ ...at(key), ...(Range && { Range }) }),
        );
        const body = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return { body, etag: answer.ETag ?? '' };
      },
    );
    if (typeof found === 'object') return found;
    return found === 'empty-range' ? await readNothing(key) : null;
  };

  const readNothing = async (key: string): Promise<StoredObject | null> => {
    try {
      const { ETag = '' } = await client.send(new HeadObjectCommand(at(key)));
      return { body: new Uint8Array(), etag: ETag };
    } catch (error) {
      if (s3Fault(error) === 'absent') return null;
      throw s3Error(error, `read ${named(key)}`);
    }
  };

  const write = async (
    key: string,
    body: Uint8Array,
    condition: Condition,
  ): Promise<{ etag: string } | S3Fault> =>
    // the client repeats all but 409
    await repeatOnFault(
      clock,
      {
        doing: `write ${named(key)}`,
        again: 'collision',
        attempts: MAX_ATTEMPTS,
        given: ['precondition', 'absent'],
      },
      async () => {
        const { ETag = '' } = await client.send(
          new PutObjectCommand({
            ...at(key),
            ...condition,
            Body: body,
            ContentType: contentTypeOf(key),
          }),
        );
        return { etag: ETag };
      },
    );

  /** After 412: what is there, if it is our own write. */
  const ownWrite = async (key: string, body: Uint8Array): Promise<{ etag: string } | null> => {
    const found = await read(key);
    if (!found) return null;
    if (Buffer.compare(found.body, body) !== 0) throw new ConflictError(`changed: ${named(key)}`);
    return { etag: found.etag };
  };

  return {
    async get(key, range) {
      checkKey(key);
      return await read(key, range);
    },

    async create(key, body) {
      checkKey(key);
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const written = await write(key, body, { IfNoneMatch: '*' });
        if (typeof written === 'object') return written;
        const own = await ownWrite(key, body);
        if (own) return own; // else deleted between the two requests
      }
      throw new RetryableError(`create ${named(key)}: overtaken too often`);
    },

    async replace(key, body, etag) {
      checkKey(key);
      const written = await write(key, body, { IfMatch: etag });
      if (typeof written === 'object') return written;
      const own = written === 'precondition' ? await ownWrite(key, body) : null;
      if (own) return own;
      throw new ConflictError(`gone: ${named(key)}`);
    },

    async put(key, body) {
      checkKey(key);
      const written = await write(key, body, {});
      if (typeof written === 'object') return written;
      throw new RetryableError(`write ${named(key)}: ${written}`);
    },

    async delete(key) {
      checkKey(key);
      try {
        await client.send(new DeleteObjectCommand(at(key)));
      } catch (error) {
        if (s3Fault(error) !== 'absent') throw s3Error(error, `delete ${named(key)}`);
      }
    },

    async forgetVersions(keyOrFolder) {
      checkKeyOrFolder(keyOrFolder);
      try {
        await deleteVersions(client, at(keyOrFolder));
      } catch (error) {
        throw s3Error(error, `forget versions of ${named(keyOrFolder)}`);
      }
    },

    list: (under, options) => listBucket({ bucket, prefix, client }, under, options),
  };
}
