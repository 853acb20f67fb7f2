import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Source definitions that lie in a folder, one file each; null for a name without one. */
export function folderSources(folder: URL): (name: string) => Promise<SourceDefinition | null> {
  return async (name) => {
    if (!NAME.test(name)) return null;
    try {
      const text = await readFile(fileURLToPath(new URL(`${name}.json`, folder)), 'utf8');
      return sourceDefinition.parse(JSON.parse(text));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
}
