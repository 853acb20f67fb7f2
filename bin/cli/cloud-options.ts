import type { Command } from 'commander';
import { UsageError } from '#lib/model/errors.ts';

export const DEFAULT_STACK = 'Winnow';

/** The option of every command that speaks to a deployed stack. */
export function withStack(command: Command): Command {
  return command.option(
    '--stack <name>',
    'the deployed stack',
    process.env['WINNOW_STACK'] ?? DEFAULT_STACK,
  );
}

/** One of the outputs of a deployed stack. */
export async function outputOf(stack: string, name: string): Promise<string> {
  // loaded only here: most commands have nothing to do with AWS
  const { stackOutputs } = await import('#lib/io/stack-outputs.ts');
  const value = (await stackOutputs(stack)).get(name);
  if (value) return value;
  throw new UsageError(`the stack ${stack} has no output ${name}: deploy this version of winnow`);
}

/** The store of a deployed stack, as a location. */
export async function storeOf(stack: string): Promise<string> {
  return `s3://${await outputOf(stack, 'Bucket')}`;
}
