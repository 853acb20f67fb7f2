import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanPage } from '#lib/clean/clean-page.ts';
import type { CleanInput } from '#lib/model/cleaning.ts';
import { UsageError } from '#lib/model/errors.ts';
import { fileExists } from './file-exists.ts';

export interface GoldenCase {
  readonly folder: string;
  /** The page, what the server said, and what is expected. */
  readonly files: readonly string[];
}

export interface CaseOptions {
  readonly slug: string;
  /** What is wrong, in words. */
  readonly note: string | null;
  readonly force: boolean;
}

/**
 * A page and its present result as a golden case. `expected.json` is the place to correct: the test
 * compares exactly the fields it has, `text` as one paragraph a line.
 */
export async function writeGoldenCase(
  root: string,
  { bytes, contentType, url }: CleanInput,
  { slug, note, force }: CaseOptions,
): Promise<GoldenCase> {
  const folder = join(root, slug);
  if (!force && (await fileExists(folder))) {
    throw new UsageError(`${folder} is there already: choose another --slug, or --force`);
  }
  const { document } = cleanPage({ bytes, contentType, url });
  const { title, author, publishedAt, site, category, declaredUrl, language } = document;
  const { page, pageCount, incomplete, repairs, text } = document;
  const expected = {
    ...{ title, author, publishedAt, site, category, declaredUrl, language },
    ...{ page, pageCount, incomplete, repairs },
    text: text === '' ? [] : text.split('\n'),
  };
  const isText = contentType?.trim().toLowerCase().startsWith('text/plain') ?? false;
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    [isText ? 'source.txt' : 'source.html', bytes],
    ['page.json', json({ contentType, url, ...(note === null ? {} : { note }) })],
    ['expected.json', json(expected)],
  ];
  await mkdir(folder, { recursive: true });
  for (const [name, body] of files) await writeFile(join(folder, name), body);
  return { folder, files: files.map(([name]) => join(folder, name)) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
