import { beforeEach, describe, expect, it } from 'vitest';
import type { ListedObject, ObjectStore } from '#lib/io/object-store.ts';
import { ConflictError, PermanentError } from '#lib/model/errors.ts';
import { collect } from '../support/collect.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

async function keysOf(listing: AsyncIterable<ListedObject>): Promise<string[]> {
  return (await collect(listing)).map(({ key }) => key);
}

async function read(store: ObjectStore, key: string): Promise<string> {
  const found = await store.get(key);
  if (!found) throw new Error(`absent: ${key}`);
  return text(found.body);
}

/** Adds one to a counter as often as said, with replace alone, however many do so at once. */
async function count(store: ObjectStore, key: string, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    const found = await store.get(key);
    if (!found) throw new Error(`absent: ${key}`);
    const next = String(Number(text(found.body).split(' ')[0]) + 1);
    // a nonce: without it another writer's equal body would pass for our own
    const body = bytes(`${next} ${crypto.randomUUID()}`);
    try {
      await store.replace(key, body, found.etag);
      done += 1;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

/** What every store must do. `make` gives an empty one for each test. */
export function objectStoreContract(
  name: string,
  make: () => ObjectStore | Promise<ObjectStore>,
): void {
  describe(`${name} as an object store`, () => {
    let store: ObjectStore;
    beforeEach(async () => {
      store = await make();
    });

    it('answers absence with null', async () => {
      expect(await store.get('a/missing.json')).toBeNull();
      expect(await store.get('a/missing.json', { offset: 0, length: 3 })).toBeNull();
      expect(await keysOf(store.list('a/'))).toEqual([]);
    });

    it('gives back the bytes that were created, with the ETag of the write', async () => {
      const body = Uint8Array.from({ length: 300 }, (_, index) => index % 256);

      const { etag } = await store.create('a/bytes', body);

      const found = await store.get('a/bytes');
      expect(found && { body: [...found.body], etag: found.etag }).toEqual({
        body: [...body],
        etag,
      });
    });

    it('stores an empty body as an object', async () => {
      await store.create('a/empty', bytes(''));

      expect((await store.get('a/empty'))?.body.byteLength).toBe(0);
      expect(await collect(store.list(''))).toEqual([{ key: 'a/empty', size: 0 }]);
    });

    it('gives ranges, cut at the end of the object', async () => {
      await store.create('a/range', bytes('0123456789'));
      const at = async (offset: number, length: number): Promise<string> =>
        text((await store.get('a/range', { offset, length }))?.body);

      expect(await at(2, 3)).toBe('234');
      expect(await at(8, 100)).toBe('89');
      expect(await at(0, 10)).toBe('0123456789');
      expect(await at(10, 5)).toBe('');
      expect(await at(3, 0)).toBe('');
    });

    it('gives the same ETag with a range as without', async () => {
      const { etag } = await store.create('a/range', bytes('0123456789'));

      expect((await store.get('a/range', { offset: 2, length: 3 }))?.etag).toBe(etag);
    });

    it('accepts creating the same bytes again and refuses others', async () => {
      const first = await store.create('a/once', bytes('one'));

      expect(await store.create('a/once', bytes('one'))).toEqual(first);
      await expect(store.create('a/once', bytes('two'))).rejects.toThrow(ConflictError);
      expect(await read(store, 'a/once')).toBe('one');
    });

    it('replaces the version it is told and no other', async () => {
      const first = await store.create('a/index.json', bytes('1'));
      const second = await store.replace('a/index.json', bytes('2'), first.etag);

      await expect(store.replace('a/index.json', bytes('3'), first.etag)).rejects.toThrow(
        ConflictError,
      );
      await store.replace('a/index.json', bytes('4'), second.etag);
      expect(await read(store, 'a/index.json')).toBe('4');
    });

    it('refuses to replace what is not there: a conflict, not absence', async () => {
      const { etag } = await store.create('a/was', bytes('1'));
      await store.delete('a/was');

      await expect(store.replace('a/was', bytes('2'), etag)).rejects.toThrow(ConflictError);
      await expect(store.replace('a/never', bytes('2'), etag)).rejects.toThrow(ConflictError);
    });

    it('refuses to create other bytes over a replaced object', async () => {
      const { etag } = await store.create('a/index.json', bytes('1'));
      await store.replace('a/index.json', bytes('2'), etag);

      await expect(store.create('a/index.json', bytes('1'))).rejects.toThrow(ConflictError);
      await store.create('a/index.json', bytes('2'));
    });

    it('gives different bodies of one length different ETags, also after deletion', async () => {
      const seen = new Set<string>();
      for (let index = 0; index < 10; index += 1) {
        seen.add((await store.create('a/again', bytes(String(index)))).etag);
        await store.delete('a/again');
      }

      expect(seen.size).toBe(10);
    });

    it('puts whatever is there', async () => {
      await store.put('a/host.json', bytes('1'));
      await store.put('a/host.json', bytes('2'));
      const { etag } = await store.put('a/host.json', bytes('3'));

      expect(text((await store.get('a/host.json'))?.body)).toBe('3');
      await store.replace('a/host.json', bytes('4'), etag);
      expect(await read(store, 'a/host.json')).toBe('4');
    });

    it('deletes, also what is not there, and lets the key be created again', async () => {
      const { etag } = await store.create('a/b', bytes('1'));
      await store.replace('a/b', bytes('2'), etag);
      await store.delete('a/b');
      await store.delete('a/b');
      await store.delete('never/was');

      expect(await store.get('a/b')).toBeNull();
      expect(await keysOf(store.list(''))).toEqual([]);
      const again = await store.create('a/b', bytes('3'));
      await store.replace('a/b', bytes('4'), again.etag);
      expect(await read(store, 'a/b')).toBe('4');
      expect(await collect(store.list(''))).toEqual([{ key: 'a/b', size: 1 }]);
    });

    it('forgets versions of a key or a folder, and changes nothing of what is there', async () => {
      await store.put('a/b', bytes('old'));
      await store.put('a/b', bytes('new'));
      await store.put('a/c', bytes('gone'));
      await store.put('a/c', bytes('gone too'));
      await store.delete('a/c');

      await store.forgetVersions('a/b');
      await store.forgetVersions('a/');
      await store.forgetVersions('never/was');
      await store.forgetVersions('never/');

      expect(await read(store, 'a/b')).toBe('new');
      expect(await store.get('a/c')).toBeNull();
      expect(await collect(store.list(''))).toEqual([{ key: 'a/b', size: 3 }]);
      await store.put('a/b', bytes('newer'));
      await store.create('a/c', bytes('back'));
      expect([await read(store, 'a/b'), await read(store, 'a/c')]).toEqual(['newer', 'back']);
    });

    it('lists by prefix in order of UTF-8 bytes over the whole key', async () => {
      const keys = ['a/b/c', 'a.txt', 'a/b.json', 'a-b', 'a/é', 'a/\u{1F600}', 'a/\uFF21', 'b/1'];
      for (const key of keys) await store.create(key, bytes(key));

      expect(await keysOf(store.list(''))).toEqual([
        'a-b',
        'a.txt',
        'a/b.json',
        'a/b/c',
        'a/é',
        'a/\uFF21',
        'a/\u{1F600}',
        'b/1',
      ]);
      expect(await keysOf(store.list('a/b'))).toEqual(['a/b.json', 'a/b/c']);
      expect(await keysOf(store.list('a/b/'))).toEqual(['a/b/c']);
      expect(await keysOf(store.list('b/1'))).toEqual(['b/1']);
      expect(await keysOf(store.list('c'))).toEqual([]);
    });

    it('lists after a key, whether that exists or not, and up to a limit', async () => {
      for (const key of ['a/1', 'a/2/x', 'a/2/y', 'a/3', 'b/1']) await store.put(key, bytes('.'));

      expect(await keysOf(store.list('a/', { after: 'a/2/x' }))).toEqual(['a/2/y', 'a/3']);
      expect(await keysOf(store.list('a/', { after: 'a/2' }))).toEqual(['a/2/x', 'a/2/y', 'a/3']);
      expect(await keysOf(store.list('', { after: 'a/2/zzz' }))).toEqual(['a/3', 'b/1']);
      expect(await keysOf(store.list('', { after: '0' }))).toHaveLength(5);
      expect(await keysOf(store.list('', { after: 'a/1', limit: 2 }))).toEqual(['a/2/x', 'a/2/y']);
      expect(await keysOf(store.list('', { limit: 0 }))).toEqual([]);
    });

    it('lists the size of the current version', async () => {
      const { etag } = await store.create('a/x', bytes('1'));
      await store.replace('a/x', bytes('12345'), etag);

      expect(await collect(store.list('a/'))).toEqual([{ key: 'a/x', size: 5 }]);
    });

    it.each([
      '',
      '/a',
      'a/',
      'a//b',
      '../a',
      'a/../b',
      'a/./b',
      'a\\b',
      'a\u0000b',
      `a/${'x'.repeat(300)}`,
      'a/.versions/b/1',
      '.tmp/x',
      '\uD800',
    ])('refuses the key %j', async (key) => {
      await expect(store.get(key)).rejects.toThrow(PermanentError);
      await expect(store.create(key, bytes('1'))).rejects.toThrow(PermanentError);
      await expect(store.put(key, bytes('1'))).rejects.toThrow(PermanentError);
      await expect(store.replace(key, bytes('1'), '""')).rejects.toThrow(PermanentError);
      await expect(store.delete(key)).rejects.toThrow(PermanentError);
    });

    it('lets exactly one of 16 creators with different bytes win', async () => {
      const racers = Array.from({ length: 16 }, (_, index) => bytes(`racer ${index}`));

      const ends = await Promise.allSettled(racers.map((body) => store.create('a/race', body)));

      const winners = ends.flatMap((end, index) => (end.status === 'fulfilled' ? [index] : []));
      expect(winners).toHaveLength(1);
      expect(await read(store, 'a/race')).toBe(`racer ${winners[0]}`);
      for (const end of ends) {
        if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(ConflictError);
      }
    });

    it('lets all of 16 creators with the same bytes succeed', async () => {
      const racers = Array.from({ length: 16 }, () => store.create('a/same', bytes('same')));

      expect(new Set((await Promise.all(racers)).map(({ etag }) => etag)).size).toBe(1);
    });

    it('lets exactly one of 16 replacers of a version win', async () => {
      const { etag } = await store.create('a/race', bytes('0'));
      const racers = Array.from({ length: 16 }, (_, index) => bytes(`racer ${index}`));

      const ends = await Promise.allSettled(
        racers.map((body) => store.replace('a/race', body, etag)),
      );

      const winners = ends.flatMap((end, index) => (end.status === 'fulfilled' ? [index] : []));
      expect(winners).toHaveLength(1);
      expect(await read(store, 'a/race')).toBe(`racer ${winners[0]}`);
      for (const end of ends) {
        if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(ConflictError);
      }
    });

    it('loses no addition of writers that count together', async () => {
      await store.create('a/counter', bytes('0'));

      await Promise.all(Array.from({ length: 4 }, () => count(store, 'a/counter', 20)));

      expect((await read(store, 'a/counter')).split(' ')[0]).toBe('80');
    });
  });
}
