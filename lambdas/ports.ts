import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { HttpClient } from '#lib/io/http-client.ts';
import type { Messenger } from '#lib/io/messenger.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { sqsMessenger } from '#lib/io/sqs-messenger.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import type { Ports } from '#lib/stages/stage.ts';

/** The stack's bucket. An emulator has no host name for each bucket. */
export function bucketStore(bucket: string): ObjectStore {
  const forcePathStyle = process.env['AWS_ENDPOINT_URL_S3'] !== undefined;
  return s3ObjectStore({
    bucket,
    prefix: '',
    client: new S3Client({ forcePathStyle }),
  });
}

/** Sends to the queues that a function has in its environment. */
export function queueMessenger(env: {
  readonly DISCOVER_QUEUE?: string;
  readonly FETCH_QUEUE?: string;
  readonly CLEAN_QUEUE?: string;
}): Messenger {
  const { DISCOVER_QUEUE: discover, FETCH_QUEUE: fetch, CLEAN_QUEUE: clean } = env;
  return sqsMessenger(new SQSClient({}), { discover, fetch, clean });
}

/** The outside world of a function; only fetch gets a client that can make requests. */
export function lambdaPorts(store: ObjectStore, http: HttpClient = noHttp): Ports {
  const ulid = ulidFactory(() => systemClock.now());
  return {
    store,
    http,
    warcWriter: warcWriter(store, systemClock, ulid),
    warcReader: warcReader(store),
    clock: systemClock,
    ulid,
  };
}

const noHttp: HttpClient = {
  get: () => Promise.reject(new TypeError('this function makes no HTTP requests')),
  close: async () => undefined,
};
