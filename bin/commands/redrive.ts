import type { Command } from 'commander';
import { UsageError } from '#lib/model/errors.ts';
import { outputOf, withStack } from '../cli/cloud-options.ts';
import { EXIT } from '../cli/exit-codes.ts';

/** Stages whose messages can be sent back, in the order of the data flow. */
const STAGES = ['discover', 'fetch', 'clean', 'commit'] as const;

interface RedriveOptions {
  readonly stack: string;
  readonly json?: boolean;
}

/** `winnow redrive`: dead letters go back to where they failed. */
export function addRedriveCommand(program: Command, setExit: (code: number) => void): void {
  withStack(
    program
      .command('redrive')
      .description('send dead letters back, after their cause is mended')
      .argument('[stage...]', `${STAGES.join(', ')}; all if none is named`)
      .option('--json', 'print JSON'),
  )
    .addHelpText('after', '\nExamples:\n  winnow redrive\n  winnow redrive clean')
    .action(async (stages: string[], options: RedriveOptions) =>
      setExit(await redriveStages(stages, options)),
    );
}

async function redriveStages(
  wanted: readonly string[],
  { stack, json }: RedriveOptions,
): Promise<number> {
  const unknown = wanted.find((stage) => !STAGES.some((known) => known === stage));
  if (unknown !== undefined) {
    throw new UsageError(`no stage ${unknown}; there is ${STAGES.join(', ')}`);
  }
  const { openSqsClient } = await import('#lib/io/open-sqs-client.ts');
  const { redrive } = await import('#lib/io/redrive.ts');
  const client = openSqsClient();
  try {
    for (const stage of STAGES.filter((name) => wanted.length === 0 || wanted.includes(name))) {
      const name = `${stage[0]?.toUpperCase()}${stage.slice(1)}`;
      const from = await outputOf(stack, `${name}DeadLetters`);
      const to = await outputOf(stack, `${name}Queue`);
      const moved = await redrive(client, { from, to });
      const line = json
        ? JSON.stringify({ stage, moved })
        : `${stage.padEnd(10)}${moved} sent back`;
      process.stdout.write(`${line}\n`);
    }
  } finally {
    client.destroy();
  }
  return EXIT.done;
}
