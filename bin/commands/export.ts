import type { Command } from 'commander';
import { exportDocuments } from '#lib/consume/export-documents.ts';
import type { StateFilter } from '#lib/consume/state-filter.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { RecordFormat } from '#lib/model/export-files.ts';
import { EXPORT_CURRENT_KEY } from '#lib/model/keys.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { requireStore } from '../cli/require-store.ts';
import { DEFAULT_STORE } from './run.ts';

interface ExportCommandOptions {
  readonly out: string;
  readonly to?: string;
  readonly format: string;
  readonly source?: string;
  readonly language?: string;
  readonly complete?: boolean;
  readonly minChars?: string;
  readonly since?: string;
  readonly purge?: boolean;
}

const TRAILING_SLASHES = /\/+$/;
/** A day, or a time with its zone. */
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** `winnow export`: the documents in Parquet or JSON Lines, for tools that read files. */
export function addExportCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('export')
    .description('pack the documents with their rows in Parquet or JSON Lines')
    .option('--format <format>', 'parquet, jsonl (gzipped JSON Lines)', 'parquet')
    .option('--out <dir|s3://bucket/prefix>', 'the store that is read', DEFAULT_STORE)
    .option('--to <dir|s3://bucket/prefix>', 'where exports/ is written (default: the store)')
    .option('--source <name>', 'only of this source')
    .option('--language <tag>', 'only of this language: zh takes zh-Hans and zh-Hant')
    .option('--complete', 'only documents that are whole')
    .option('--min-chars <n>', 'only texts of at least n characters')
    .option('--since <time>', 'only URLs a run reached since this day or time (ISO 8601)')
    .option('--purge', 'remove the files of the export before too (after a takedown)')
    .addHelpText(
      'after',
      `\n${EXPORT_CURRENT_KEY} names the files; docs/consumers.md shows how to read them.`,
    )
    .action(async (options: ExportCommandOptions) => setExit(await run(options)));
}

async function run(options: ExportCommandOptions): Promise<number> {
  const filter = filterOf(options);
  const format = await formatOf(options.format);
  const to = options.to ?? options.out;
  const store = await openObjectStore(options.out, { readOnly: true });
  await requireStore(store, options.out);
  const done = await exportDocuments(store, {
    format,
    filter,
    to: await openObjectStore(to),
    purge: options.purge ?? false,
    ...(to.startsWith('s3:') ? { uri: `${to.replace(TRAILING_SLASHES, '')}/` } : {}),
  });
  for (const { key, rows, bytes } of done.files) {
    process.stdout.write(`${key}  ${rows} documents  ${bytes} bytes\n`);
  }
  process.stdout.write(`${done.rows} documents as of commit ${done.commit} (${done.at})\n`);
  return EXIT.done;
}

/** Loaded on demand: other commands need no writer. */
async function formatOf(name: string): Promise<RecordFormat> {
  switch (name) {
    case 'parquet':
      return (await import('#lib/io/parquet-records.ts')).parquetRecords;
    case 'jsonl':
      return (await import('#lib/io/jsonl-records.ts')).jsonlRecords;
    default:
      throw new UsageError(`unknown format ${name}: one of parquet, jsonl`);
  }
}

function filterOf(options: ExportCommandOptions): StateFilter {
  const { source, language, complete, minChars, since } = options;
  return {
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
    ...(complete ? { complete } : {}),
    ...(minChars === undefined ? {} : { minChars: wholeNumber(minChars) }),
    ...(since === undefined ? {} : { changedSince: isoTime(since) }),
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (text === '' || !Number.isInteger(number) || number < 0) {
    throw new UsageError(`--min-chars must be a whole number from 0: ${text}`);
  }
  return number;
}

function isoTime(text: string): string {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`--since is not a day or time: ${text}`);
  return new Date(time).toISOString();
}
