/** The command line: `winnow --help`. */
import { Command } from 'commander';
import { EXIT } from './cli/exit-codes.ts';
import { reportError } from './cli/report-error.ts';
import { addCatCommand } from './commands/cat.ts';
import { addCleanCommand } from './commands/clean.ts';
import { addLsCommand } from './commands/ls.ts';
import { addRunCommand } from './commands/run.ts';
import { addStatusCommand } from './commands/status.ts';

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const setExit = (value: number): void => {
    code = value;
  };
  const program = new Command('winnow')
    .description('fetch pages, keep the document, write it with a manifest')
    .option('--debug', 'show where an error came from')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace('error: ', 'winnow: ')) });
  for (const add of [
    addRunCommand,
    addCleanCommand,
    addLsCommand,
    addCatCommand,
    addStatusCommand,
  ]) {
    add(program, setExit);
  }
  for (const command of program.commands) {
    command.exitOverride().option('--debug', 'show where an error came from');
  }
  process.stdout.on('error', ignoreClosedPipe);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return reportError(error, argv.includes('--debug'));
  }
}

/** `winnow ls | head` closes the pipe: that is no fault of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}
