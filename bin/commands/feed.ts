import type { Command } from 'commander';
import { feed } from '#lib/consume/feed.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { UsageError } from '#lib/model/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { interruptSignal } from '../cli/interrupt-signal.ts';
import { requireStore } from '../cli/require-store.ts';
import { DEFAULT_STORE } from './run.ts';

interface FeedOptions {
  readonly out: string;
  readonly follow?: boolean;
}

const POLL_MS = 2000;

/** `winnow feed`: every row since a commit, as JSON lines. */
export function addFeedCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('feed')
    .description('print what was committed after a cursor, one JSON line each')
    .argument('[cursor]', 'number of the last commit already read', '0')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--follow', 'wait for more')
    .addHelpText(
      'after',
      '\nThe last line of each commit is {"kind":"cursor","cursor":N}: go on from N.',
    )
    .action(async (cursor: string, options: FeedOptions) => setExit(await run(cursor, options)));
}

async function run(start: string, options: FeedOptions): Promise<number> {
  const from = Number(start);
  if (!Number.isInteger(from) || from < 0) throw new UsageError(`not a cursor: ${start}`);
  const store = await openObjectStore(options.out, { readOnly: true });
  await requireStore(store, options.out);
  const interrupt = interruptSignal();
  try {
    let cursor = await printSince(store, from);
    while (options.follow && cursor !== null && !interrupt.signal.aborted) {
      await systemClock.sleep(POLL_MS, interrupt.signal).catch(() => undefined);
      cursor = await printSince(store, cursor);
    }
    if (interrupt.signal.aborted) return EXIT.interrupted;
    return cursor === null ? EXIT.someFailed : EXIT.done;
  } finally {
    interrupt.dispose();
  }
}

/** The cursor to go on from; null if the reader has to take a snapshot. */
async function printSince(store: ObjectStore, from: number): Promise<number | null> {
  let cursor = from;
  for await (const event of feed(store, from)) {
    process.stdout.write(`${JSON.stringify(event)}\n`);
    if (event.kind === 'cursor') cursor = event.cursor;
    if (event.kind === 'resync') return null;
  }
  return cursor;
}
