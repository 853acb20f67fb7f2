import type { Command } from 'commander';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { checkup } from '../cli/checkup.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { fileExists } from '../cli/file-exists.ts';
import type { Check } from '../cli/store-checks.ts';
import { styled } from '../cli/styled.ts';
import { VERSION } from '../cli/version.ts';

interface DoctorOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** `winnow doctor`: whether everything a run needs is there. */
export function addDoctorCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('doctor')
    .description('check Node, contact, sources, store, credentials, writes, clock and disk')
    .option(
      '--out <dir|s3://bucket/prefix>',
      `the store (default: ${DEFAULT_STORE}, if it is there)`,
    )
    .option('--json', 'print the checks as JSON')
    .addHelpText(
      'after',
      `
Exit code 1 if something is wrong. A store is tried with one small object, which is removed again.

Examples:
  winnow doctor
  winnow doctor --out s3://my-bucket/corpus`,
    )
    .action(async (options: DoctorOptions) => setExit(await doctor(options)));
}

async function doctor({ out, json }: DoctorOptions): Promise<number> {
  const location = out ?? ((await fileExists(DEFAULT_STORE)) ? DEFAULT_STORE : null);
  const checks = await checkup({ location, version: VERSION, ulid: ulidFactory(systemClock.now) });
  const wrong = checks.filter(({ verdict }) => verdict === 'wrong').length;
  if (json) process.stdout.write(`${JSON.stringify({ ok: wrong === 0, checks })}\n`);
  else process.stdout.write(`${checks.map(lineOf).join('\n')}\n`);
  return wrong > 0 ? EXIT.someFailed : EXIT.done;
}

function lineOf({ name, verdict, says, cure }: Check): string {
  const sign = {
    ok: styled('green', 'ok   '),
    note: styled('yellow', 'note '),
    wrong: styled('red', 'wrong'),
  }[verdict];
  const more =
    cure === undefined || verdict === 'ok' ? '' : `\n                ${styled('dim', cure)}`;
  return `${sign}  ${name.padEnd(8)} ${says}${more}`;
}
