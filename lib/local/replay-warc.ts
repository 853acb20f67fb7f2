/**
 * Archived responses into a run as if they had been fetched: WARC files of any maker in, documents
 * and one terminal state for each URL out. No request is made.
 */
import { CLEANER_VERSION } from '../clean/cleaner-version.ts';
import { lookupUrls } from '../consume/lookup.ts';
import { leftAlone } from '../fetch/endings.ts';
import type { TakenPart } from '../fetch/item-result.ts';
import type { Exchange } from '../io/warc.ts';
import { commitSegments } from '../manifest/commit.ts';
import { compact } from '../manifest/compact.ts';
import { sweep } from '../manifest/sweep.ts';
import { writeSegment } from '../manifest/write-segment.ts';
import { canonicalUrl } from '../model/canonical-url.ts';
import { documentId } from '../model/document-id.ts';
import type { FetchedPage, FetchItem } from '../model/messages.ts';
import { type RawReference, ROW_SCHEMA, type Row, type UrlState } from '../model/row.ts';
import type { RunRecord } from '../model/run.ts';
import type { SourceDefinition } from '../model/source.ts';
import { isTerminal } from '../model/states.ts';
import { readRunRows } from '../run/read-run-rows.ts';
import { runStates } from '../run/resume.ts';
import { completeRun, openRun } from '../run/run-records.ts';
import { runTotals } from '../run/run-totals.ts';
import { previousFetchOf } from '../source/previous-fetch.ts';
import { cleanStage } from '../stages/clean-stage.ts';
import type { Ports } from '../stages/stage.ts';
import type { RunSummary } from './local-run.ts';
import { replayedEnding } from './replayed-ending.ts';
import { NO_REPORT, writeReport } from './write-report.ts';

const BATCH_EXCHANGES = 50;
const BATCH_BYTES = 32 * 1024 * 1024;

export interface ReplayOptions {
  /** Reads all files from the beginning; called twice. */
  readonly exchanges: () => AsyncIterable<Exchange>;
  /** The store as the command line names it, for the commands a report shows. */
  readonly location?: string;
  readonly signal: AbortSignal;
  readonly onRow: (row: Row) => void;
  readonly onStart: (run: { readonly runId: string; readonly resumed: boolean }) => void;
}

/** The record of a URL that counts. */
interface Chosen {
  readonly ordinal: number;
  readonly fetchedAt: string;
  readonly isAnswer: boolean;
}

/**
 * Replays to the end, or until the signal is aborted; calling it again continues. Of several
 * records of a URL the last counts, but a failed attempt (304, 429, 5xx) hides no answer.
 * Memory: one batch, and the URLs.
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
  const done = new Set(
    before.filter((row) => isTerminal(row.state)).map((row) => row.canonicalUrl),
  );

  const chosen = await chooseRecords(options.exchanges());
  const wanted = (exchange: Exchange, ordinal: number): boolean => {
    const address = addressOf(exchange.url);
    return address !== null && !done.has(address) && chosen.get(address)?.ordinal === ordinal;
  };
  for await (const batch of inBatches(options.exchanges(), wanted)) {
    if (options.signal.aborted) break;
    const rows = await replayBatch(batch, record, ports);
    const segments = rows.map(({ segment }) => segment);
    await commitSegments(segments, deps);
    for (const { rows: written } of rows) for (const row of written) options.onRow(row);
  }

  const rows = [...runStates(await readRunRows(store, record.runId)).values()];
  const totals = await runTotals(store, record, rows);
  const complete = rows.every((row) => isTerminal(row.state)) && !options.signal.aborted;
  const completedAt = new Date(clock.now()).toISOString();
  const ended = { ...record, completedAt, discovered: rows.length, states: countTerminal(rows) };
  if (complete) {
    const completedAt = new Date(clock.now()).toISOString();
    await completeRun(store, run, { ...record, completedAt, ...totals });
    await compact(deps);
  }
  return { runId: record.runId, resumed: run.resumed, rows, totals, complete };
}

/** Which record of each URL is taken; records may come in any order of time. */
async function chooseRecords(exchanges: AsyncIterable<Exchange>): Promise<Map<string, Chosen>> {
  const chosen = new Map<string, Chosen>();
  let ordinal = 0;
  for await (const { url, fetchedAt, status } of exchanges) {
    const address = addressOf(url);
    const isAnswer = status !== 304 && status !== 429 && status < 500;
    const known = address === null ? undefined : chosen.get(address);
    const isBetter =
      known === undefined ||
      (isAnswer === known.isAnswer ? fetchedAt >= known.fetchedAt : isAnswer);
    if (address !== null && isBetter) chosen.set(address, { ordinal, fetchedAt, isAnswer });
    ordinal++;
  }
  return chosen;
}

