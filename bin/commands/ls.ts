import type { Command } from 'commander';
import { snapshot } from '#lib/consume/snapshot.ts';
import { isPublished, type StateFilter } from '#lib/consume/state-filter.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import type { UrlState } from '#lib/model/row.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { addFilterOptions, type FilterOptions, filterOf, statesOf } from '../cli/filter-options.ts';
import { wholeNumber } from '../cli/number-options.ts';
import { requireStore } from '../cli/require-store.ts';
import { stateCounts } from '../cli/state-counts.ts';

interface LsOptions extends FilterOptions {
  readonly out: string;
  readonly state?: string;
  readonly all?: boolean;
  readonly count?: boolean;
  readonly limit?: string;
  readonly json?: boolean;
}

/** `winnow ls`: the documents of a store, or all URLs it knows. */
export function addLsCommand(program: Command, setExit: (code: number) => void): void {
  const command = program
    .command('ls')
    .description('list or count the documents of a store')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--state <states>', 'list URLs whose last run ended in these states: gone,failed')
    .option('--all', 'list every known URL, not only documents');
  addFilterOptions(command)
    .option('--count', 'only how many there are, by state, source, host, language')
    .option('--limit <n>', 'the first n, in order of id')
    .option('--json', 'one JSON line a URL: its whole state')
    .addHelpText(
      'after',
      `
Examples:
  winnow ls --source essays --limit 20
  winnow ls --state failed,gone --out s3://my-bucket/corpus
  winnow ls --count --out corpus
  winnow ls --all --json | jq -r .url`,
    )
    .action(async (options: LsOptions) => setExit(await ls(options)));
}

async function ls(options: LsOptions): Promise<number> {
  const filter = listFilter(options);
  let left = options.limit === undefined ? Infinity : wholeNumber('--limit', options.limit);
  const store = await openObjectStore(options.out, { readOnly: true });
  await requireStore(store, options.out);
  const counts = stateCounts();
  for await (const known of snapshot(store, { filter })) {
    if (left <= 0) break;
    left -= 1;
    counts.add(known);
    if (options.count) continue;
    process.stdout.write(`${options.json ? JSON.stringify(known) : lineOf(known)}\n`);
  }
  if (options.count)
    process.stdout.write(`${options.json ? JSON.stringify(counts.json()) : counts.text()}\n`);
  else if (counts.total() === 0) process.stderr.write('nothing matches\n');
  return EXIT.done;
}

function listFilter(options: LsOptions): StateFilter {
  const chosen = filterOf(options);
  if (options.state !== undefined) return { ...chosen, states: statesOf(options.state) };
  return options.all ? chosen : { ...chosen, published: true };
}

function lineOf(known: UrlState): string {
  const { id, url, last, content } = known;
  // the title of what is gone or taken down says less than why it is
  if (content === null || !isPublished(known))
    return `${id}  ${`${last.state} (${last.reason})`.padEnd(32)}  ${url}`;
  const date = content.publishedAt?.slice(0, 10) ?? '';
  const chars = String(content.chars).padStart(7);
  return `${id}  ${last.state.padEnd(12)} ${chars}  ${date.padEnd(10)}  ${content.title || url}`;
}
