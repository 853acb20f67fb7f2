/**
 * `npm start`: the main job end to end on this machine. Serves the sample site on loopback, crawls it
 * through the code every site gets, and shows what came of it. Run twice, the second run finds
 * everything unchanged.
 */

import { snapshot } from '#lib/consume/snapshot.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import type { RunSummary } from '#lib/local/finish-run.ts';
import { localRun } from '#lib/local/local-run.ts';
import { documentKey } from '#lib/model/keys.ts';
import { sampleSource } from '#samples/sample-source.ts';
import { serveSamples } from '#samples/serve-samples.ts';
import { endOnClosedPipe } from './cli/closed-pipe.ts';
import { DEFAULT_STORE } from './cli/default-store.ts';
import { EXIT } from './cli/exit-codes.ts';
import { interruptSignal } from './cli/interrupt-signal.ts';
import { localPorts } from './cli/local-ports.ts';
import { runProgress } from './cli/progress.ts';
import { reportError } from './cli/report-error.ts';
import { stateTable } from './cli/state-table.ts';
import { placeOf } from './cli/store-place.ts';

/** The same port every time: a document is known by its URL, and the port is part of it. */
const SAMPLE_PORT = 8437;
const USER_AGENT = 'winnow/0.1 (+https://example.org/winnow-sample)';
const TITLE_WIDTH = 34;

process.stdout.on('error', endOnClosedPipe);
process.exitCode = await start().catch((error: unknown) => reportError(error, true));

async function start(): Promise<number> {
  const out = process.argv[2] ?? DEFAULT_STORE;
  const store = await openObjectStore(out);
  const site = await serveSamples({ port: SAMPLE_PORT });
  const ports = localPorts(store, { userAgent: USER_AGENT, allowPrivate: true });
  const interrupt = interruptSignal();
  const progress = runProgress(process.stderr);
  print(`Serving the sample site at ${site.url} and crawling it into ${out}/ …\n`);
  try {
    const summary = await localRun(ports, sampleSource(site.url), {
      userAgent: USER_AGENT,
      dueOnly: false,
      location: out,
      signal: interrupt.signal,
      onRow: progress.onRow,
      onStart: ({ runId, resumed }) => print(`${resumed ? 'continuing run' : 'run'} ${runId}`),
    }).finally(progress.stop);
    print(`\nWhat became of each URL:\n${stateTable(summary.rows)}`);
    if (!summary.complete) {
      print('\ninterrupted: npm start goes on where this stopped');
      return EXIT.interrupted;
    }
    print(`  every one of ${summary.rows.length} URLs ended in exactly one state\n`);
    await printDocuments(out, summary);
    return EXIT.done;
  } finally {
    interrupt.dispose();
    await ports.http.close();
    await site.close();
  }
}

async function printDocuments(out: string, { report }: RunSummary): Promise<void> {
  print('Documents:');
  let first: string | null = null;
  const store = await openObjectStore(out);
  for await (const { id, content } of snapshot(store, { filter: { published: true } })) {
    if (!content?.sha) continue;
    first ??= id;
    const title = content.title || '(untitled)';
    print(`  ${title.slice(0, TITLE_WIDTH)}\n      ${out}/${documentKey(id, content.sha)}`);
  }
  print(`
The manifest begins at ${out}/manifest/index.json. Look around:
  ${report.key ? `open ${placeOf(out, report.key)} in a browser: the report of the run` : `no report: ${report.problem}`}
  npm run --silent winnow -- report --serve
  npm run --silent winnow -- ls
  npm run --silent winnow -- cat ${first?.slice(0, 10) ?? 'ID'} --format markdown
Run npm start again: everything is unchanged.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
