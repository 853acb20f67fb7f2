import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { UsageError } from '#lib/model/errors.ts';

export interface UrlChunk {
  readonly urls: readonly string[];
  /** Lines of the file that are no URLs, with their numbers; the first are told. */
  readonly wrong: readonly string[];
  /** More follows. */
  readonly more: boolean;
}

/**
 * The URLs of a file, one a line, in chunks of `size`; - is standard input. Empty lines and those that
 * begin with # are left out. Of any length: one chunk is in memory at a time.
 * @throws UsageError if the file cannot be read
 */
export async function* urlChunks(file: string, size: number): AsyncGenerator<UrlChunk> {
  let urls: string[] = [];
  let wrong: string[] = [];
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    if (canonicalUrl(text) === null) {
      wrong.push(`line ${number}: not a URL that can be fetched: ${text.slice(0, 200)}`);
      continue;
    }
    if (urls.length === size) {
      yield { urls, wrong, more: true };
      urls = [];
      wrong = [];
    }
    urls.push(text);
  }
  yield { urls, wrong, more: false };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => {
    input.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? `no such file: ${file}` : `cannot read ${file}`;
      reject(new UsageError(why));
    });
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done) {
      if (input.errored) await failed;
      return;
    }
    yield next.value;
  }
}
