import type { Command } from 'commander';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { StateFilter } from '#lib/consume/state-filter.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { UrlState } from '#lib/model/row.ts';
import { state as stateSchema } from '#lib/model/states.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { requireStore } from '../cli/require-store.ts';
import { DEFAULT_STORE } from './run.ts';

interface LsOptions {
  readonly out: string;
  readonly state?: string;
  readonly source?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `winnow ls`: the documents of a store, or all URLs it knows. */
export function addLsCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('ls')
    .description('list the documents of a store')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--state <state>', 'list URLs whose last run ended in this state')
    .option('--source <name>', 'only of this source')
    .option('--all', 'list every known URL, not only documents')
    .option('--json', 'one JSON line a URL: its whole state')
    .action(async (options: LsOptions) => setExit(await ls(options)));
}

async function ls(options: LsOptions): Promise<number> {
  if (options.state !== undefined && !stateSchema.safeParse(options.state).success) {
    throw new UsageError(
      `no such state: ${options.state}; one of ${stateSchema.options.join(', ')}`,
    );
  }
  const store = await openObjectStore(options.out, { readOnly: true });
  await requireStore(store, options.out);
  for await (const known of snapshot(store, { filter: filterOf(options) })) {
    process.stdout.write(`${options.json ? JSON.stringify(known) : lineOf(known)}\n`);
  }
  return EXIT.done;
}

function filterOf({ state, source, all }: LsOptions): StateFilter {
  const wanted = stateSchema.safeParse(state);
  return {
    ...(source === undefined ? {} : { source }),
    ...(wanted.success ? { states: [wanted.data] } : all ? {} : { published: true }),
  };
}

function lineOf({ id, url, last, content }: UrlState): string {
  const date = content?.publishedAt?.slice(0, 10) ?? '';
  const chars = content?.key ? String(content.chars) : '';
  const name = content?.title || url;
  return `${id}  ${last.state.padEnd(12)} ${chars.padStart(7)}  ${date.padEnd(10)}  ${name}`;
}
