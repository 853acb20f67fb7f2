import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One page of the genre with its gold. */
export interface GenrePage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string | null;
  readonly gold: Readonly<Record<string, unknown>>;
}

export function readGenre(folder: string): GenrePage[] {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return [];
  const entries: { name: string; file: string; contentType: string; url: string | null }[] =
    JSON.parse(readFileSync(index, 'utf8'));
  return entries.map(({ name, file, contentType, url }) => ({
    name,
    contentType,
    url,
    bytes: readFileSync(join(folder, file)),
    gold: JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8')),
  }));
}

export function readSeeds(folder: string): GenrePage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, 'gold')).map((file) => {
    const name = file.replace(/\.json$/, '');
    return {
      name,
      contentType: 'text/plain; charset=utf-8',
      url: null,
      bytes: readFileSync(join(folder, 'raw', `${name}.txt`)),
      gold: JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')),
    };
  });
}
