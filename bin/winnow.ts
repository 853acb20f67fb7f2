/** The command line: `winnow --help`. */
import { endOnClosedPipe } from './cli/closed-pipe.ts';
import { EXIT } from './cli/exit-codes.ts';
import { makeProgram } from './cli/program.ts';
import { reportError } from './cli/report-error.ts';
import { addCancelCommand } from './commands/cancel.ts';
import { addCatCommand } from './commands/cat.ts';
import { addCleanCommand } from './commands/clean.ts';
import { addCostCommand } from './commands/cost.ts';
import { addExportCommand } from './commands/export.ts';
import { addFeedCommand } from './commands/feed.ts';
import { addHistoryCommand } from './commands/history.ts';
import { addLsCommand } from './commands/ls.ts';
import { addMaintainCommands } from './commands/maintain.ts';
import { addRecleanCommand } from './commands/reclean.ts';
import { addRedriveCommand } from './commands/redrive.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addRestoreCommand } from './commands/restore.ts';
import { addRunCommand } from './commands/run.ts';
import { addSourcesCommand } from './commands/sources.ts';
import { addStatusCommand } from './commands/status.ts';
import { addTakedownCommand } from './commands/takedown.ts';
import { addTriggerCommand } from './commands/trigger.ts';

const COMMANDS = [
  addRunCommand,
  addCleanCommand,
  addLsCommand,
  addCatCommand,
  addStatusCommand,
  addHistoryCommand,
  addFeedCommand,
  addExportCommand,
  addReplayCommand,
  addTriggerCommand,
  addCancelCommand,
  addRedriveCommand,
  addSourcesCommand,
  addCostCommand,
  addRecleanCommand,
  addTakedownCommand,
  addRestoreCommand,
  addMaintainCommands,
];

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
  for (const add of COMMANDS) {
    add(program, setExit);
  }
  for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
    command.exitOverride().option('--debug', 'show where an error came from');
  }
  process.stdout.on('error', endOnClosedPipe);
  try {
    await (await makeProgram(setExit, argv)).parseAsync(argv);
    return code;
  } catch (error) {
    return reportError(error, argv.includes('--debug'));
  }
}
