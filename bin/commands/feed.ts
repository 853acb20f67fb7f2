import type { Command } from 'commander';
import { type FeedOptions, feed } from '#lib/consume/feed.ts';
import { openSnapshot } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { RetryableError, UsageError } from '#lib/model/errors.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { statesOf } from '../cli/filter-options.ts';
import { interruptSignal } from '../cli/interrupt-signal.ts';
import { wholeNumber } from '../cli/number-options.ts';
import { requireStore } from '../cli/require-store.ts';

interface FeedCommandOptions {
  readonly out: string;
  readonly follow?: boolean;
  readonly snapshot?: boolean;
  readonly limit?: string;
  readonly source?: string;
  readonly host?: string;
  readonly state?: string;
}

const POLL_MS = 2000;

/** `winnow feed`: every row since a commit, as JSON lines. */
export function addFeedCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('feed')
    .description('print what was committed after a cursor, one JSON line each')
    .argument('[cursor]', 'number of the last commit already read', '0')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--follow', 'wait for more; Ctrl-C ends it')
    .option('--snapshot', 'begin with the state of every URL, and go on from its commit')
    .option('--limit <commits>', 'at most so many commits')
    .option('--source <name>', 'only rows of this source')
    .option('--host <host>', 'only rows of this host')
    .option('--state <states>', 'only rows in these states: published,gone,taken-down')
    .option('--json', 'JSON lines, which it prints anyway')
    .addHelpText(
      'after',
      '\nThe last line of each commit is {"kind":"cursor","cursor":N}: go on from N. If what follows the' +
        '\ncursor was collected, the only line is {"kind":"resync"}: begin again with --snapshot.' +
        '\n\nExamples:' +
        '\n  winnow feed 0 --out corpus > rows.jsonl' +
        '\n  winnow feed 120 --follow --state published,gone --out s3://my-bucket/corpus',
    )
    .action(async (cursor: string, options: FeedCommandOptions) =>
      setExit(await run(cursor, options)),
    );
}

async function run(start: string, options: FeedCommandOptions): Promise<number> {
  const from = cursorOf(start);
  const chosen = feedOptions(options);
  const store = await openObjectStore(options.out, { readOnly: true });
  await requireStore(store, options.out);
  const { signal, dispose } = interruptSignal({ isQuiet: true });
  try {
    const begin = options.snapshot ? await printSnapshot(store, chosen) : from;
    let cursor = await printSince(store, begin, chosen, signal);
    if (cursor === from && !options.follow && !options.snapshot)
      process.stderr.write(`nothing new since commit ${from}\n`);
    while (options.follow && cursor !== null && !signal.aborted) {
      await systemClock.sleep(POLL_MS, signal).catch(() => undefined);
      cursor = await printMore(store, cursor, chosen, signal);
    }
    if (signal.aborted) return EXIT.interrupted;
    return cursor === null ? EXIT.someFailed : EXIT.done;
  } finally {
    dispose();
  }
}

function cursorOf(text: string): number {
  const cursor = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(cursor) && cursor >= 0) return cursor;
  throw new UsageError(`not a cursor: ${text} (the number of a commit, 0 for everything)`);
}

function feedOptions({ limit, source, host, state }: FeedCommandOptions): FeedOptions {
  return {
    ...(limit === undefined ? {} : { limit: wholeNumber('--limit', limit) }),
    filter: {
      ...(source === undefined ? {} : { source }),
      ...(host === undefined ? {} : { host: host.toLowerCase() }),
      ...(state === undefined ? {} : { states: statesOf(state) }),
    },
  };
}

/** Everything known, as lines of kind `state`; the number of its commit. */
async function printSnapshot(store: ObjectStore, { filter }: FeedOptions): Promise<number> {
  const options = { ...(filter ? { filter } : {}), keepTakenDown: true };
  const { number: cursor, states } = await openSnapshot(store, options);
  const print = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);
  for await (const state of states) print({ kind: 'state', state });
  print({ kind: 'cursor', cursor });
  return cursor;
}

/** Who follows outlives a store that cannot be reached for a while. */
async function printMore(
  store: ObjectStore,
  from: number,
  options: FeedOptions,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    return await printSince(store, from, options, signal);
  } catch (error) {
    if (!(error instanceof RetryableError)) throw error;
    process.stderr.write(`winnow: ${error.message}; trying again\n`);
    return from;
  }
}

/** The cursor to go on from; null if the reader has to take a snapshot. */
async function printSince(
  store: ObjectStore,
  from: number,
  options: FeedOptions,
  signal: AbortSignal,
): Promise<number | null> {
  let cursor = from;
  for await (const event of feed(store, from, options)) {
    process.stdout.write(`${JSON.stringify(event)}\n`);
    if (event.kind === 'resync') {
      process.stderr.write(`commits up to ${event.floor} are collected: winnow feed --snapshot\n`);
      return null;
    }
    if (event.kind !== 'cursor') continue;
    cursor = event.cursor;
    if (signal.aborted) break; // a commit is told as a whole
  }
  return cursor;
}
