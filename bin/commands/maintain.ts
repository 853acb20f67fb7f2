import type { Command } from 'commander';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { collectGarbage } from '#lib/manifest/collect-garbage.ts';
import { compact } from '#lib/manifest/compact.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { verify } from '#lib/manifest/verify.ts';
import { readIndex } from '#lib/model/log.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { manifestDeps } from '../cli/manifest-deps.ts';
import { wholeNumber } from '../cli/number-options.ts';
import { requireStore } from '../cli/require-store.ts';
import { watchedStore } from '../cli/watched-store.ts';
import { workProgress } from '../cli/work-progress.ts';

interface StoreOptions {
  readonly out: string;
  readonly json?: boolean;
}

interface VerifyOptions extends StoreOptions {
  readonly quick?: boolean;
}

interface CollectOptions extends StoreOptions {
  readonly retainDays: string;
  readonly graceHours: string;
}

const HOUR_MS = 3_600_000;
const STORE = '--out <dir|s3://bucket/prefix>';

/** What keeps a store in order, by hand: verify, compact, gc. */
export function addMaintainCommands(program: Command, setExit: (code: number) => void): void {
  program
    .command('verify')
    .description('check every invariant of a store and say what is wrong')
    .option(STORE, 'the store', DEFAULT_STORE)
    .option('--quick', 'do not read documents and responses to compare their digests')
    .option('--json', 'one JSON line a finding')
    .addHelpText(
      'after',
      `
Examples:
  winnow verify --out corpus
  winnow verify --quick --json --out s3://my-bucket/corpus`,
    )
    .action(async (options: VerifyOptions) => setExit(await verifyStore(options)));
  program
    .command('compact')
    .description('commit forgotten segments, then merge the log into a checkpoint')
    .option(STORE, 'the store', DEFAULT_STORE)
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  winnow compact --out corpus`,
    )
    .action(async (options: StoreOptions) => setExit(await compactStore(options)));
  program
    .command('gc')
    .description('remove what no reader needs any more, after its grace period')
    .option(STORE, 'the store', DEFAULT_STORE)
    .option('--retain-days <n>', 'how long the log is kept for feeds', '7')
    .option('--grace-hours <n>', 'how long what is replaced is kept for those who read it', '24')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Run it once a day: what one run marks, the next removes.

Examples:
  winnow gc --out corpus
  winnow gc --retain-days 30 --json --out s3://my-bucket/corpus`,
    )
    .action(async (options: CollectOptions) => setExit(await collectStore(options)));
}

/** Also of a store whose index is gone or damaged: that is what it is to say. */
async function verifyStore({ out, json, quick }: VerifyOptions): Promise<number> {
  const store = await openObjectStore(out, { readOnly: true });
  const progress = workProgress(process.stderr, 'objects');
  const watched = watchedStore(store, progress, await expectedObjects(store));
  const findings = await verify(watched, quick ? {} : { raw: warcReader(watched) }).finally(
    progress.stop,
  );
  if (findings.length === 0) await requireStore(store, out);
  for (const finding of findings) {
    const { rule, where, problem } = finding;
    process.stdout.write(`${json ? JSON.stringify(finding) : `${rule}  ${where}  ${problem}`}\n`);
  }
  if (findings.length > 0) return EXIT.someFailed;
  if (!json) process.stdout.write('every invariant holds\n');
  return EXIT.done;
}

async function compactStore({ out, json }: StoreOptions): Promise<number> {
  const progress = workProgress(process.stderr, 'objects');
  const writer = await manifestDeps(out);
  const deps = { ...writer, store: watchedStore(writer.store, progress, null) };
  const { committed, rejected } = await sweep(deps, { olderThanMs: 0 });
  const made = await compact(deps).finally(progress.stop);
  const what = made
    ? `checkpoint ${made.number}: ${made.written} parts written, ${made.reused} reused`
    : 'nothing new since the last checkpoint';
  const text = `${committed} forgotten segments committed; ${what}`;
  process.stdout.write(`${json ? JSON.stringify({ committed, rejected, made }) : text}\n`);
  for (const { key, problem } of rejected)
    process.stderr.write(`not committed: ${key}: ${problem}\n`);
  return rejected.length > 0 ? EXIT.someFailed : EXIT.done;
}

async function collectStore(options: CollectOptions): Promise<number> {
  const retainMs = wholeNumber('--retain-days', options.retainDays) * 24 * HOUR_MS;
  const graceMs = wholeNumber('--grace-hours', options.graceHours) * HOUR_MS;
  const progress = workProgress(process.stderr, 'objects');
  const deps = await manifestDeps(options.out);
  const store = watchedStore(deps.store, progress, null);
  const removed = await collectGarbage({ ...deps, store }, { retainMs, graceMs }).finally(
    progress.stop,
  );
  const { floor, entries, segments, checkpoints, parts } = removed;
  const text =
    `removed ${entries} log entries, ${segments} segments, ${checkpoints} checkpoints, ${parts} parts; ` +
    `a feed can go on from commit ${floor}`;
  process.stdout.write(`${options.json ? JSON.stringify(removed) : text}\n`);
  return EXIT.done;
}

/** About how many objects verification reads; null if the index cannot say. */
async function expectedObjects(store: ObjectStore): Promise<number | null> {
  const index = await readIndex(store).catch(() => null);
  if (!index) return null;
  return index.value.head + 3 * (index.value.totals['published'] ?? 0);
}
