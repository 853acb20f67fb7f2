import type { Command } from 'commander';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import type { RunSummary } from '#lib/local/finish-run.ts';
import type { PageFile } from '#lib/local/import-files.ts';
import { localRun } from '#lib/local/local-run.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { failureLines, isFailed } from '../cli/failure-lines.ts';
import { interruptSignal } from '../cli/interrupt-signal.ts';
import { adhocSource, filesSource, loadSource } from '../cli/load-source.ts';
import { localPorts } from '../cli/local-ports.ts';
import { printReport } from '../cli/print-report.ts';
import { runProgress } from '../cli/progress.ts';
import { readInput } from '../cli/read-input.ts';
import { stateTable } from '../cli/state-table.ts';
import { totalLines } from '../cli/total-lines.ts';
import { typeOfFile } from '../cli/type-of-file.ts';
import { userAgentFor } from '../cli/user-agent.ts';

interface RunOptions {
  readonly out: string;
  readonly contact?: string;
  readonly due?: boolean;
  readonly allowPrivate?: boolean;
  readonly maxPages?: string;
  readonly json?: boolean;
}

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Anything with a suffix of a page is a page; a source file ends in .json. */
const PAGE_FILE = /\.(?:html?|xhtml|txt|text|shtml|aspx?|php|pdf|docx?)(?:\.gz)?$/i;

const SHOWN_EXAMPLES = 2;

/** `winnow run`: fetch, clean and store whole sources or single URLs, on this machine. */
export function addRunCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('run')
    .description('fetch sources or URLs, clean them, write documents and manifest')
    .argument('<what...>', 'names of sources in sources/, source files (.json), URLs, page files')
    .option('--out <dir|s3://bucket/prefix>', 'where the results go', DEFAULT_STORE)
    .option('--contact <address>', 'your mail or URL, sent to the sites (or WINNOW_CONTACT)')
    .option('--due', 'ask only URLs whose due date has come')
    .option('--max-pages <n>', 'fetch at most n pages')
    .option(
      '--allow-private',
      'let URLs point to private addresses, such as a server on this machine',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (what: string[], options: RunOptions) => setExit(await run(what, options)));
}

const EXAMPLES = `
A run that was interrupted or killed goes on when it is started again.

Examples:
  winnow run https://example.org/a/1.html --contact you@example.org
  winnow run essays --out ./corpus
  winnow run sources/essays.json --out s3://my-bucket/corpus`;

async function run(what: readonly string[], options: RunOptions): Promise<number> {
  const jobs = await chooseJobs(what, options);
  const store = await openObjectStore(options.out);
  const isOffline = jobs.every(
    ({ source }) =>
      source.seeds.length +
        source.listings.length +
        source.sitemaps.length +
        source.feeds.length ===
      0,
  );
  const userAgent = isOffline ? 'winnow' : userAgentFor(options.contact);
  const ports = localPorts(store, { userAgent, allowPrivate: options.allowPrivate ?? false });
  const interrupt = interruptSignal();
  try {
    let code: number = EXIT.done;
    for (const { source, files } of jobs) {
      if (interrupt.signal.aborted) break;
      const progress = runProgress(process.stderr);
      const summary = await localRun(ports, source, {
        userAgent,
        dueOnly: options.due ?? false,
        files,
        location: options.out,
        signal: interrupt.signal,
        onRow: progress.onRow,
        onStart: ({ runId, resumed }) => {
          if (resumed) process.stderr.write(`continuing run ${runId} of ${source.name}\n`);
        },
      }).finally(progress.stop);
      printSummary(source, summary, options);
      code = Math.max(code, summary.rows.some(isFailed) ? EXIT.someFailed : EXIT.done);
    }
    if (interrupt.signal.aborted) {
      process.stderr.write('interrupted: the same command goes on where this one stopped\n');
      return EXIT.interrupted;
    }
    return code;
  } finally {
    interrupt.dispose();
    await ports.http.close();
  }
}

interface Job {
  readonly source: SourceDefinition;
  readonly files: readonly PageFile[];
}

async function chooseJobs(what: readonly string[], options: RunOptions): Promise<Job[]> {
  const urls = what.filter((name) => HAS_SCHEME.test(name));
  const files = what.filter((name) => PAGE_FILE.test(name) && !HAS_SCHEME.test(name));
  const named = what.filter((name) => !HAS_SCHEME.test(name) && !PAGE_FILE.test(name));
  const jobs: Job[] = [];
  for (const name of named) jobs.push({ source: await loadSource(name), files: [] });
  if (urls.length > 0) jobs.push({ source: adhocSource(urls), files: [] });
  if (files.length > 0) jobs.push({ source: filesSource(files), files: await readFiles(files) });
  return jobs.map(({ source, files: pages }) => ({
    source: withLimits(source, options),
    files: pages,
  }));
}

async function readFiles(names: readonly string[]): Promise<PageFile[]> {
  const files: PageFile[] = [];
  for (const name of names) {
    const bytes = await readInput(name);
    files.push({ name, bytes, contentType: typeOfFile(name, bytes) });
  }
  return files;
}

function withLimits(source: SourceDefinition, { maxPages }: RunOptions): SourceDefinition {
  if (maxPages === undefined) return source;
  const pages = Number(maxPages);
  if (!Number.isInteger(pages) || pages < 1) {
    throw new UsageError(`--max-pages must be a whole number from 1: ${maxPages}`);
  }
  return { ...source, budget: { ...source.budget, pages } };
}

function printSummary(source: SourceDefinition, summary: RunSummary, options: RunOptions): void {
  const { rows, runId, complete, totals } = summary;
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ source: source.name, runId, complete, ...totals, report: summary.report.key, rows })}\n`,
    );
    return;
  }
  const sum = rows.length;
  process.stdout.write(`\nrun ${runId} of ${source.name}\n${stateTable(rows)}\n`);
  if (complete) process.stdout.write(`  every one of ${sum} URLs ended in exactly one state\n`);
  process.stdout.write(totalLines(totals, SHOWN_EXAMPLES));
  printReport(summary, options.out);
  process.stderr.write(failureLines(rows, options.out));
}
