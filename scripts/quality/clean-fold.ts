/**
 * Cleans the pages of one fold of sites by the models that were trained without them:
 *   node scripts/quality/clean-fold.ts WORK FOLDS FOLD OUT [SET]
 * WORK is the folder of train_content_model.py and train_text_model.py; OUT gets a CleanedPage a line.
 */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

const [, , work = '', folds = '5', fold = '0', out = '', set] = process.argv;
const FILES: Readonly<Record<string, string>> = {
  'content-model.json': `fold${fold}.json`,
  'text-model.json': `text-fold${fold}.json`,
};

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const file = FILES[specifier.slice(specifier.lastIndexOf('/') + 1)];
    if (file === undefined) return resolved;
    return { ...resolved, url: pathToFileURL(join(resolve(work), file)).href };
  },
});

const { cleanedPages } = await import('./cleaned-pages.ts');
const isOfFold = (site: string): boolean => crc32(site) % Number(folds) === Number(fold);
const lines = [...cleanedPages(set, isOfFold)].map((page) => JSON.stringify(page));
writeFileSync(out, lines.map((line) => `${line}\n`).join(''));
