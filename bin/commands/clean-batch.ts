import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { messageOf, UsageError } from '#lib/model/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { readInput } from '../cli/read-input.ts';
import { documentTypeOf } from '../cli/type-of-file.ts';
import { workProgress } from '../cli/work-progress.ts';

const batchLine = z.object({
  id: z.union([z.string(), z.number()]),
  path: z.string(),
  url: z.string().nullish(),
  contentType: z.string().nullish(),
});

/**
 * Cleans the pages listed in a file, one after the other, and writes one line a page in the same
 * order. `ms` is the time from bytes to document. A page that fails has `error` and the run goes on.
 */
export async function cleanBatch(inFile: string, outFile: string, json: boolean): Promise<number> {
  await access(inFile).catch(() => {
    throw new UsageError(`no such file: ${inFile}`);
  });
  const out = createWriteStream(outFile);
  await once(out, 'open').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${outFile}: ${error.code ?? error.message}`);
  });

  const { size } = await stat(inFile);
  const progress = workProgress(process.stderr, 'pages');
  let read = 0;
  let pages = 0;
  let failed = 0;
  const input = createInterface({ input: createReadStream(inFile), crlfDelay: Infinity });
  for await (const line of input) {
    read += Buffer.byteLength(line) + 1;
    if (line.trim() === '') continue;
    const result = await cleanLine(line, dirname(inFile));
    if ('error' in result) {
      failed += 1;
      process.stderr.write(`winnow: ${String(result.id)}: ${result.error}\n`);
    }
    if (!out.write(`${JSON.stringify(result)}\n`)) await once(out, 'drain');
    pages += 1;
    progress.update(pages, Math.max(pages, Math.round((pages * size) / read)));
  }
  progress.stop();
  out.end();
  await finished(out);
  if (json) process.stdout.write(`${JSON.stringify({ pages, failed, out: outFile })}\n`);
  return failed > 0 ? EXIT.someFailed : EXIT.done;
}

type BatchResult =
  | { id: unknown; ms: number; document: object }
  | { id: unknown; ms: number; error: string };

async function cleanLine(line: string, folder: string): Promise<BatchResult> {
  let id: unknown = null;
  let started = performance.now();
  try {
    const raw: unknown = JSON.parse(line);
    id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
    const page = batchLine.parse(raw);
    const bytes = await readInput(resolve(folder, page.path));
    started = performance.now();
    const contentType = page.contentType ?? documentTypeOf(page.path, bytes);
    const { document } = cleanPage({ bytes, contentType, url: page.url ?? null });
    return { id, ms: elapsed(started), document };
  } catch (error) {
    return { id, ms: elapsed(started), error: describe(error) };
  }
}

function elapsed(since: number): number {
  return Number((performance.now() - since).toFixed(3));
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  }
  return messageOf(error);
}
