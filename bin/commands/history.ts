import type { Command } from 'commander';
import { history } from '#lib/consume/history.ts';
import { lookupIds } from '#lib/consume/lookup.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { Row } from '#lib/model/row.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { idOfName } from '../cli/id-of-name.ts';
import { requireStore } from '../cli/require-store.ts';

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
    .addHelpText(
      'after',
      `
Examples:
  winnow history https://example.org/a/1.html
  winnow history e408000ac3284c4d41af3e1c --json --out corpus`,
    )
    .action(async (url: string, options: HistoryOptions) => setExit(await show(url, options)));
}

async function show(wanted: string, options: HistoryOptions): Promise<number> {
  const id = idOfName(wanted);
  const store = await openObjectStore(options.out, { readOnly: true });
  const { floor } = await requireStore(store, options.out);
  const state = (await lookupIds(store, new Set([id]))).get(id);
  if (state === undefined) throw new UsageError(`nothing is known of ${wanted}`);
  if (floor > 0)
    process.stderr.write(
      `first seen ${state.firstSeenAt}; rows up to commit ${floor} are collected\n`,
    );
  for await (const row of history(store, id))
    process.stdout.write(`${options.json ? JSON.stringify(row) : lineOf(row)}\n`);
  return EXIT.done;
}

function lineOf({ at, run, state, reason, detail }: Row): string {
  return `${at}  ${run}  ${state} (${reason})${detail ? `  ${detail}` : ''}`;
}
