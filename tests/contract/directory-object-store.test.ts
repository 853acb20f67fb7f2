import { spawn } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { VERSIONS_KEPT } from '#lib/io/key-versions.ts';
import { ConflictError, PermanentError } from '#lib/model/errors.ts';
import { collect } from '../support/collect.ts';
import { objectStoreContract } from './object-store-contract.ts';

const parent = await mkdtemp(join(tmpdir(), 'winnow-directory-'));
/** The process to be killed. */
const WRITER = fileURLToPath(new URL('./replace-in-a-loop.ts', import.meta.url));
const newRoot = (): Promise<string> => mkdtemp(join(parent, 'root-'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

afterAll(() => rm(parent, { recursive: true, force: true }));

objectStoreContract('directory', async () => directoryObjectStore(await newRoot()));

describe('directory object store', () => {
  it('shows objects as plain files, also after they were replaced', async () => {
    const root = await newRoot();
    const store = directoryObjectStore(root);

    const { etag } = await store.create('a/index.json', bytes('1'));
    expect(await readFile(join(root, 'a/index.json'), 'utf8')).toBe('1');
    await store.replace('a/index.json', bytes('2'), etag);
    expect(await readFile(join(root, 'a/index.json'), 'utf8')).toBe('2');
    await store.delete('a/index.json');
    expect(await readdir(join(root, 'a'))).toEqual(['.versions']);
  });

  it('keeps a bounded number of versions', async () => {
    const root = await newRoot();
    const store = directoryObjectStore(root);

    for (let index = 0; index < 100; index += 1) await store.put('a/x', bytes(String(index)));

    const versions = await readdir(join(root, 'a/.versions/x'));
    expect(versions.length).toBeLessThanOrEqual(VERSIONS_KEPT);
    expect(new TextDecoder().decode((await store.get('a/x'))?.body)).toBe('99');
  });

  it('goes by the versions when a killed writer left the plain file behind', async () => {
    const root = await newRoot();
    const store = directoryObjectStore(root);
    await store.create('a/x', bytes('old'));
    await mkdir(join(root, 'a/.versions/x'), { recursive: true });
    await writeFile(join(root, 'a/.versions/x/1'), 'newer');
    await mkdir(join(root, 'a/.versions/created'), { recursive: true });
    await writeFile(join(root, 'a/.versions/created/1'), 'hidden');

    expect(new TextDecoder().decode((await store.get('a/x'))?.body)).toBe('newer');
    expect(await collect(store.list(''))).toEqual([
      { key: 'a/created', size: 6 },
      { key: 'a/x', size: 5 },
    ]);
  });

  it('refuses to replace a version that was pruned long ago', async () => {
    const root = await newRoot();
    const store = directoryObjectStore(root);
    await store.create('a/x', bytes('0'));
    const { etag } = await store.put('a/x', bytes('1')); // version 1
    const current = await store.get('a/x');
    expect(current?.etag).toBe(etag);
    const folder = join(root, 'a/.versions/x');
    for (let index = 0; index < VERSIONS_KEPT * 2; index += 1) {
      await store.put('a/x', bytes(`later ${index}`));
    }
    expect(await readdir(folder)).not.toContain('2');

    await expect(store.replace('a/x', bytes('late'), etag)).rejects.toThrow(ConflictError);

    expect(new TextDecoder().decode((await store.get('a/x'))?.body)).toContain('later');
  });

  it('refuses a key below an object, and an object over a folder', async () => {
    const store = directoryObjectStore(await newRoot());
    await store.create('a', bytes('1'));
    await store.create('b/c', bytes('1'));

    await expect(store.create('a/b', bytes('1'))).rejects.toThrow(PermanentError);
    await expect(store.create('b', bytes('1'))).rejects.toThrow(PermanentError);
    await expect(store.put('b', bytes('1'))).rejects.toThrow(PermanentError);
    expect(await store.get('a/b')).toBeNull();
    expect(await store.get('b')).toBeNull();
  });

  it('sweeps temporary files that are older than an hour, and no others', async () => {
    const root = await newRoot();
    await mkdir(join(root, '.tmp'));
    await writeFile(join(root, '.tmp/old'), '');
    await writeFile(join(root, '.tmp/new'), '');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    await utimes(join(root, '.tmp/old'), twoHoursAgo, twoHoursAgo);

    await directoryObjectStore(root).put('a', bytes('1'));

    expect(await readdir(join(root, '.tmp'))).toEqual(['new']);
  });

  it('reports a fault as a fault, never as absence', async () => {
    const root = await newRoot();
    await symlink('loop', join(root, 'loop'));

    await expect(directoryObjectStore(root).get('loop')).rejects.toThrow(PermanentError);
  });

  it('is whole at every moment for processes killed while they write', async () => {
    const root = await newRoot();
    const store = directoryObjectStore(root);

    for (let round = 0; round < 6; round += 1) {
      const children = ['one', 'two'].map((name) =>
        spawn(process.execPath, [WRITER, root, `${name}-${round}`]),
      );
      const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      // the children must have begun to write before they are killed
      while ((await store.get(`own/one-${round}`)) === null) {
        expect(children[0]?.exitCode, 'the writer has failed').toBeNull();
        await wait(10);
      }
      await wait(Math.random() * 100);
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(ended);

      for await (const { key } of store.list('')) {
        const body = (await store.get(key))?.body;
        expect(body?.byteLength, key).toBe(100_000);
        expect(new Set(body).size, key).toBe(1);
      }
    }
    const shared = await store.get('shared');
    if (!shared) throw new Error('nothing was written');
    await store.replace('shared', bytes('after all'), shared.etag);
    expect(await readFile(join(root, 'shared'), 'utf8')).toBe('after all');
  });
});
