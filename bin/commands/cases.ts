import type { Command } from 'commander';
import { UsageError } from '#lib/model/errors.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { writeGoldenCase } from '../cli/golden-case.ts';
import { type PageOptions, pagesOf } from '../cli/pages-of.ts';

interface CasesOptions extends PageOptions {
  readonly to: string;
  readonly slug?: string;
  readonly note?: string;
  readonly part: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const GOLDEN_PAGES = 'tests/golden/pages';
const SLUG = /^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$/;

/** `winnow cases add`: from complaint to test. */
export function addCasesCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('cases')
    .description('turn pages that come out wrong into tests')
    .command('add')
    .description('write a page and its present result as a golden case')
    .argument('<page>', 'id of a document (or its beginning), file, or URL')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--slug <name>', 'what the case shows: two-dates--comment-is-newer (default: case-ID)')
    .option('--note <text>', 'what is wrong, kept beside the page')
    .option('--part <n>', 'which page of an article of several', '1')
    .option('--to <folder>', 'where cases lie', GOLDEN_PAGES)
    .option('--force', 'write over a case that is there')
    .option('--url <url>', 'of a file: where it came from')
    .option('--content-type <type>', 'of a file: its Content-Type header')
    .option('--contact <address>', 'mail or URL in the user agent, for a URL')
    .option('--allow-private', 'let a URL point to a private address')
    .option('--json', 'print the files as JSON')
    .addHelpText(
      'after',
      `
Then correct expected.json until it says what should come out, and see the test fail. Cut what the
case does not need from the page, and names of persons, before you commit it.

Examples:
  winnow cases add e408000ac3 --slug viewer-tips-kept --note "the viewer's tips are in the text"
  winnow cases add page.html --url https://example.org/a/1.html`,
    )
    .action(async (page: string, options: CasesOptions) => setExit(await addCase(page, options)));
}

async function addCase(page: string, options: CasesOptions): Promise<number> {
  const { inputs, known } = await pagesOf(page, options);
  const part = Number(options.part);
  const input = inputs[part - 1];
  if (!Number.isInteger(part) || input === undefined) {
    throw new UsageError(`--part must be 1 to ${inputs.length}: ${options.part}`);
  }
  const slug = options.slug ?? `case-${known?.id.slice(0, 10) ?? 'new'}`;
  if (!SLUG.test(slug)) {
    throw new UsageError(`--slug is lower-case words joined by hyphens: ${slug}`);
  }
  const { folder, files } = await writeGoldenCase(options.to, input, {
    slug,
    note: options.note ?? null,
    force: options.force ?? false,
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ slug, folder, files })}\n`);
    return EXIT.done;
  }
  const others = inputs.length > 1 ? `page ${part} of the ${inputs.length} of the article\n` : '';
  process.stdout.write(`${others}${files.join('\n')}
Correct ${folder}/expected.json: it says what comes out now, the test wants what should. Then:
  npx vitest run --project golden -t ${slug}
`);
  return EXIT.done;
}
