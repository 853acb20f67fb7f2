import { writeFile } from 'node:fs/promises';
import { UsageError } from '#lib/model/errors.ts';

/** Writes a page for a person. @throws UsageError naming the file */
export async function writePage(file: string, html: string): Promise<void> {
  await writeFile(file, html).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${file}: ${error.code ?? error.message}`);
  });
}