async function* inBatches(
  exchanges: AsyncIterable<Exchange>,
  wanted: (exchange: Exchange, ordinal: number) => boolean,
): AsyncGenerator<Exchange[]> {
  let batch: Exchange[] = [];
  let bytes = 0;
  let ordinal = 0;
  for await (const exchange of exchanges) {
    if (!wanted(exchange, ordinal++)) continue;
    batch.push(exchange);
    bytes += exchange.payload.length;
    if (batch.length < BATCH_EXCHANGES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

interface Written {
  readonly rows: readonly Row[];
  readonly segment: { readonly key: string; readonly rows: number };
}

/** One batch through archive, fetch's endings and clean; what it leaves is durable, not committed. */
async function replayBatch(
  exchanges: readonly Exchange[],
  record: RunRecord,
  ports: Ports,
): Promise<Written[]> {
  const { store, clock, ulid } = ports;
  const addresses = exchanges.map(({ url }) => addressOf(url) ?? url);
  const known = await lookupUrls(store, addresses);
  const ended = exchanges.map((exchange, index) =>
    endExchange(exchange, addresses[index] ?? exchange.url, known, record.source),
  );
  const archived = ended.flatMap(({ ending }) => ending.exchange ?? []);
  const references = await ports.warcWriter.write(archived);
  const raws = new Map(archived.map((exchange, index) => [exchange, references[index]]));

  const at = new Date(clock.now()).toISOString();
  const run = { run: record.runId, source: record.source.name };
  const rowOf = ({ previous: _, ...address }: FetchItem, rest: Partial<Row>): Row => ({
    schema: ROW_SCHEMA,
    ulid: ulid(),
    ...run,
    ...address,
    at,
    state: 'discovered',
    reason: 'seed',
    detail: null,
    fetch: null,
    content: null,
    presence: null,
    ...rest,
  });
  const rows = ended.map(({ item }) => rowOf(item, {}));
  const pages: FetchedPage[] = [];
  for (const { item, ending, part } of ended) {
    const raw = ending.exchange ? (raws.get(ending.exchange) ?? null) : null;
    const { state, reason, detail, presence } = ending;
    const fetch = ending.fetch && raw ? { ...ending.fetch, raw } : ending.fetch;
    rows.push(rowOf(item, { state, reason, detail, presence, fetch }));
    if (part && raw) pages.push(pageOf(item, part, raw));
  }
  const segment = await writeSegment(rows, { store, now: () => clock.now(), ulid });
  if (pages.length === 0) return [{ rows, segment }];
  const message = { runId: record.runId, source: record.source.name, pages };
  const cleaned = await cleanStage(message, ports, { record, profile: async () => null });
  const second = cleaned.segment ? [{ rows: cleaned.rows, segment: cleaned.segment }] : [];
  return [{ rows, segment }, ...second];
}

function endExchange(
  exchange: Exchange,
  address: string,
  known: ReadonlyMap<string, UrlState>,
  source: SourceDefinition,
) {
  const state = known.get(address);
  const item: FetchItem = {
    id: documentId(address),
    url: exchange.url,
    canonicalUrl: address,
    kind: 'page',
    depth: 0,
    hop: 0,
    via: null,
    previous: state ? previousFetchOf(state) : null,
  };
  if (state?.presence?.value === 'taken-down') {
    return { item, ending: leftAlone('taken-down', 'takedown', null), part: null };
  }
  return { item, ...replayedEnding(item, exchange, { source, cleanerVersion: CLEANER_VERSION }) };
}

function pageOf(item: FetchItem, part: TakenPart, raw: RawReference): FetchedPage {
  const { url, canonicalUrl: canonical, fetchedAt, contentType, payloadDigest, robots } = part;
  const one = { url, canonicalUrl: canonical, fetchedAt, contentType, payloadDigest, raw };
  return { item, parts: [{ ...one, robots: [...robots] }], partsMissing: false };
}

/** Canonical URL of a record; a page that was taken in from a file keeps its digest as its address. */
function addressOf(url: string): string | null {
  return url.toLowerCase().startsWith('urn:sha256:') ? url : canonicalUrl(url);
}
