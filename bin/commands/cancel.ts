import type { Command } from 'commander';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import { cancelKey } from '#lib/model/keys.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { storeOf } from '../cli/cloud-options.ts';
import { EXIT } from '../cli/exit-codes.ts';

interface CancelOptions {
  readonly out?: string;
  readonly stack?: string;
}

/** `winnow cancel`: ends a run; what is under way is finished. */
export function addCancelCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('cancel')
    .description('end a run: what is not fetched yet ends deferred (cancelled)')
    .argument('<run>', 'id of a run, or the beginning of it')
    .option('--out <dir|s3://bucket/prefix>', 'the store of the run')
    .option('--stack <name>', 'the deployed stack whose run it is')
    .addHelpText('after', '\nExamples:\n  winnow cancel 01KAQ3 --stack Winnow')
    .action(async (run: string, options: CancelOptions) => setExit(await cancel(run, options)));
}

async function cancel(wanted: string, { out, stack }: CancelOptions): Promise<number> {
  if ((out === undefined) === (stack === undefined)) {
    throw new UsageError('where is the run? --stack NAME or --out STORE');
  }
  const store = await openObjectStore(out ?? (await storeOf(stack ?? '')));
  const found = [];
  for await (const { record } of runRecords(store, { beginning: wanted })) found.push(record);
  const [record, another] = found;
  if (record === undefined) throw new UsageError(`no such run: ${wanted}`);
  if (another) throw new UsageError(`${wanted} is the beginning of several runs: give more of it`);
  if (record.completedAt !== null) {
    throw new UsageError(`run ${record.runId} is complete since ${record.completedAt}`);
  }
  await store.put(cancelKey(record.runId), new Uint8Array());
  process.stdout.write(
    `run ${record.runId} of ${record.source.name} is cancelled: pages under way are finished, the rest ends deferred\n`,
  );
  return EXIT.done;
}
