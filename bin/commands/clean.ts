import type { Command } from 'commander';
import { cleanArticle } from '#lib/clean/clean-article.ts';
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { UsageError } from '#lib/model/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { explain } from '../cli/explain.ts';
import { fetchOne } from '../cli/fetch-one.ts';
import { readInput, readStandardInput } from '../cli/read-input.ts';
import { documentTypeOf } from '../cli/type-of-file.ts';
import { cleanBatch } from './clean-batch.ts';

interface CleanOptions {
  readonly url?: string;
  readonly contentType?: string;
  readonly format: string;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly batch?: string;
  readonly out?: string;
  readonly contact?: string;
  readonly allowPrivate?: boolean;
}

const FORMATS = ['json', 'text', 'markdown'];
const HTTP_URL = /^https?:\/\//i;

/** `winnow clean`: one page or a batch of pages to documents, without a store. */
export function addCleanCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('clean')
    .description('clean one page (a file, a URL, or - for standard input) and print its document')
    .argument('[input]', 'FILE, URL or -')
    .option('--url <url>', 'where the page came from')
    .option('--content-type <type>', 'its Content-Type header')
    .option('--format <format>', FORMATS.join(', '), 'json')
    .option('--json', 'the same as --format json; of a batch: print the counts as JSON')
    .option('--explain', 'show what was removed and why (on stderr; with json in `removals`)')
    .option('--batch <in.jsonl>', 'clean many: lines {"id","path","url"?,"contentType"?}')
    .option('--out <out.jsonl>', 'where the batch goes: lines {"id","ms","document"}')
    .option('--contact <address>', 'mail or URL in the user agent, for a URL')
    .option('--allow-private', 'let a URL point to a private address')
    .addHelpText('after', EXAMPLES)
    .action(async (input: string | undefined, options: CleanOptions) => {
      setExit(await clean(input, options));
    });
}

const EXAMPLES = `
Examples:
  winnow clean page.html --url https://example.org/a/1.html --format markdown
  curl -s https://example.org/ | winnow clean - --explain --format text
  winnow clean --batch pages.jsonl --out documents.jsonl`;

async function clean(input: string | undefined, options: CleanOptions): Promise<number> {
  if (options.batch !== undefined || options.out !== undefined) {
    if (options.batch === undefined || options.out === undefined || input !== undefined) {
      throw new UsageError('a batch is: clean --batch IN.jsonl --out OUT.jsonl');
    }
    return cleanBatch(options.batch, options.out, options.json ?? false);
  }
  if (options.json && options.format !== 'json') {
    throw new UsageError(`--json and --format ${options.format} exclude each other`);
  }
  if (input === undefined) throw new UsageError('clean needs a FILE, a URL or - (see --help)');
  if (!FORMATS.includes(options.format)) {
    throw new UsageError(`unknown format ${options.format}: one of ${FORMATS.join(', ')}`);
  }
  if (options.url !== undefined && !URL.canParse(options.url)) {
    throw new UsageError(`--url is not a URL: ${options.url}`);
  }
  print(cleanArticle(await readPages(input, options)), options);
  return EXIT.done;
}

async function readPages(input: string, options: CleanOptions): Promise<readonly CleanInput[]> {
  if (HTTP_URL.test(input)) return fetchOne(input, options);
  const bytes = input === '-' ? await readStandardInput() : await readInput(input);
  const contentType = options.contentType ?? documentTypeOf(input, bytes);
  return [{ bytes, contentType, url: options.url ?? null }];
}

function print(result: CleanResult, { format, explain: wanted }: CleanOptions): void {
  const { document, removals } = result;
  if (wanted) process.stderr.write(explain(result));
  if (format === 'json') {
    const shown = wanted ? { ...document, removals } : document;
    process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  } else {
    process.stdout.write(`${format === 'text' ? document.text : document.markdown}\n`);
  }
}
