import { readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileFault, hasCode } from './file-fault.ts';
import { currentVersion, VERSIONS } from './key-versions.ts';
import { compareKeys } from './object-key.ts';
import type { ListedObject, ListOptions } from './object-store.ts';

const TEMPORARY = '.tmp';

/**
 * The objects below `root` in order of their whole keys. One folder's names are in memory at a
 * time, and those of the folders above it.
 */
export async function* listDirectory(
  root: string,
  prefix: string,
  { after = '', limit = Number.POSITIVE_INFINITY }: ListOptions = {},
): AsyncGenerator<ListedObject> {
  const start = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/') + 1) : '';
  let left = limit;
  // last in, first out: the names of a folder lie there in reverse
  const open: Entry[] = [{ key: start, isVersioned: false }];
  while (left > 0) {
    const entry = open.pop();
    if (entry === undefined) return;
    const { key } = entry;
    if (key === '' || key.endsWith('/')) {
      const entries = await entriesIn(root, key);
      open.push(...entries.filter((one) => mayMatch(one.key, prefix, after)).reverse());
      continue;
    }
    const size = await sizeOf(root, entry);
    if (size === null) continue;
    left -= 1;
    yield { key, size };
  }
}

interface Entry {
  /** A folder's ends in '/', which sorts it among whole keys. */
  readonly key: string;
  readonly isVersioned: boolean;
}

/** Whether the key, or for a folder any key below it, has the prefix and comes after `after`. */
function mayMatch(key: string, prefix: string, after: string): boolean {
  if (!key.endsWith('/')) return key.startsWith(prefix) && compareKeys(key, after) > 0;
  const below = key.startsWith(prefix) || prefix.startsWith(key);
  return below && (after.startsWith(key) || compareKeys(key, after) > 0);
}

/** What lies in a folder, sorted by key. */
async function entriesIn(root: string, folder: string): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for (const entry of await entriesOf(join(root, folder))) {
    if (entry.name === TEMPORARY || entry.name === VERSIONS) continue;
    const key = folder + entry.name + (entry.isDirectory() ? '/' : '');
    found.set(key, { key, isVersioned: false });
  }
  // a killed writer may have left a version without its plain file
  for (const { name } of await entriesOf(join(root, folder, VERSIONS))) {
    found.set(folder + name, { key: folder + name, isVersioned: true });
  }
  return [...found.values()].sort((a, b) => compareKeys(a.key, b.key));
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw fileFault(error, `list ${folder}`);
  }
}

/** Size of the current version; null if there is none. */
async function sizeOf(root: string, { key, isVersioned }: Entry): Promise<number | null> {
  const folder = join(root, posix.dirname(key), VERSIONS, posix.basename(key));
  for (;;) {
    const version = isVersioned ? await currentVersion(folder) : null;
    if (version?.deleted) return null;
    const path = version ? join(folder, String(version.number)) : join(root, key);
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw fileFault(error, `list ${join(root, key)}`);
      if (!version) return null; // else: pruned since, so there is a higher one
    }
  }
}
