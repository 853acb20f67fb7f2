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
  readonly json?: boolean;
}

/** `winnow cancel`: ends a run; what is under way is finished. */
export function addCancelCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('cancel')
    .description('end a run: what is not fetched yet ends deferred (cancelled)')
    .argument('<run>', 'id of a run, or the beginning of it')
    .option('--out <dir|s3://bucket/prefix>', 'the store of the run')
    .option('--stack <name>', 'the deployed stack whose run it is')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  winnow cancel 01KAQ3 --stack Winnow\n  winnow cancel 01KAQ3 --out ./corpus',
    )
    .action(async (run: string, options: CancelOptions) => setExit(await cancel(run, options)));
}

async function cancel(wanted: string, { out, stack, json }: CancelOptions): Promise<number> {
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
  const { runId, source } = record;
  process.stdout.write(
    json
      ? `${JSON.stringify({ runId, source: source.name })}\n`
      : `run ${runId} of ${source.name} is cancelled: pages under way are finished, the rest ends deferred\n`,
  );
  return EXIT.done;
}
