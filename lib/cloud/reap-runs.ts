/**
 * Reap: completes runs that have nothing open, and sends again what was lost on the way.
 * What is open is told by the rows alone, exactly as a local run continues after a kill. A run that
 * still writes rows has lost nothing we could tell from waiting; one that is silent for `lostAfterMs`
 * is sent again what is open, twice that: once more, three times that: it is given up.
 */
import { lookupUrls } from '../consume/lookup.ts';
import type { Messenger } from '../io/messenger.ts';
import type { ObjectStore } from '../io/object-store.ts';
import { writeSegment } from '../manifest/write-segment.ts';
import { packMessages } from '../model/lanes.ts';
import type { FetchItem } from '../model/messages.ts';
import type { Row } from '../model/row.ts';
import type { RunRecord } from '../model/run.ts';
import { readRunRows } from '../run/read-run-rows.ts';
import { firstMessage, leftOver, runStates } from '../run/resume.ts';
import { completeRun, runRecords } from '../run/run-records.ts';
import { runReport, storeReport } from '../run/run-report.ts';
import { runTotals } from '../run/run-totals.ts';
import { sourceLinks } from '../run/source-links.ts';
import { rowMaker } from '../source/discovered-rows.ts';
import { previousFetchOf } from '../source/previous-fetch.ts';
import { offerKnown } from './offer-known.ts';
import { type RunShares, runShares } from './run-shares.ts';

export interface ReapDeps {
  readonly store: ObjectStore;
  readonly messenger: Messenger;
  readonly now: () => number;
  readonly ulid: () => string;
  /** A run silent for longer has lost messages: twice the visibility timeout. */
  readonly lostAfterMs: number;
  /** Between two reaps; a threshold that was passed since the last one is acted on now. */
  readonly everyMs: number;
}

export interface Reaped {
  readonly completed: readonly Completed[];
  readonly sentAgain: number;
  readonly givenUp: number;
}

export interface Completed {
  readonly runId: string;
  readonly source: string;
  readonly shares: RunShares | null;
  /** Why the report could not be written; null: it is. */
  readonly reportProblem: string | null;
}

const GIVE_UP_AFTER = 3;

const LIMITS = { items: 200, itemsPerHost: 50 };

/** Looks at every unfinished run of the store. */
export async function reapRuns(deps: ReapDeps): Promise<Reaped> {
  const completed: Completed[] = [];
  let sentAgain = 0;
  let givenUp = 0;
  for await (const run of runRecords(deps.store)) {
    const { record } = run;
    // cleaning again sends no messages; who interrupted it goes on by the same command
    if (record.completedAt !== null || record.trigger === 'reclean') continue;
    const rows = await readRunRows(deps.store, record.runId);
    const open = leftOver(rows, () => null);
    const links = open.links.filter((link) => !open.seen.has(link.url));
    if (await offerKnown(record, { ...open, links }, deps)) continue;
    const items = [...open.toFetch, ...[...open.toClean, ...open.toRead].map(({ item }) => item)];
    const silence = silenceOf(record, rows, deps);
    const isGivenUp = silence.times >= GIVE_UP_AFTER;
    // no rows at all may also mean that nothing was due; only time tells
    const isEmpty = items.length === 0 && links.length === 0 && rows.length > 0;
    if (isEmpty || (isGivenUp && items.length === 0)) {
      completed.push(await complete(run, rows, deps));
    } else if (isGivenUp) {
      await giveUp(record, items, deps);
      givenUp += items.length;
    } else if (silence.isNew) {
      sentAgain += await sendAgain(record, rows, deps);
    }
  }
  return { completed, sentAgain, givenUp };
}

type Run = Pick<RunRecord, 'runId' | 'source' | 'startedAt'>;

/** How many times `lostAfterMs` the run has been silent, and whether the last reap knew. */
function silenceOf(
  { startedAt }: Run,
  rows: readonly Row[],
  { now, lostAfterMs, everyMs }: ReapDeps,
): { times: number; isNew: boolean } {
  const last = rows.reduce((at, row) => Math.max(at, Date.parse(row.at)), Date.parse(startedAt));
  const times = Math.floor((now() - last) / lostAfterMs);
  return { times, isNew: times > 0 && now() - everyMs - last < times * lostAfterMs };
}

async function complete(
  run: { readonly record: RunRecord; readonly etag: string },
  rows: readonly Row[],
  { store, now }: ReapDeps,
): Promise<Completed> {
  const last = [...runStates(rows).values()];
  const done: RunRecord = {
    ...run.record,
    completedAt: new Date(now()).toISOString(),
    ...(await runTotals(store, run.record, last)),
  };
  await completeRun(store, { ...run, resumed: true }, done);
  const { runId, source } = run.record;
  const problem = await writeReport(store, done, rows);
  return { runId, source: source.name, shares: runShares(last), reportProblem: problem };
}

/**
 * The report without views: `winnow report` and `winnow view` make these from the kept responses. The run
 * is complete whatever becomes of its report, so a fault is told, not thrown.
 */
async function writeReport(
  store: ObjectStore,
  record: RunRecord,
  rows: readonly Row[],
): Promise<string | null> {
  try {
    const report = await runReport(store, record, rows, { maxViews: 0, viewOf: async () => null });
    await storeReport(store, report);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Ends what is open: a later success supersedes it. */
async function giveUp(record: Run, items: readonly FetchItem[], deps: ReapDeps): Promise<void> {
  const run = { runId: record.runId, source: record.source.name };
  const { row } = rowMaker(run, { now: new Date(deps.now()), ulid: deps.ulid });
  const rows = items.map((item) => row(item, 'failed', 'lost', 'sent twice more, never answered'));
  await writeSegment(rows, deps);
}

/** Sends everything that is open once more; says how much that is. */
async function sendAgain(
  record: Run,
  rows: readonly Row[],
  { store, messenger, ulid }: ReapDeps,
): Promise<number> {
  const run = { runId: record.runId, source: record.source.name };
  if (rows.length === 0) {
    const first = firstMessage(run, sourceLinks(record.source));
    await messenger.send({ discover: [first], fetch: [], clean: [] });
    return first.links.length;
  }
  const unfetched = leftOver(rows, () => null).toFetch;
  const known = await lookupUrls(
    store,
    unfetched.map((item) => item.canonicalUrl),
  );
  const { toFetch, toClean, toRead, links, seen } = leftOver(rows, (url) => {
    const state = known.get(url);
    return state ? previousFetchOf(state) : null;
  });
  const follow = links.filter((link) => !seen.has(link.url));
  await messenger.send({
    fetch: packMessages(run, toFetch, LIMITS, ulid),
    clean: toClean.length > 0 ? [{ ...run, pages: [...toClean] }] : [],
    discover:
      toRead.length + follow.length > 0 ? [{ ...run, links: follow, pages: [...toRead] }] : [],
  });
  return toFetch.length + toClean.length + toRead.length + follow.length;
}
