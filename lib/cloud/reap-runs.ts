/**
 * Reap: completes runs that have nothing open, and sends again what was lost on the way.
 * What is open is told by the rows alone, exactly as a local run continues after a kill, and by lists
 * that nobody has read. A run that still writes rows has lost nothing we could tell from waiting; one
 * that is silent for `lostAfterMs` is sent again what is open, twice that: once more, three times
 * that: it is given up.
 */

import { encodeTime } from 'ulid';
import type { Messenger } from '#lib/io/messenger.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { messageOf } from '#lib/model/errors.ts';
import { RUN_PREFIX } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import type { IndexedRun } from '#lib/model/manifest-files.ts';
import type { Row } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { isTerminal, type State } from '#lib/model/states.ts';
import { runStates } from '#lib/run/resume.ts';
import { completeRun, runRecords, type StoredRun } from '#lib/run/run-records.ts';
import { runReport, storeReport } from '#lib/run/run-report.ts';
import { runTotals } from '#lib/run/run-totals.ts';
import { giveUp, lostWork } from './give-up.ts';
import { offerKnown } from './offer-known.ts';
import { type OpenWork, openWork } from './open-work.ts';
import { type RunShares, runShares } from './run-shares.ts';
import { sendAgain } from './send-again.ts';

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
/** No run is under way for longer; older records are not read. */
const OLDEST_RUN_MS = 60 * 24 * 60 * 60_000;
/** A run larger than this is read only when it may be complete: counts of rows tell enough before. */
const LARGE_RUN = 10_000;

/** Looks at every unfinished run of the store. */
export async function reapRuns(deps: ReapDeps): Promise<Reaped> {
  const completed: Completed[] = [];
  let sentAgainCount = 0;
  let givenUp = 0;
  const index = (await readIndex(deps.store))?.value;
  const after = `${RUN_PREFIX}${encodeTime(Math.max(0, deps.now() - OLDEST_RUN_MS))}`;
  for await (const run of runRecords(deps.store, { after })) {
    const { record } = run;
    if (!isOpenInCloud(record) || isBusy(index?.runs[record.runId], deps)) continue;
    const open = await openWork(record, deps);
    if (await offerKnown(record, open, deps)) continue;
    const silence = silenceOf(record, open, deps);
    const isGivenUp = silence.times >= GIVE_UP_AFTER;
    const urls = open.items.length + open.links.length;
    if (isComplete(open) || (isGivenUp && urls === 0)) {
      completed.push(await complete(run, open, deps));
    } else if (isGivenUp) {
      await giveUp(record, open, deps);
      givenUp += urls;
    } else if (silence.isNew) {
      sentAgainCount += await sendAgain(record, open, deps);
    }
  }
  return { completed, sentAgain: sentAgainCount, givenUp };
}

/** Of a run by command nothing is in queues: who interrupted it goes on by the same command. */
function isOpenInCloud({ trigger, completedAt }: RunRecord): boolean {
  if (completedAt !== null) return false;
  return trigger === 'schedule' || trigger === 'on-demand';
}

/** A large run with many open URLs that wrote rows since the last reap. */
function isBusy(run: IndexedRun | undefined, { now, everyMs }: ReapDeps): boolean {
  if (run === undefined || Date.parse(run.at) < now() - everyMs) return false;
  const { discovered = 0, ...others } = run.states;
  const ended = Object.entries(others)
    .filter(([state]) => isTerminal(state as State))
    .reduce((sum, [, rows]) => sum + rows, 0);
  return discovered > LARGE_RUN && ended < discovered * 0.99;
}

function isComplete({ items, links, unread, isBegun, isClosed }: OpenWork): boolean {
  return isBegun && isClosed && items.length + links.length + unread.length === 0;
}

/** How many times `lostAfterMs` the run has been silent, and whether the last reap knew. */
function silenceOf(
  { startedAt }: RunRecord,
  { rows }: OpenWork,
  { now, lostAfterMs, everyMs }: ReapDeps,
): { times: number; isNew: boolean } {
  const last = rows.reduce((at, row) => Math.max(at, Date.parse(row.at)), Date.parse(startedAt));
  const times = Math.floor((now() - last) / lostAfterMs);
  return { times, isNew: times > 0 && now() - everyMs - last < times * lostAfterMs };
}

async function complete(
  run: StoredRun,
  open: OpenWork,
  { store, now }: ReapDeps,
): Promise<Completed> {
  const { rows, commit } = open;
  const last = [...runStates(rows).values()];
  const done: RunRecord = {
    ...run.record,
    completedAt: new Date(now()).toISOString(),
    commit,
    lost: lostWork(open),
    ...(await runTotals(store, run.record, last)),
  };
  await completeRun(store, run, done);
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
    return messageOf(error);
  }
}
