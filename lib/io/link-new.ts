import { link } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';

/** Links `file` as `path`, making its folder; false if there is something. */
export async function linkNew(file: string, path: string): Promise<boolean> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await link(file, path);
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      if (!hasCode(error, 'ENOENT') || attempt > 0) throw error;
      await makeFolder(dirname(path));
    }
  }
}
