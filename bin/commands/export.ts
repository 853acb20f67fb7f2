import type { Command } from 'commander';
import { simplifiedUnit } from '#lib/clean/repairs/traditional.ts';
import { type Exported, exportDocuments } from '#lib/consume/export-documents.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import type { ExportedFile } from '#lib/model/export-files.ts';
import { EXPORT_CURRENT_KEY } from '#lib/model/keys.ts';
import { counted } from '../cli/counted.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { addFilterOptions, type FilterOptions, filterOf } from '../cli/filter-options.ts';
import { recordFormat } from '../cli/record-format.ts';
import { requireStore } from '../cli/require-store.ts';
import { watchedStore } from '../cli/watched-store.ts';
import { workProgress } from '../cli/work-progress.ts';

interface ExportCommandOptions extends FilterOptions {
  readonly out: string;
  readonly to?: string;
  readonly format: string;
  readonly incremental?: boolean;
  /** Commander's name for what --no-near-duplicates turns off. */
  readonly nearDuplicates: boolean;
  readonly purge?: boolean;
  readonly json?: boolean;
}

const TRAILING_SLASHES = /\/{1,16}$/;

/** `winnow export`: the documents in Parquet or JSON Lines, for tools that read files. */
export function addExportCommand(program: Command, setExit: (code: number) => void): void {
  const command = program
    .command('export')
    .description('pack the documents with their rows in Parquet or JSON Lines')
    .option('--format <format>', 'parquet, jsonl (gzipped JSON Lines)', 'parquet')
    .option('--out <dir|s3://bucket/prefix>', 'the store that is read', DEFAULT_STORE)
    .option('--to <dir|s3://bucket/prefix>', 'where exports/ is written (default: the store)')
    .option('--incremental', 'only what changed since the export before, in files of its own')
    .option('--no-near-duplicates', 'do not look for near duplicates (reads each text once less)')
    .option('--purge', 'remove the files of the export before too')
    .option('--json', 'print what was written as JSON');
  addFilterOptions(command)
    .addHelpText(
      'after',
      `
${EXPORT_CURRENT_KEY} names the files; docs/consumers.md shows how to read them.

Examples:
  winnow export --out corpus --to export
  winnow export --incremental --out s3://my-bucket/corpus
  winnow export --format jsonl --language zh --complete --min-chars 200 --out corpus`,
    )
    .action(async (options: ExportCommandOptions) => setExit(await run(options)));
}

async function run(options: ExportCommandOptions): Promise<number> {
  const filter = filterOf(options);
  const format = await recordFormat(options.format);
  const to = options.to ?? options.out;
  const store = await openObjectStore(options.out, { readOnly: true });
  const { totals } = await requireStore(store, options.out);
  const progress = workProgress(process.stderr, 'objects');
  const watched = watchedStore(store, progress, totals['published'] ?? null);
  const exported = await exportDocuments(watched, {
    format,
    filter,
    to: await openObjectStore(to),
    isIncremental: options.incremental ?? false,
    purge: options.purge ?? false,
    ...(options.nearDuplicates ? { nearDuplicates: { fold: simplifiedUnit } } : {}),
    ...(to.startsWith('s3:') ? { uri: `${to.replace(TRAILING_SLASHES, '')}/` } : {}),
  }).finally(progress.stop);
  process.stdout.write(options.json ? `${JSON.stringify(exported.current)}\n` : told(exported));
  return EXIT.done;
}

function told({ current, kind, because }: Exported): string {
  const { nearDuplicates: near, increments, commit } = current;
  const increment = increments.at(-1);
  if (kind === 'nothing-new') return `nothing new since commit ${increment?.commit ?? commit}\n`;
  const written = (kind === 'increment' && increment) || current;
  const lines = because === null ? [] : [`a full export: ${because}`];
  lines.push(...written.files.map(fileLine));
  if ('removed' in written) lines.push(`${counted(written.removed.rows, 'id')} no more published`);
  const what = kind === 'full' ? 'document' : 'new or changed document';
  lines.push(`${counted(written.rows, what)} as of commit ${written.commit} (${written.at})`);
  if (near) lines.push(`${near.documents} of all are near duplicates of another`);
  return `${lines.join('\n')}\n`;
}

function fileLine({ key, rows, bytes }: ExportedFile): string {
  return `${key}  ${counted(rows, 'document')}  ${bytes} bytes`;
}
