/** The command line: `winnow --help`. */
import { endOnClosedPipe } from './cli/closed-pipe.ts';
import { EXIT } from './cli/exit-codes.ts';
import { makeProgram } from './cli/program.ts';
import { reportError } from './cli/report-error.ts';

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const setExit = (value: number): void => {
    code = value;
  };
  if (argv.includes('--no-color')) {
    process.env['NO_COLOR'] = '1';
    delete process.env['FORCE_COLOR']; // Node lets it win
  }
  process.stdout.on('error', endOnClosedPipe);
  try {
    await (await makeProgram(setExit, argv)).parseAsync(argv);
    return code;
  } catch (error) {
    return reportError(error, argv.includes('--debug'));
  }
}
