import { link, rename, rm, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { PermanentError } from '#lib/model/errors.ts';
import { hasCode } from './file-fault.ts';
import { currentVersion, VERSIONS } from './key-versions.ts';
import { linkNew } from './link-new.ts';
import type { TemporaryFiles } from './temporary-files.ts';

/** Of what others overtake; each lost attempt is a write by another. */
export const MAX_ATTEMPTS = 1000;

/** Which file holds a key's body. */
export interface CurrentFile {
  /** 0: the plain file; else the number of the version. */
  readonly number: number;
  /** Null: there is no object. */
  readonly path: string | null;
}

/** The files of a key: the plain one, and its versions once it was replaced. */
export interface ObjectFiles {
  current(key: string): Promise<CurrentFile>;
  /** Folder of a key's versions. */
  versionsOf(key: string): string;
  /** Lets the plain file show the current version; the last of several writers has the last word. */
  refresh(key: string): Promise<void>;
}

export function objectFiles(root: string, temporary: TemporaryFiles): ObjectFiles {
  const plainPath = (key: string): string => join(root, key);
  const versionsOf = (key: string): string =>
    join(root, posix.dirname(key), VERSIONS, posix.basename(key));

  const current = async (key: string): Promise<CurrentFile> => {
    const version = await currentVersion(versionsOf(key));
    if (!version) return { number: 0, path: plainPath(key) };
    const path = join(versionsOf(key), String(version.number));
    return { number: version.number, path: version.deleted ? null : path };
  };

  const show = async (key: string, path: string | null): Promise<boolean> => {
    try {
      if (path === null) await rm(plainPath(key), { force: true });
      else await showAs(path, plainPath(key));
      return true;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    }
  };

  const showAs = (version: string, plain: string): Promise<void> =>
    temporary.withPath(async (path) => {
      await link(version, path);
      await rename(path, plain);
    });

  return {
    current,
    versionsOf,
    async refresh(key) {
      let shown = -1;
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const { number, path } = await current(key);
        if (number === shown) return;
        // not shown if the version was pruned meanwhile
        shown = (await show(key, path)) ? number : -1;
      }
    },
  };
}

/** Links `file` as a plain file; false if there is one. */
export async function linkPlain(file: string, path: string): Promise<boolean> {
  if (await linkNew(file, path)) return true;
  if (await isFolder(path)) throw new PermanentError(`other keys lie below ${path}`);
  return false;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
