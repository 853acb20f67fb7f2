import { Command } from 'commander';
import { addCompletion } from './completion.ts';
import { VERSION } from './version.ts';

type AddCommand = (program: Command, setExit: (code: number) => void) => void;

interface Entry {
  readonly names: readonly string[];
  /** Only the command that is run is loaded: most of a start is reading modules. */
  readonly load: () => Promise<AddCommand>;
}

const entry = (names: string, load: () => Promise<AddCommand>): Entry => ({
  names: names.split(' '),
  load,
});

/** By what a person wants to do; the help shows them in these groups. */
const GROUPS: readonly (readonly [string, readonly Entry[]])[] = [
  [
    'Begin:',
    [
      entry('init', async () => (await import('../commands/init.ts')).addInitCommand),
      entry('doctor', async () => (await import('../commands/doctor.ts')).addDoctorCommand),
    ],
  ],
  [
    'Crawl and clean:',
    [
      entry('run', async () => (await import('../commands/run.ts')).addRunCommand),
      entry('replay', async () => (await import('../commands/replay.ts')).addReplayCommand),
      entry('clean', async () => (await import('../commands/clean.ts')).addCleanCommand),
    ],
  ],
  [
    'On AWS:',
    [
      entry('trigger', async () => (await import('../commands/trigger.ts')).addTriggerCommand),
      entry('cancel', async () => (await import('../commands/cancel.ts')).addCancelCommand),
      entry('redrive', async () => (await import('../commands/redrive.ts')).addRedriveCommand),
      entry('sources', async () => (await import('../commands/sources.ts')).addSourcesCommand),
      entry('cost', async () => (await import('../commands/cost.ts')).addCostCommand),
    ],
  ],
  [
    'Look:',
    [
      entry('report', async () => (await import('../commands/report.ts')).addReportCommand),
      entry('view', async () => (await import('../commands/view.ts')).addViewCommand),
      entry('status', async () => (await import('../commands/status.ts')).addStatusCommand),
      entry('history', async () => (await import('../commands/history.ts')).addHistoryCommand),
    ],
  ],
  [
    'Read:',
    [
      entry('ls', async () => (await import('../commands/ls.ts')).addLsCommand),
      entry('cat', async () => (await import('../commands/cat.ts')).addCatCommand),
      entry('feed', async () => (await import('../commands/feed.ts')).addFeedCommand),
      entry('export', async () => (await import('../commands/export.ts')).addExportCommand),
    ],
  ],
  [
    'Improve:',
    [
      entry('cases', async () => (await import('../commands/cases.ts')).addCasesCommand),
      entry('reclean', async () => (await import('../commands/reclean.ts')).addRecleanCommand),
    ],
  ],
  [
    'Keep in order:',
    [
      entry('takedown', async () => (await import('../commands/takedown.ts')).addTakedownCommand),
      entry('restore', async () => (await import('../commands/restore.ts')).addRestoreCommand),
      entry(
        'verify compact gc',
        async () => (await import('../commands/maintain.ts')).addMaintainCommands,
      ),
    ],
  ],
];

/**
 * The command line; `setExit` gets the exit code of the command that ran. `argv` as of the process: if it
 * names a command, no other is loaded; without it all are.
 */
export async function makeProgram(
  setExit: (code: number) => void,
  argv: readonly string[] = [],
): Promise<Command> {
  const program = new Command('winnow')
    .description('fetch pages, keep the document, write it with a manifest')
    .version(VERSION, '--version', 'print the version')
    .option('--debug', 'show where an error came from')
    .option('--no-color', 'no colours (so does NO_COLOR)')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace('error: ', 'winnow: ')) })
    .addHelpText('after', '\nExamples of every command: winnow COMMAND --help');
  await addCommands(program, setExit, commandIn(argv));
  for (const command of program.commands) withCommon(command);
  addCompletion(program);
  return program;
}

/** Adds the command of this name, or all if there is none. */
async function addCommands(
  program: Command,
  setExit: (code: number) => void,
  wanted: string | undefined,
): Promise<void> {
  const known = GROUPS.flatMap(([, entries]) => entries.flatMap(({ names }) => names));
  const isKnown = wanted !== undefined && known.includes(wanted);
  for (const [heading, entries] of GROUPS) {
    for (const { names, load } of entries) {
      if (isKnown && !names.includes(wanted)) continue;
      const before = new Set(program.commands);
      (await load())(program, setExit);
      for (const command of program.commands) {
        if (!before.has(command)) command.helpGroup(heading);
      }
    }
  }
}

/** The first word that is no option; of a request for completion, the command that is completed. */
function commandIn([, , ...words]: readonly string[]): string | undefined {
  if (words[0] !== 'complete' || words[1] !== '--') {
    return words.find((word) => !word.startsWith('-'));
  }
  return words.length > 3 ? words[2] : undefined; // else the command itself is still being written
}

/** What every command takes. */
function withCommon(command: Command): void {
  command
    .exitOverride()
    .option('--debug', 'show where an error came from')
    .option('--no-color', 'no colours (so does NO_COLOR)');
  for (const below of command.commands) withCommon(below);
}
