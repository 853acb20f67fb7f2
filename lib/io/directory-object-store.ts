import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, RetryableError } from '#lib/model/errors.ts';
import { fileFault } from './file-fault.ts';
import { blankVersions, claimVersion, markDeleted, versionedKeys } from './key-versions.ts';
import { listDirectory } from './list-directory.ts';
import { linkPlain, MAX_ATTEMPTS, objectFiles } from './object-files.ts';
import { checkKey, checkKeyOrFolder } from './object-key.ts';
import type { ByteRange, ObjectStore, StoredObject } from './object-store.ts';
import { etagAt, etagOfFile, readStored } from './stored-file.ts';
import { temporaryFiles } from './temporary-files.ts';

/**
 * Objects as files below `root`. No lock files: what decides between writers is that link(2)
 * fails if the name exists.
 *
 * - A created object is the plain file `<key>`, linked to a finished, synced temporary file.
 * - A replaced object is `<folder>/.versions/<name>/<n>`, linked likewise; the highest n is
 *   current. The plain file then follows by rename, for people and for tools that read folders,
 *   and may lag after a kill; get and list go by the versions.
 */
export function directoryObjectStore(root: string): ObjectStore {
  const temporary = temporaryFiles(join(root, '.tmp'));
  const { current, refresh, versionsOf } = objectFiles(root, temporary);

  const read = async (key: string, range?: ByteRange): Promise<StoredObject | null> => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { number, path } = await current(key);
      if (path === null) return null;
      const found = await readStored(path, number, range);
      // absent, unless a version was pruned or created between the two looks
      if (found || (await current(key)).number === number) return found;
    }
    throw new RetryableError(`read ${key}: overtaken too often`);
  };

  /** Makes a finished file the version `number`; false if others were faster. */
  const linkVersion = async (key: string, number: number, file: string): Promise<boolean> => {
    if (!(await claimVersion(versionsOf(key), number, file))) return false;
    await refresh(key);
    return true;
  };

  const create = async (key: string, body: Uint8Array, file: string): Promise<{ etag: string }> => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const made = await createOnce(key, file);
      if (made) return made;
      const found = await read(key);
      if (found && Buffer.compare(found.body, body) === 0) return { etag: found.etag };
      if (found) throw new ConflictError(`exists: ${key}`);
    }
    throw new RetryableError(`create ${key}: overtaken too often`);
  };

  const createOnce = async (key: string, file: string): Promise<{ etag: string } | null> => {
    const { number, path } = await current(key);
    if (path === null) {
      if (!(await linkVersion(key, number + 1, file))) return null;
      return { etag: await etagOfFile(file, number + 1) };
    }
    if (number > 0 || !(await linkPlain(file, path))) return null;
    return { etag: await etagOfFile(file, 0) };
  };

  const replace = async (key: string, etag: string, file: string): Promise<{ etag: string }> => {
    const { number, path } = await current(key);
    const found = path === null ? null : await etagAt(path, number);
    if (found !== etag || !(await linkVersion(key, number + 1, file))) {
      throw new ConflictError(`changed: ${key}`);
    }
    return { etag: await etagOfFile(file, number + 1) };
  };

  const put = async (key: string, file: string): Promise<{ etag: string }> => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const first = await createOnce(key, file);
      if (first) return first;
      const { number } = await current(key);
      if (await linkVersion(key, number + 1, file)) {
        return { etag: await etagOfFile(file, number + 1) };
      }
    }
    throw new RetryableError(`put ${key}: overtaken too often`);
  };

  const remove = async (key: string): Promise<void> => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { number, path } = await current(key);
      if (path === null) return await refresh(key);
      if (number > 0) {
        await markDeleted(versionsOf(key), number + 1);
        continue;
      }
      await rm(path, { force: true });
      // a writer may have linked the first version meanwhile: that must go too
      if ((await current(key)).number === 0) return;
    }
    throw new RetryableError(`delete ${key}: overtaken too often`);
  };

  const forget = async (key: string): Promise<void> => {
    // a writer that was killed may have left an earlier body as the plain file
    if ((await current(key)).number > 0) await refresh(key);
    await blankVersions(versionsOf(key), (use) => temporary.withFile(new Uint8Array(), use));
  };

  const guarded = async <T>(verb: string, key: string, work: () => Promise<T>): Promise<T> => {
    checkKey(key);
    try {
      return await work();
    } catch (error) {
      throw fileFault(error, `${verb} ${join(root, key)}`);
    }
  };

  return {
    get: (key, range) => guarded('read', key, () => read(key, range)),
    create: (key, body) =>
      guarded('create', key, () => temporary.withFile(body, (file) => create(key, body, file))),
    replace: (key, body, etag) =>
      guarded('replace', key, () => temporary.withFile(body, (file) => replace(key, etag, file))),
    put: (key, body) =>
      guarded('write', key, () => temporary.withFile(body, (file) => put(key, file))),
    delete: (key) => guarded('delete', key, () => remove(key)),
    async forgetVersions(keyOrFolder) {
      checkKeyOrFolder(keyOrFolder);
      const keys = keyOrFolder.endsWith('/')
        ? await versionedKeys(root, keyOrFolder)
        : [keyOrFolder];
      for (const key of keys) await guarded('forget', key, () => forget(key));
    },
    list: (prefix, options) => listDirectory(root, prefix, options),
  };
}
