/**
 * Archived responses into a run as if they had been fetched: WARC files of any maker in, documents
 * and one terminal state for each URL out. No request is made.
 */
import type { ArchivedExchange } from '#lib/io/archived-exchange.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { type Segment, writeSegment } from '#lib/manifest/write-segment.ts';
import type { FetchedPage } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { isTerminal } from '#lib/model/states.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { runStates } from '#lib/run/resume.ts';
import { openRun } from '#lib/run/run-records.ts';
import { cleanStage } from '#lib/stages/clean-stage.ts';
import type { Ports } from '#lib/stages/stage.ts';
import { type ChosenExchange, chosenExchanges } from './chosen-exchanges.ts';
import { finishRun, type RunSummary } from './finish-run.ts';
import { replayBatch, replayedRow } from './replay-batch.ts';
import { type HeldPage, type ReplayedArticles, replayedArticles } from './replayed-articles.ts';

const BATCH_EXCHANGES = 50;
const BATCH_BYTES = 32 * 1024 * 1024;

export interface ReplayOptions {
  /** Reads all files from the beginning; called twice. */
  readonly exchanges: () => AsyncIterable<ArchivedExchange>;
  /** The store as the command line names it, for the commands a report shows. */
  readonly location?: string;
  readonly signal: AbortSignal;
  readonly onRow: (row: Row) => void;
  readonly onStart: (run: { readonly runId: string; readonly resumed: boolean }) => void;
}

/**
 * Replays to the end, or until the signal is aborted; calling it again continues. Pages of one
 * article become one document, as in fetch.
 * Memory: one batch, the URLs, and what the pagers of articles name.
 */
export async function replayWarc(
  ports: Ports,
  source: SourceDefinition,
  options: ReplayOptions,
): Promise<RunSummary> {
  const { store, clock, ulid } = ports;
  const deps = { store, now: () => clock.now(), ulid };
  await sweep(deps, { olderThanMs: 0 });
  const startedAt = new Date(clock.now()).toISOString();
  const run = await openRun(store, source, { runId: ulid(), startedAt });
  const { record } = run;
  options.onStart({ runId: record.runId, resumed: run.resumed });
  const before = run.resumed ? [...runStates(await readRunRows(store, record.runId)).values()] : [];
  const done = doneOf(before);

  const profile = hostProfiles(store, record.checkpoint);
  const commit = async (rows: readonly Row[], segment: Segment | null): Promise<void> => {
    if (segment) await commitSegments([segment], deps);
    for (const row of rows) options.onRow(row);
  };
  const clean = async (pages: readonly FetchedPage[]): Promise<void> => {
    const message = { runId: record.runId, source: record.source.name, pages: [...pages] };
    const { rows, segment } = await cleanStage(message, ports, { record, profile });
    await commit(rows, segment);
  };

  const held: HeldPage[] = [];
  const chosen = chosenExchanges(options.exchanges, (address) => !done.has(address));
  for await (const batch of inBatches(chosen)) {
    if (options.signal.aborted) break;
    const replayed = await replayBatch(batch, record, ports);
    await commit(replayed.rows, await writeSegment(replayed.rows, deps));
    held.push(...replayed.held);
    if (replayed.pages.length > 0) await clean(replayed.pages);
  }
  if (!options.signal.aborted) {
    const { pages, parts } = replayedArticles(held, source.maxArticlePages);
    const rows = partRows(parts, record, ports);
    if (rows.length > 0) await commit(rows, await writeSegment(rows, deps));
    for (let at = 0; at < pages.length && !options.signal.aborted; at += BATCH_EXCHANGES) {
      await clean(pages.slice(at, at + BATCH_EXCHANGES));
    }
  }

  return await finishRun(ports, run, options);
}

/** Further pages of an article end with its first. */
function partRows(parts: ReplayedArticles['parts'], record: RunRecord, ports: Ports): Row[] {
  return parts.map(({ page: { item }, of }) =>
    replayedRow({ ...item, via: of }, record, ports, {
      state: 'part-of',
      reason: 'page-of-article',
      detail: of,
    }),
  );
}

/** URLs that need not be read again. A part is done with its article, not before. */
function doneOf(rows: readonly Row[]): Set<string | null> {
  const ended = rows.filter(({ state }) => isTerminal(state));
  const done = new Set<string | null>(ended.map((row) => row.canonicalUrl));
  for (const { state, via, canonicalUrl } of ended) {
    if (state === 'part-of' && !done.has(via)) done.delete(canonicalUrl);
  }
  return done;
}

async function* inBatches(chosen: AsyncIterable<ChosenExchange>): AsyncGenerator<ChosenExchange[]> {
  let batch: ChosenExchange[] = [];
  let bytes = 0;
  for await (const one of chosen) {
    batch.push(one);
    bytes += one.exchange.payload.length;
    if (batch.length < BATCH_EXCHANGES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
