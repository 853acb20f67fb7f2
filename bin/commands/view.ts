import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { viewHtml } from '#lib/report/view-html.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { openInBrowser } from '../cli/open-in-browser.ts';
import { type PageOptions, pagesOf } from '../cli/pages-of.ts';
import { writePage } from '../cli/write-page.ts';

interface ViewOptions extends PageOptions {
  readonly to?: string;
  readonly open?: boolean;
  readonly json?: boolean;
}

/** `winnow view`: a page beside its document, every cut and repair where it was made. */
export function addViewCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('view')
    .description('show a page as fetched beside its document, with every cut and repair')
    .argument('<page>', 'id of a document (or its beginning), file, or URL')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--to <file>', 'where the page is written (default: a new temporary file)')
    .option('--open', 'open it in the browser')
    .option('--url <url>', 'of a file: where it came from')
    .option('--content-type <type>', 'of a file: its Content-Type header')
    .option('--contact <address>', 'mail or URL in the user agent, for a URL')
    .option('--allow-private', 'let a URL point to a private address')
    .option('--json', 'print what the view shows as JSON')
    .addHelpText(
      'after',
      `
The page holds all its data, loads nothing, and never runs anything of the page it shows.

Examples:
  winnow view e408000ac3 --open
  winnow view page.html --url https://example.org/a/1.html --to view.html
  winnow view https://example.org/a/1.html --contact you@example.org --open`,
    )
    .action(async (page: string, options: ViewOptions) => setExit(await view(page, options)));
}

async function view(page: string, options: ViewOptions): Promise<number> {
  const found = await pagesOf(page, options);
  const shown = await found.view();
  if (options.json) {
    process.stdout.write(`${JSON.stringify(shown)}\n`);
    return EXIT.done;
  }
  const file =
    options.to ?? join(await mkdtemp(join(tmpdir(), 'winnow-view-')), `${shown.id}.html`);
  await writePage(file, viewHtml(shown));
  process.stdout.write(`${file}\n`);
  if (options.open) openInBrowser(file);
  return EXIT.done;
}
