import type { Command } from 'commander';
import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { StateFilter } from '#lib/consume/state-filter.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { overlayObjectStore } from '#lib/io/overlay-object-store.ts';
import { reclean } from '#lib/local/reclean.ts';
import { staleStates } from '#lib/local/stale-states.ts';
import { compact } from '#lib/manifest/compact.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { UsageError } from '#lib/model/errors.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import { latestCheckpoint } from '#lib/run/run-records.ts';
import { changeTable } from '../cli/change-table.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { filterOf } from '../cli/filter-options.ts';
import { interruptSignal } from '../cli/interrupt-signal.ts';
import { localPorts } from '../cli/local-ports.ts';
import { wholeNumber } from '../cli/number-options.ts';
import { requireStore } from '../cli/require-store.ts';
import { workProgress } from '../cli/work-progress.ts';

interface RecleanCommandOptions {
  readonly out: string;
  readonly olderThan?: string;
  readonly profiles?: boolean;
  readonly source?: string;
  readonly host?: string;
  readonly limit?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `winnow reclean`: documents of older cleaning code or older profiles again, from the stored responses. */
export function addRecleanCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('reclean')
    .description('make documents of older cleaning code again from the stored responses')
    .option(
      '--older-than <version>',
      `made by a version before this (this one: ${CLEANER_VERSION})`,
    )
    .option('--profiles', 'and those cleaned before what their host repeats was known as it is now')
    .option('--source <name>', 'only of this source')
    .option('--host <host>', 'only of this host')
    .option('--limit <n>', 'at most n documents')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--json', 'one JSON line a document: what changed, and how much')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .addHelpText(
      'after',
      `
Interrupted or killed, the same command goes on with what is still old.

Examples:
  winnow reclean --dry-run --limit 200 --out corpus
  winnow reclean --source essays --json --out s3://my-bucket/corpus`,
    )
    .action(async (options: RecleanCommandOptions) => setExit(await run(options)));
}

async function run(options: RecleanCommandOptions): Promise<number> {
  const olderThan = versionOf(options.olderThan);
  const limit = options.limit === undefined ? Infinity : wholeNumber('--limit', options.limit);
  const isTrial = options.dryRun ?? false;
  const store = await openObjectStore(options.out, { readOnly: isTrial });
  await requireStore(store, options.out);
  const ports = localPorts(store, { userAgent: 'winnow', allowPrivate: false });
  const deps = { store, now: ports.clock.now, ulid: ports.ulid };
  const interrupt = interruptSignal();
  const table = changeTable();
  const progress = workProgress(process.stderr, 'documents');
  let done = 0;
  try {
    if (!isTrial) await sweep(deps, { olderThanMs: 0 }); // what a killed one left behind
    const { source, host } = options;
    const filter = filterOf({ ...(source ? { source } : {}), ...(host ? { host } : {}) });
    const total = await countStale(store, filter, { olderThan, limit });
    await reclean(ports, {
      states: staleStates(snapshot(store, { filter }), {
        olderThan,
        limit,
        ...(options.profiles
          ? { profile: hostProfiles(store, await latestCheckpoint(store)) }
          : {}),
      }),
      ...(isTrial ? { scratch: overlayObjectStore } : {}),
      signal: interrupt.signal,
      onChange: (change) => {
        table.add(change);
        done += 1;
        progress.update(done, total);
        if (options.json) process.stdout.write(`${JSON.stringify(change)}\n`);
      },
    });
    if (!isTrial) await compact(deps);
  } finally {
    progress.stop();
    interrupt.dispose();
    await ports.http.close();
  }
  if (!options.json) process.stdout.write(`${table.text({ isTrial })}\n`);
  if (interrupt.signal.aborted) return EXIT.interrupted;
  return table.failed() > 0 ? EXIT.someFailed : EXIT.done;
}

/** How many documents there are to clean, for the bar alone: not counted where nobody sees one. */
async function countStale(
  store: ObjectStore,
  filter: StateFilter,
  options: { readonly olderThan: number; readonly limit: number },
): Promise<number | null> {
  if (!process.stderr.isTTY) return null;
  let count = 0;
  for await (const _ of staleStates(snapshot(store, { filter }), options)) count += 1;
  return count;
}

function versionOf(text: string | undefined): number {
  if (text === undefined) return CLEANER_VERSION;
  const version = wholeNumber('--older-than', text);
  if (version <= CLEANER_VERSION) return version;
  throw new UsageError(
    `--older-than ${version}: this program cleans with version ${CLEANER_VERSION}`,
  );
}
