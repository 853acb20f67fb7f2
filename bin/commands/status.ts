import type { Command } from 'commander';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { ManifestIndex } from '#lib/model/manifest-files.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { withDollars } from '#lib/run/run-budget.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { readSkips } from '#lib/run/skips.ts';
import { readSpent } from '#lib/run/spent.ts';
import { storeOf } from '../cli/cloud-options.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { requireStore } from '../cli/require-store.ts';
import { totalLines } from '../cli/total-lines.ts';
import { watchRun } from '../cli/watch-run.ts';

interface StatusOptions {
  readonly out: string;
  readonly stack?: string;
  readonly watch?: boolean;
  readonly json?: boolean;
}

/** Of each kind of trap the record has few; they are shown of a run that is named. */
const ALL_EXAMPLES = Number.POSITIVE_INFINITY;

/** `winnow status`: where the runs of a store stand. */
export function addStatusCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('status')
    .description('show the runs of a store and how far they are')
    .argument('[run]', 'id of a run, or the beginning of it')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--stack <name>', 'the store of a deployed stack')
    .option('--watch', 'stay until the run is complete')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  winnow status
  winnow status 01KYFD --json --out s3://my-bucket/corpus
  winnow status 01KYFD --stack Winnow --watch`,
    )
    .action(async (run: string | undefined, options: StatusOptions) => {
      setExit(await status(run, options));
    });
}

async function status(wanted: string | undefined, options: StatusOptions): Promise<number> {
  const location = options.stack === undefined ? options.out : await storeOf(options.stack);
  const store = await openObjectStore(location, { readOnly: true });
  if (options.watch) return await watch(store, wanted);
  const index = await requireStore(store, location);
  let shown = 0;
  for await (const { record } of runRecords(store, { beginning: wanted ?? '' })) {
    shown += 1;
    const totals = await totalsOf(store, record);
    if (options.json) {
      const { states = {} } = index.runs[record.runId] ?? {};
      process.stdout.write(`${JSON.stringify({ ...record, ...totals, committed: states })}\n`);
    } else {
      process.stdout.write(lineOf(record, index));
      process.stdout.write(totalLines(totals, wanted === undefined ? 0 : ALL_EXAMPLES));
    }
  }
  if (wanted !== undefined && shown === 0) throw new UsageError(`no such run: ${wanted}`);
  if (!options.json) {
    process.stdout.write(
      `${index.head} commits, checkpoint ${index.checkpoint?.number ?? 'none'}\n`,
    );
  }
  return EXIT.done;
}

async function watch(store: ObjectStore, wanted: string | undefined): Promise<number> {
  if (wanted === undefined) throw new UsageError('which run? winnow status RUN --watch');
  for await (const { record } of runRecords(store, { beginning: wanted })) {
    process.stdout.write(`run ${record.runId} of ${record.source.name}\n`);
    return await watchRun(store, record.runId, process.stdout);
  }
  throw new UsageError(`no such run: ${wanted}`);
}

/** The record has the sums of a complete run. */
async function totalsOf(store: ObjectStore, record: RunRecord) {
  const { skipped, traps, spent, stoppedBy, lost, runId } = record;
  if (record.completedAt !== null) return { skipped, traps, spent, stoppedBy, lost };
  return { ...(await readSkips(store, runId)), spent: withDollars(await readSpent(store, runId)) };
}

function lineOf({ runId, source, trigger, completedAt }: RunRecord, index: ManifestIndex): string {
  const states = Object.entries(index.runs[runId]?.states ?? {})
    .map(([state, n]) => `${state} ${n}`)
    .join(', ');
  const open = trigger === 'command' ? 'unfinished: the same command continues it' : 'under way';
  const end = completedAt ? `complete ${completedAt}` : open;
  return `${runId}  ${source.name}  ${end}\n  ${states}\n`;
}
