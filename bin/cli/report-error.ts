import { CommanderError } from 'commander';
import { ConflictError, PermanentError, RetryableError, UsageError } from '#lib/model/errors.ts';
import { EXIT } from './exit-codes.ts';

/** One line on stderr for whatever went wrong, and the exit code that belongs to it. */
export function reportError(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) {
    // commander has written its own line; --help and --version end here too
    return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  }
  process.stderr.write(`winnow: ${lineOf(error)}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof UsageError ? EXIT.wrongUsage : EXIT.someFailed;
}

function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const known =
    error instanceof UsageError ||
    error instanceof PermanentError ||
    error instanceof RetryableError ||
    error instanceof ConflictError;
  const text = oneLine(error.message);
  return known ? text : `unexpected: ${text} (--debug shows where)`;
}

const LINE_BREAKS = /[\r\n]+/;

function oneLine(text: string): string {
  return text
    .trim()
    .split(LINE_BREAKS)
    .map((line) => line.trim())
    .join(' ');
}
