import { randomUUID } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';

const LEFTOVER_AGE_MS = 60 * 60 * 1000; // no write takes an hour

export interface TemporaryFiles {
  /** Writes and syncs a new file, gives its path to `use`, and removes that name afterwards. */
  withFile<T>(body: Uint8Array, use: (path: string) => Promise<T>): Promise<T>;
  /** Gives `use` a fresh path at which there is no file, and removes what is there afterwards. */
  withPath<T>(use: (path: string) => Promise<T>): Promise<T>;
}

/**
 * Files that are not objects yet, in `folder`. What a killed process left there is removed at the
 * first use, once it is an hour old.
 */
export function temporaryFiles(folder: string): TemporaryFiles {
  let ready: Promise<void> | null = null;

  const withPath = async <T>(use: (path: string) => Promise<T>): Promise<T> => {
    ready ??= prepare(folder);
    await ready.catch((error: unknown) => {
      ready = null;
      throw error;
    });
    const path = join(folder, randomUUID());
    try {
      return await use(path);
    } finally {
      await rm(path, { force: true });
    }
  };

  return {
    withPath,
    withFile: (body, use) =>
      withPath(async (path) => {
        await writeSynced(path, body);
        return await use(path);
      }),
  };
}

async function writeSynced(path: string, body: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(body);
    const now = Math.floor(Date.now() / 1000);
    // The file's time is part of the ETag. The clock of a file system ticks slowly enough for two
    // bodies of one size to share time and inode, so the fraction of the second is random.
    await file.utimes(now, now + Math.random());
    await file.sync();
  } finally {
    await file.close();
  }
}

async function prepare(folder: string): Promise<void> {
  await makeFolder(folder);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    try {
      const age = Date.now() - (await stat(path)).mtimeMs;
      if (age > LEFTOVER_AGE_MS) await rm(path, { force: true });
    } catch (error) {
      // another process may sweep at the same time
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}
