/**
 * Reap: completes runs that have nothing open, and sends again what was lost on the way.
 * What is open is told by the rows alone, exactly as a local run continues after a kill.
 */
import { lookupUrls } from '../consume/lookup.ts';
import type { Messenger } from '../io/messenger.ts';
import type { ObjectStore } from '../io/object-store.ts';
import { packMessages } from '../model/lanes.ts';
import type { Row } from '../model/row.ts';
import { readRunRows } from '../run/read-run-rows.ts';
import { countTerminal, leftOver, runStates } from '../run/resume.ts';
import { completeRun, runRecords } from '../run/run-records.ts';
import { previousFetchOf } from '../source/previous-fetch.ts';

export interface ReapDeps {
  readonly store: ObjectStore;
  readonly messenger: Messenger;
  readonly now: () => number;
  readonly ulid: () => string;
  /** A URL whose last row is older than this is taken for lost: twice the visibility timeout. */
  readonly lostAfterMs: number;
}

export interface Reaped {
  readonly completed: readonly string[];
  readonly sentAgain: number;
}

const LIMITS = { items: 200, itemsPerHost: 50 };

/** Looks at every unfinished run of the store. */
export async function reapRuns(deps: ReapDeps): Promise<Reaped> {
  const completed: string[] = [];
  let sentAgain = 0;
  for await (const run of runRecords(deps.store)) {
    if (run.record.completedAt !== null) continue;
    const rows = await readRunRows(deps.store, run.record.runId);
    const open = await sendAgain(run.record, rows, deps);
    sentAgain += open.sent;
    if (open.left > 0 || rows.length === 0) continue;
    const last = [...runStates(rows).values()];
    await completeRun(
      deps.store,
      { ...run, resumed: true },
      {
        ...run.record,
        completedAt: new Date(deps.now()).toISOString(),
        discovered: last.length,
        states: countTerminal(last),
      },
    );
    completed.push(run.record.runId);
  }
  return { completed, sentAgain };
}

/** Sends what is open for too long; says how much is open at all. */
async function sendAgain(
  record: { readonly runId: string; readonly source: { readonly name: string } },
  rows: readonly Row[],
  { store, messenger, now, ulid, lostAfterMs }: ReapDeps,
): Promise<{ left: number; sent: number }> {
  const run = { runId: record.runId, source: record.source.name };
  const states = runStates(rows);
  const isLost = (url: string): boolean =>
    now() - Date.parse(states.get(url)?.at ?? '') > lostAfterMs;
  const unfinished = leftOver(rows, () => null);
  const known = await lookupUrls(
    store,
    unfinished.toFetch.map((item) => item.canonicalUrl),
  );
  const { toFetch, toClean, toRead, links, seen } = leftOver(rows, (url) => {
    const state = known.get(url);
    return state ? previousFetchOf(state) : null;
  });
  const newLinks = links.filter((link) => !seen.has(link.url));

  const fetch = toFetch.filter((item) => isLost(item.canonicalUrl));
  const clean = toClean.filter(({ item }) => isLost(item.canonicalUrl));
  const read = toRead.filter(({ item }) => isLost(item.canonicalUrl));
  const follow = newLinks.filter((link) => link.via !== null && isLost(link.via));
  await messenger.send({
    fetch: packMessages(run, fetch, LIMITS, ulid),
    clean: clean.length > 0 ? [{ ...run, pages: clean }] : [],
    discover: read.length + follow.length > 0 ? [{ ...run, links: follow, pages: read }] : [],
  });
  return {
    left: toFetch.length + toClean.length + toRead.length + newLinks.length,
    sent: fetch.length + clean.length + read.length + follow.length,
  };
}
