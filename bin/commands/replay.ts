import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ArchivedExchange } from '#lib/io/archived-exchange.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { readWarcFile } from '#lib/io/warc-file.ts';
import { replayWarc } from '#lib/local/replay-warc.ts';
import { sha256 } from '#lib/model/digest.ts';
import { PermanentError, UsageError } from '#lib/model/errors.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { failureLines, isFailed } from '../cli/failure-lines.ts';
import { interruptSignal } from '../cli/interrupt-signal.ts';
import { localPorts } from '../cli/local-ports.ts';
import { printReport } from '../cli/print-report.ts';
import { runProgress } from '../cli/progress.ts';
import { stateTable } from '../cli/state-table.ts';

const NOT_IN_NAME = /[^a-z0-9]+/g;
const EDGE_HYPHENS = /^-|-$/g;
const WARC_SUFFIX = /\.warc(?:\.gz)?$/i;

/** `winnow replay`: documents from WARC files, ours or made by others, without any request. */
export function addReplayCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('replay')
    .description('take the pages of WARC files into a store as if fetched, and clean them')
    .argument('<file...>', 'WARC files, gzipped or not')
    .option('--out <dir|s3://bucket/prefix>', 'where the results go', DEFAULT_STORE)
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Of several records of a URL the last counts. Interrupted, the same command goes on.

Examples:
  winnow replay crawl-2024.warc.gz --out corpus
  winnow replay archive/*.warc --json`,
    )
    .action(async (files: string[], options: { out: string; json?: boolean }) =>
      setExit(await replay(files, options)),
    );
}

async function replay(
  files: readonly string[],
  { out, json }: { readonly out: string; readonly json?: boolean },
): Promise<number> {
  for (const file of files) await requireFile(file);
  const source = sourceOf(files);
  const store = await openObjectStore(out);
  const ports = localPorts(store, { userAgent: 'winnow', allowPrivate: false });
  const interrupt = interruptSignal();
  const progress = runProgress(process.stderr);
  const damaged = new Map<string, string>();
  try {
    const summary = await replayWarc(ports, source, {
      exchanges: () => exchangesOf(files, damaged),
      location: out,
      signal: interrupt.signal,
      onRow: progress.onRow,
      onStart: ({ resumed }) => {
        if (resumed) process.stderr.write(`continuing the replay ${source.name}\n`);
      },
    }).finally(progress.stop);
    const { rows, runId, complete, report } = summary;
    const result = json
      ? JSON.stringify({ source: source.name, runId, complete, report: report.key, rows })
      : `\nrun ${runId} of ${source.name}\n${stateTable(rows)}`;
    process.stdout.write(`${result}\n`);
    if (!json) printReport(summary, out);
    process.stderr.write(failureLines(rows, out));
    for (const line of damaged.values()) process.stderr.write(`${line}\n`);
    if (interrupt.signal.aborted) return EXIT.interrupted;
    return damaged.size > 0 || rows.some(isFailed) ? EXIT.someFailed : EXIT.done;
  } finally {
    interrupt.dispose();
    await ports.http.close();
  }
}

/**
 * The records of all files. A file that is damaged after its first page, as a killed crawler leaves
 * it, gives what comes before; why it ends there is told in `damaged`.
 */
async function* exchangesOf(
  files: readonly string[],
  damaged: Map<string, string>,
): AsyncGenerator<ArchivedExchange> {
  for (const file of files) {
    let pages = 0;
    try {
      for await (const exchange of readWarcFile(createReadStream(file))) {
        pages += 1;
        yield exchange;
      }
    } catch (error) {
      if (pages === 0 || !(error instanceof PermanentError)) throw error;
      damaged.set(file, `${file}: read up to page ${pages}: ${error.message}`);
    }
  }
}

async function requireFile(file: string): Promise<void> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) throw new UsageError(`no such file: ${file}`);
}

/** Named after the files: the same files are the same source, so that a replay can go on. */
function sourceOf(files: readonly string[]): SourceDefinition {
  const first = basename(files[0] ?? '').replace(WARC_SUFFIX, '');
  const words = first.toLowerCase().replaceAll(NOT_IN_NAME, '-').slice(0, 40);
  const digest = sha256([...files].sort().join('\n')).slice(0, 8);
  const name = ['replay', words.replaceAll(EDGE_HYPHENS, ''), digest].filter(Boolean).join('-');
  return sourceDefinition.parse({ name });
}
