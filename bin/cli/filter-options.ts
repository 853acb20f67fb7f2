import type { Command } from 'commander';
import type { StateFilter } from '#lib/consume/state-filter.ts';
import { UsageError } from '#lib/model/errors.ts';
import { state as stateSchema } from '#lib/model/states.ts';
import { share, wholeNumber } from './number-options.ts';

/** Options that choose URLs and documents, as commander gives them. */
export interface FilterOptions {
  readonly source?: string;
  readonly host?: string;
  readonly language?: string;
  readonly publishedSince?: string;
  readonly publishedUntil?: string;
  readonly since?: string;
  readonly complete?: boolean;
  readonly incomplete?: boolean;
  readonly minChars?: string;
  readonly minConfidence?: string;
  readonly withoutDuplicates?: boolean;
}

const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
/** A day, or a time with its zone. */
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Adds the options to a command. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--source <name>', 'only of this source')
    .option('--host <host>', 'only of this host')
    .option('--language <tag>', 'only in this language: zh takes zh-Hans and zh-Hant')
    .option(
      '--published-since <date>',
      'only documents dated on or after (2024, 2024-05, 2024-05-01)',
    )
    .option('--published-until <date>', 'only documents dated up to the end of')
    .option('--since <time>', 'only URLs a run reached since this day or time (ISO 8601)')
    .option('--complete', 'only documents that are whole')
    .option('--incomplete', 'only documents that are not whole')
    .option('--min-chars <n>', 'only texts of at least n characters')
    .option('--min-confidence <share>', 'only texts that are right with this probability (0 to 1)')
    .option('--without-duplicates', 'leave out texts another document stands for');
}

/**
 * The filter a person asks for.
 * @throws UsageError naming the option whose value is none
 */
export function filterOf(options: FilterOptions): StateFilter {
  const { source, host, language, publishedSince, publishedUntil, since } = options;
  const { complete, incomplete, minChars, minConfidence, withoutDuplicates } = options;
  if (complete && incomplete) throw new UsageError('--complete and --incomplete leave nothing');
  return {
    ...(source === undefined ? {} : { source }),
    ...(host === undefined ? {} : { host: host.toLowerCase() }),
    ...(language === undefined ? {} : { language }),
    ...(publishedSince === undefined
      ? {}
      : { publishedSince: date('--published-since', publishedSince) }),
    ...(publishedUntil === undefined
      ? {}
      : { publishedUntil: date('--published-until', publishedUntil) }),
    ...(since === undefined ? {} : { changedSince: isoTime(since) }),
    ...(complete ? { complete: true } : incomplete ? { complete: false } : {}),
    ...(minChars === undefined ? {} : { minChars: wholeNumber('--min-chars', minChars) }),
    ...(minConfidence === undefined
      ? {}
      : { minConfidence: share('--min-confidence', minConfidence) }),
    ...(withoutDuplicates ? { withoutDuplicates } : {}),
  };
}

/** The states a person names: one or several with commas. */
export function statesOf(text: string): NonNullable<StateFilter['states']> {
  return text.split(',').map((name) => {
    const found = stateSchema.safeParse(name.trim());
    if (found.success) return found.data;
    throw new UsageError(`no such state: ${name}; one of ${stateSchema.options.join(', ')}`);
  });
}

function date(option: string, text: string): string {
  if (DATE.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new UsageError(`${option} is not a date: ${text} (write 2024, 2024-05 or 2024-05-01)`);
}

function isoTime(text: string): string {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`--since is not a day or time: ${text}`);
  return new Date(time).toISOString();
}
