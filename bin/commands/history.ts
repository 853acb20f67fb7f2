import type { Command } from 'commander';
import { feed } from '#lib/consume/feed.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { UsageError } from '#lib/model/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { requireStore } from '../cli/require-store.ts';
import { DEFAULT_STORE } from './run.ts';

interface HistoryOptions {
  readonly out: string;
  readonly json?: boolean;
}

/** `winnow history`: every row of a URL, oldest first. */
export function addHistoryCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('history')
    .description('show every step of a URL through all runs')
    .argument('<url>', 'the URL, or the id of its document')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--json', 'print the rows as JSON lines')
    .action(async (url: string, options: HistoryOptions) => setExit(await history(url, options)));
}

async function history(wanted: string, options: HistoryOptions): Promise<number> {
  const store = await openObjectStore(options.out, { readOnly: true });
  const { floor } = await requireStore(store, options.out);
  const canonical = canonicalUrl(wanted);
  let shown = 0;
  for await (const event of feed(store, floor)) {
    if (event.kind !== 'row') continue;
    const { row } = event;
    if (canonical ? row.canonicalUrl !== canonical : row.id !== wanted) continue;
    shown += 1;
    const detail = row.detail ? `  ${row.detail}` : '';
    const line = `${row.at}  ${row.run}  ${row.state} (${row.reason})${detail}`;
    process.stdout.write(`${options.json ? JSON.stringify(row) : line}\n`);
  }
  if (shown === 0) throw new UsageError(`nothing is known of ${wanted}`);
  return EXIT.done;
}
