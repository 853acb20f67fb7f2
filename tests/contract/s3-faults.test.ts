import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { ConflictError, PermanentError, RetryableError } from '#lib/model/errors.ts';
import { collect } from '../support/collect.ts';
import { type FaultyS3, type Misfortune, startFaultyS3 } from '../support/faulty-s3.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const times = (count: number, misfortune: Misfortune): Misfortune[] =>
  Array.from({ length: count }, () => misfortune);
const collision = { status: 409, code: 'ConditionalRequestConflict' };

describe('S3 store and a faulty server', () => {
  let server: FaultyS3;
  let store: ObjectStore;
  let slept: number[];

  beforeEach(async () => {
    server = await startFaultyS3();
    slept = [];
    const clock = {
      now: () => 0,
      sleep: async (ms: number) => {
        slept.push(ms);
      },
    };
    store = s3ObjectStore({ bucket: 'b', prefix: 'p/', client: server.client, clock });
  });
  afterEach(() => server.stop());

  it('tries again when writers collide, with growing pauses', async () => {
    server.plan.push(...times(5, collision));

    await store.create('a', bytes('1'));

    expect(server.received).toEqual(times(6, 'none').map(() => 'PUT'));
    expect(slept).toHaveLength(5);
    expect(server.objects.get('/b/p/a')?.toString()).toBe('1');
  });

  it('gives up on endless collisions with an error that says try later', async () => {
    server.plan.push(...times(50, collision));

    await expect(store.create('a', bytes('1'))).rejects.toThrow(RetryableError);
    expect(server.received).toHaveLength(8);
  });

  it('takes other answers of status 409 for faults', async () => {
    server.plan.push({ status: 409, code: 'OperationAborted' });

    await expect(store.create('a', bytes('1'))).rejects.toThrow(PermanentError);
    expect(server.received).toHaveLength(1);
  });

  it('knows its own write again when the answer to create was lost', async () => {
    server.plan.push('lost-answer');

    const { etag } = await store.create('a', bytes('mine'));

    expect(server.received).toEqual(['PUT', 'PUT', 'GET']);
    expect((await store.get('a'))?.etag).toBe(etag);
  });

  it('knows its own write again when the answer to replace was lost', async () => {
    const { etag } = await store.create('a', bytes('1'));
    server.plan.push('lost-answer');

    const second = await store.replace('a', bytes('2'), etag);

    await store.replace('a', bytes('3'), second.etag);
    expect(server.objects.get('/b/p/a')?.toString()).toBe('3');
  });

  it('does not take another writer’s object for its own after a lost answer', async () => {
    server.objects.set('/b/p/a', Buffer.from('theirs'));
    server.plan.push('lost-answer');

    await expect(store.create('a', bytes('mine'))).rejects.toThrow(ConflictError);
  });

  it('creates after all when the object that was in the way is gone', async () => {
    server.plan.push({ status: 412, code: 'PreconditionFailed' });

    await store.create('a', bytes('1'));

    expect(server.received).toEqual(['PUT', 'GET', 'PUT']);
  });

  it('answers a replacement of what is not there with a conflict', async () => {
    await expect(store.replace('a', bytes('1'), '"x"')).rejects.toThrow(ConflictError);
  });

  it.each([
    [500, 'InternalError'],
    [503, 'SlowDown'],
    [429, 'TooManyRequests'],
    [400, 'RequestTimeout'],
  ])('says try later after lasting %i %s', async (status, code) => {
    server.plan.push(...times(30, { status, code }));

    await expect(store.get('a')).rejects.toThrow(RetryableError);
    await expect(store.put('a', bytes('1'))).rejects.toThrow(RetryableError);
    await expect(collect(store.list(''))).rejects.toThrow(RetryableError);
  });

  it.each([
    [403, 'AccessDenied', 'access denied'],
    [404, 'NoSuchBucket', 'there is no such bucket'],
    [301, 'PermanentRedirect', 'another region'],
    [400, 'InvalidArgument', 'InvalidArgument'],
    [403, 'SignatureDoesNotMatch', 'the secret access key is wrong'],
  ])(
    'takes %i %s for a fault in every operation, never for absence',
    async (status, code, line) => {
      server.plan.push(...times(6, { status, code }));

      for (const operation of [
        () => store.get('a'),
        () => store.create('a', bytes('1')),
        () => store.replace('a', bytes('1'), '"x"'),
        () => store.put('a', bytes('1')),
        () => store.delete('a'),
        () => collect(store.list('')),
      ]) {
        const error = await operation().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(PermanentError);
        expect(String(error)).toContain(line);
      }
    },
  );

  it('says try later when nobody listens', async () => {
    await server.stop();

    await expect(store.get('a')).rejects.toThrow(RetryableError);
  });

  it('reads again when a body breaks off, and never gives half of it', async () => {
    server.objects.set('/b/p/a', Buffer.alloc(100_000, 'x'));
    server.plan.push('broken-body', 'broken-body');

    expect((await store.get('a'))?.body.byteLength).toBe(100_000);

    server.plan.push(...times(9, 'broken-body'));
    await expect(store.get('a')).rejects.toThrow(RetryableError);
  });
});
