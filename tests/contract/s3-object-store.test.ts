import {
  CreateBucketCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { PermanentError, UsageError } from '#lib/model/errors.ts';
import { collect } from '../support/collect.ts';
import { type Ministack, startMinistack, whyNoMinistack } from '../support/ministack.ts';
import { objectStoreContract } from './object-store-contract.ts';

const why = whyNoMinistack();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.skipIf(why !== null)(`S3 store on an emulator${why ? ` (skipped: ${why})` : ''}`, () => {
  let emulator: Ministack;
  let client: S3Client;
  let stores = 0;

  beforeAll(async () => {
    emulator = await startMinistack();
    client = new S3Client({
      endpoint: emulator.endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await client.send(new CreateBucketCommand({ Bucket: 'contract' }));
  }, 90_000);
  afterAll(() => emulator?.stop());

  const newStore = () => {
    stores += 1;
    return s3ObjectStore({ bucket: 'contract', prefix: `store-${stores}/`, client });
  };

  objectStoreContract('S3', newStore);

  it('lists more than one page of a thousand keys', async () => {
    const store = newStore();
    const keys = Array.from({ length: 1101 }, (_, index) => `k/${String(index).padStart(5, '0')}`);
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(keys.slice(from, from + 50).map((key) => store.put(key, bytes('.'))));
    }

    const listed = (await collect(store.list('k/'))).map(({ key }) => key);
    expect(listed).toEqual(keys);
    const limited = await collect(store.list('k/', { after: 'k/00049', limit: 1020 }));
    expect(limited.map(({ key }) => key)).toEqual(keys.slice(50, 1070));
  });

  it('names the content type by the key', async () => {
    const store = s3ObjectStore({ bucket: 'contract', prefix: '', client });
    await store.create('raw/x.warc.gz', bytes('.'));
    await store.create('documents/x.json', bytes('{}'));
    const typeOf = async (Key: string) =>
      (await client.send(new HeadObjectCommand({ Bucket: 'contract', Key }))).ContentType;

    expect(await typeOf('raw/x.warc.gz')).toBe('application/gzip');
    expect(await typeOf('documents/x.json')).toBe('application/json');
  });

  it('leaves no version behind that was forgotten, and those of other keys alone', async () => {
    const Bucket = 'versioned';
    await client.send(new CreateBucketCommand({ Bucket }));
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    const store = s3ObjectStore({ bucket: Bucket, prefix: 'p/', client });
    for (const key of ['a', 'ab', 'f/x', 'f/y', 'g/x']) {
      await store.put(key, bytes('old'));
      await store.put(key, bytes('new'));
    }
    for (const key of ['f/x', 'g/x']) await store.delete(key);
    await store.put('f/x', bytes('back'));
    await store.delete('f/x');

    await store.forgetVersions('a');
    await store.forgetVersions('f/');

    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket }),
    );
    expect([...Versions, ...DeleteMarkers].map(({ Key }) => Key).sort()).toEqual([
      'p/a',
      'p/ab',
      'p/ab',
      'p/f/y',
      'p/g/x',
      'p/g/x',
      'p/g/x',
    ]);
    expect(new TextDecoder().decode((await store.get('a'))?.body)).toBe('new');
    expect(await store.get('f/x')).toBeNull();
  });

  it('is opened by its location and the standard variables', async () => {
    for (const [name, value] of Object.entries(emulator.variables)) vi.stubEnv(name, value);

    const store = await openObjectStore('s3://contract/opened/here/');
    await store.create('a.json', bytes('{}'));

    const Key = 'opened/here/a.json';
    const found = await client.send(new HeadObjectCommand({ Bucket: 'contract', Key }));
    expect(found.ContentLength).toBe(2);
    await expect(openObjectStore('s3://nowhere/x')).rejects.toThrow(UsageError);
    await expect(openObjectStore('s3://nowhere/x')).rejects.toThrow('there is no such bucket');
    vi.unstubAllEnvs();
  });

  it('reports a missing bucket as a fault, never as absence', async () => {
    const store = s3ObjectStore({ bucket: 'nowhere', prefix: '', client });

    await expect(store.get('a')).rejects.toThrow(PermanentError);
    await expect(store.get('a')).rejects.toThrow('there is no such bucket');
    await expect(store.create('a', bytes('1'))).rejects.toThrow(PermanentError);
    await expect(store.delete('a')).rejects.toThrow(PermanentError);
    await expect(collect(store.list(''))).rejects.toThrow(PermanentError);
  });
});
