import { readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileFault, hasCode } from './file-fault.ts';
import { currentVersion } from './key-versions.ts';
import { compareKeys } from './object-key.ts';
import type { ListedObject } from './object-store.ts';

const VERSIONS = '.versions';
const TEMPORARY = '.tmp';

/**
 * The objects below `root` in order of their whole keys. One folder's names are in memory at a
 * time, and those of the folders above it.
 */
export async function* listDirectory(
  root: string,
  prefix: string,
  { after = '', limit = Number.POSITIVE_INFINITY }: { after?: string; limit?: number } = {},
): AsyncGenerator<ListedObject> {
  const start = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/') + 1) : '';
  let left = limit;
  // last in, first out: the names of a folder lie there in reverse
  const open = [start];
  while (left > 0) {
    const name = open.pop();
    if (name === undefined) return;
    if (name === '' || name.endsWith('/')) {
      const names = await namesIn(root, name);
      open.push(...names.filter((key) => mayMatch(key, prefix, after)).reverse());
      continue;
    }
    const size = await sizeOf(root, name);
    if (size === null) continue;
    left -= 1;
    yield { key: name, size };
  }
}

/** Whether the key, or for a folder any key below it, has the prefix and comes after `after`. */
function mayMatch(key: string, prefix: string, after: string): boolean {
  if (!key.endsWith('/')) return key.startsWith(prefix) && compareKeys(key, after) > 0;
  const below = key.startsWith(prefix) || prefix.startsWith(key);
  return below && (after.startsWith(key) || compareKeys(key, after) > 0);
}

/** Names in a folder as keys, sorted; folders end in '/', which sorts them among whole keys. */
async function namesIn(root: string, folder: string): Promise<string[]> {
  const keys = new Set<string>();
  const entries = await entriesOf(join(root, folder));
  for (const entry of entries) {
    if (entry.name === TEMPORARY) continue;
    if (entry.name === VERSIONS) {
      // a killed writer may have left a version without its plain file
      const versioned = await entriesOf(join(root, folder, VERSIONS));
      for (const { name } of versioned) keys.add(folder + name);
    } else keys.add(folder + entry.name + (entry.isDirectory() ? '/' : ''));
  }
  return [...keys].sort(compareKeys);
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
async function sizeOf(root: string, key: string): Promise<number | null> {
  const folder = join(root, posix.dirname(key), VERSIONS, posix.basename(key));
  for (;;) {
    const version = await currentVersion(folder);
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
