import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './file-fault.ts';
import { linkNew } from './link-new.ts';

/**
 * How many superseded versions stay. A writer that stalls between reading and linking can link a
 * number that was pruned; it finds out by a version at least this much higher than its own.
 */
export const VERSIONS_KEPT = 32;

/** Folder beside the plain files with a folder of versions for each key that was replaced. */
export const VERSIONS = '.versions';
const VERSION = /^[1-9]\d{0,14}$/;

/** The current version of a key that was replaced at least once. */
export interface KeyVersion {
  readonly number: number;
  /** A version that is a directory says: deleted. Both link(2) and mkdir(2) fail on an existing name. */
  readonly deleted: boolean;
}

/** The highest version in a key's folder of versions; null if the key was never replaced. */
export async function currentVersion(folder: string): Promise<KeyVersion | null> {
  let current: KeyVersion | null = null;
  for (const entry of await entries(folder)) {
    const number = VERSION.test(entry.name) ? Number(entry.name) : 0;
    if (number > (current?.number ?? 0)) current = { number, deleted: entry.isDirectory() };
  }
  return current;
}

/**
 * Makes `file` the version `number`, by its writer's view the next; false if that view is stale: the
 * number is taken, or was taken, superseded and pruned while the writer stalled. Of several writers
 * with one view exactly one succeeds. Prunes versions nobody can be reading.
 */
export async function claimVersion(folder: string, number: number, file: string): Promise<boolean> {
  const path = join(folder, String(number));
  if (!(await linkNew(file, path))) return false;
  const highest = (await currentVersion(folder))?.number ?? number;
  if (highest >= number + VERSIONS_KEPT) {
    await rm(path, { force: true }); // never current: higher versions were there
    return false;
  }
  await prune(folder, highest);
  return true;
}

async function prune(folder: string, current: number): Promise<void> {
  const old = (await entries(folder)).filter(
    ({ name }) => VERSION.test(name) && Number(name) <= current - VERSIONS_KEPT,
  );
  await Promise.all(
    old.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })),
  );
}

/** Marks the key as deleted by version `number`; false if another writer took the number. */
export async function markDeleted(folder: string, number: number): Promise<boolean> {
  try {
    await mkdir(join(folder, String(number)));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Puts an empty file in place of every version before the current one. Their names stay, so that
 * a writer who stalled cannot take one of the numbers; who has one open reads it to its end.
 */
export async function blankVersions(
  folder: string,
  withEmptyFile: <T>(use: (path: string) => Promise<T>) => Promise<T>,
): Promise<void> {
  const current = (await currentVersion(folder))?.number ?? 0;
  for (const entry of await entries(folder)) {
    if (!VERSION.test(entry.name) || entry.isDirectory() || Number(entry.name) >= current) continue;
    await withEmptyFile((path) => rename(path, join(folder, entry.name)));
  }
}

/** The keys of a folder that were ever replaced, also those that are deleted since. */
export async function versionedKeys(root: string, folder: string): Promise<string[]> {
  const keys: string[] = [];
  for (const entry of await entries(join(root, folder))) {
    if (!entry.isDirectory()) continue;
    if (entry.name !== VERSIONS)
      keys.push(...(await versionedKeys(root, `${folder}${entry.name}/`)));
    else
      for (const { name } of await entries(join(root, folder, VERSIONS))) keys.push(folder + name);
  }
  return keys;
}

async function entries(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
