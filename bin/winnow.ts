/** The command line: `winnow --help`. */
import { enableCompileCache } from 'node:module';
import { endOnClosedPipe } from './cli/closed-pipe.ts';
import { EXIT } from './cli/exit-codes.ts';
import { makeProgram } from './cli/program.ts';
import { reportError } from './cli/report-error.ts';

// Kept in the folder for temporary files: later starts take two thirds of the time. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
enableCompileCache();
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
