import type { Command } from 'commander';
import { UsageError } from '#lib/model/errors.ts';
import { askTrigger } from '../cli/ask-trigger.ts';
import { withStack } from '../cli/cloud-options.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { loadSource, loadSources, SOURCES_FOLDER } from '../cli/load-source.ts';

interface PushOptions {
  readonly stack: string;
  readonly json?: boolean;
}

/** `winnow sources push`: changed definitions take effect without a deployment. */
export function addSourcesCommand(program: Command, setExit: (code: number) => void): void {
  const sources = program.command('sources').description('source definitions: check, push');
  sources
    .command('check')
    .description('say what is wrong with the definitions of a folder')
    .argument('[folder]', 'where they lie', SOURCES_FOLDER)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  winnow sources check\n  winnow sources check ./my-sources',
    )
    .action((folder: string, { json }: { readonly json?: boolean }) => {
      const names = loadSources(folder).map(({ name }) => name);
      const text = `${names.length} sources in ${folder}, all right`;
      process.stdout.write(`${json ? JSON.stringify({ folder, sources: names }) : text}\n`);
      setExit(EXIT.done);
    });
  withStack(
    sources
      .command('push')
      .description('put changed definitions in force in the deployed stack')
      .argument('<source...>', 'names of sources in sources/, or source files (.json)')
      .option('--json', 'print JSON'),
  )
    .addHelpText(
      'after',
      '\nA run under way keeps its definition. A push holds until a deployment changes the source.\n\nExamples:\n  winnow sources push essays',
    )
    .action(async (names: string[], options: PushOptions) => setExit(await push(names, options)));
}

async function push(names: readonly string[], { stack, json }: PushOptions): Promise<number> {
  const definitions = await Promise.all(names.map(loadSource)); // all are checked before one is pushed
  const twice = definitions.find(({ name }, at) =>
    definitions.some((other, index) => index < at && other.name === name),
  );
  if (twice) throw new UsageError(`${twice.name} is named twice`);
  const ask = await askTrigger(stack);
  for (const definition of definitions) {
    const { warnings = [] } = await ask({ push: definition });
    const text = `${definition.name} is in force for runs that start from now on`;
    process.stdout.write(
      `${json ? JSON.stringify({ source: definition.name, warnings }) : text}\n`,
    );
    for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
  }
  return EXIT.done;
}
