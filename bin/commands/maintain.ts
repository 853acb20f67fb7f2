import type { Command } from 'commander';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { collectGarbage } from '#lib/manifest/collect-garbage.ts';
import { compact } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { verify } from '#lib/manifest/verify.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { requireStore } from '../cli/require-store.ts';
import { DEFAULT_STORE } from './run.ts';

interface StoreOptions {
  readonly out: string;
}

/** What keeps a store in order, by hand: verify, compact, gc. */
export function addMaintainCommands(program: Command, setExit: (code: number) => void): void {
  const add = (
    name: string,
    description: string,
    job: (deps: ManifestDeps) => Promise<number>,
  ): void => {
    program
      .command(name)
      .description(description)
      .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
      .action(async ({ out }: StoreOptions) => setExit(await job(await manifestDeps(out))));
  };
  add('verify', 'check every invariant of a store and say what is wrong', verifyStore);
  add('compact', 'commit forgotten segments, then merge the log into a checkpoint', compactStore);
  add('gc', 'remove what no reader needs any more, after its grace period', collectStore);
}

/** What every writer of a manifest is given, for a store that exists. */
export async function manifestDeps(location: string): Promise<ManifestDeps> {
  const store = await openObjectStore(location);
  await requireStore(store, location);
  return { store, now: systemClock.now, ulid: ulidFactory(systemClock.now) };
}

async function verifyStore({ store }: ManifestDeps): Promise<number> {
  const findings = await verify(store);
  for (const { rule, where, problem } of findings) {
    process.stdout.write(`${rule}  ${where}  ${problem}\n`);
  }
  if (findings.length > 0) return EXIT.someFailed;
  process.stdout.write('every invariant holds\n');
  return EXIT.done;
}

async function compactStore(deps: ManifestDeps): Promise<number> {
  const { committed } = await sweep(deps, { olderThanMs: 0 });
  const made = await compact(deps);
  const what = made
    ? `checkpoint ${made.number}: ${made.written} parts written, ${made.reused} reused`
    : 'nothing new since the last checkpoint';
  process.stdout.write(`${committed} forgotten segments committed; ${what}\n`);
  return EXIT.done;
}

async function collectStore(deps: ManifestDeps): Promise<number> {
  const { floor, entries, segments, checkpoints, parts } = await collectGarbage(deps);
  process.stdout.write(
    `removed ${entries} log entries, ${segments} segments, ${checkpoints} checkpoints, ${parts} parts; floor ${floor}\n`,
  );
  return EXIT.done;
}
