import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { urlChunks } from '../../../bin/cli/url-list.ts';
import { collect } from '../../support/collect.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-list-'));
});
afterEach(() => rm(folder, { recursive: true }));

const chunksOf = async (text: string, size: number) => {
  const file = join(folder, 'urls.txt');
  await writeFile(file, text);
  return collect(urlChunks(file, size));
};
const url = (n: number): string => `https://example.org/${n}`;

describe('urlChunks', () => {
  it('says of every chunk but the last that more follows', async () => {
    const chunks = await chunksOf([1, 2, 3, 4].map(url).join('\n'), 2);

    expect(chunks.map(({ urls, more }) => [urls, more])).toEqual([
      [[url(1), url(2)], true],
      [[url(3), url(4)], false],
    ]);
  });

  it('tells lines that are no URLs by their number, and leaves out comments', async () => {
    const chunks = await chunksOf(`${url(1)}\r\n# list\n\nnot a url\nftp://example.org/\n`, 10);

    expect(chunks).toEqual([
      {
        urls: [url(1)],
        wrong: [
          'line 4: not a URL that can be fetched: not a url',
          'line 5: not a URL that can be fetched: ftp://example.org/',
        ],
        more: false,
      },
    ]);
  });

  it('refuses a file that is not there', async () => {
    await expect(collect(urlChunks(join(folder, 'none'), 10))).rejects.toThrow('no such file');
  });
});
