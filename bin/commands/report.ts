import type { Command } from 'commander';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { CONTENT_POLICY } from '#lib/report/html/document-shell.ts';
import { warningsOfRun } from '#lib/report/warnings-of-run.ts';
import { storeReport } from '#lib/run/run-report.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { findRun } from '../cli/find-run.ts';
import { interruptSignal } from '../cli/interrupt-signal.ts';
import { wholeNumber } from '../cli/number-options.ts';
import { openInBrowser } from '../cli/open-in-browser.ts';
import { reportPages } from '../cli/report-pages.ts';
import { requireStore } from '../cli/require-store.ts';
import { servePages } from '../cli/serve-pages.ts';
import { placeOf } from '../cli/store-place.ts';
import { storeReportOf } from '../cli/store-report.ts';
import { workProgress } from '../cli/work-progress.ts';
import { writePage } from '../cli/write-page.ts';

interface ReportOptions {
  readonly out: string;
  readonly to?: string;
  readonly views: string;
  readonly serve?: boolean;
  readonly port: string;
  readonly open?: boolean;
  readonly json?: boolean;
}

/** `winnow report`: a run as a page. */
export function addReportCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('report')
    .description('show a run as a page: what became of every URL, warnings first')
    .argument('[run]', 'id of a run or its beginning, or a source: its latest run', undefined)
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--to <file>', 'write the page here instead of into the store')
    .option('--views <n|all>', 'before-and-after views the file holds', '200')
    .option('--serve', 'serve it on this machine, with the view of every page, until Ctrl-C')
    .option('--port <n>', 'where --serve listens; 0: any free port', '8480')
    .option('--open', 'open it in the browser')
    .option('--json', 'print figures and warnings as JSON')
    .addHelpText(
      'after',
      `
Without a run: the latest one. A run writes its report by itself; this makes it again.

Examples:
  winnow report
  winnow report --serve --open
  winnow report essays --to report.html --views all
  winnow report 01KYFD --out s3://my-bucket/corpus --to report.html`,
    )
    .action(async (run: string | undefined, options: ReportOptions) => {
      setExit(await report(run, options));
    });
}

async function report(wanted: string | undefined, options: ReportOptions): Promise<number> {
  const { out, to, json } = options;
  const maxViews = viewCount(options.views);
  const store = await openObjectStore(out, { readOnly: true });
  await requireStore(store, out);
  const record = await findRun(store, wanted);
  if (options.serve) return await serve(store, record, options);
  const progress = workProgress(process.stderr, 'views');
  const made = await storeReportOf(store, out, record, {
    maxViews: json ? 0 : maxViews,
    viewsAt: null,
    onView: progress.update,
  }).finally(progress.stop);
  if (json) {
    const { figures, earlier } = made.input;
    const warnings = warningsOfRun(record, figures, earlier);
    process.stdout.write(
      `${JSON.stringify({ figures, warnings, views: made.input.views.size })}\n`,
    );
    return EXIT.done;
  }
  if (to !== undefined) await writePage(to, made.html);
  const file = to ?? placeOf(out, (await storeReport(await openObjectStore(out), made)).key);
  process.stdout.write(`${file}\n`);
  if (options.open) openInBrowser(file);
  return EXIT.done;
}

async function serve(
  store: ObjectStore,
  record: RunRecord,
  { out, port, open }: ReportOptions,
): Promise<number> {
  const interrupt = interruptSignal({ isQuiet: true });
  const served = await servePages(reportPages(store, out, record), {
    port: wholeNumber('--port', port),
    policy: CONTENT_POLICY,
  });
  try {
    process.stdout.write(`report of run ${record.runId} at ${served.url} (Ctrl-C ends)\n`);
    if (open) openInBrowser(served.url);
    await new Promise<void>((resolve) => {
      interrupt.signal.addEventListener('abort', () => resolve());
    });
    return EXIT.done;
  } finally {
    interrupt.dispose();
    await served.close();
  }
}

function viewCount(text: string): number {
  return text === 'all' ? Number.POSITIVE_INFINITY : wholeNumber('--views', text);
}
