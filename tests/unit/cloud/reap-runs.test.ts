import { describe, expect, it } from 'vitest';
import { openingMessage } from '#lib/cloud/begin-run.ts';
import { reapRuns } from '#lib/cloud/reap-runs.ts';
import { markRead, readList } from '#lib/cloud/run-lists.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Messages } from '#lib/io/messenger.ts';
import { importFiles } from '#lib/local/import-files.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { cancelKey, hostKey, runKey } from '#lib/model/keys.ts';
import { cleanMessage } from '#lib/model/messages.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { createRun, newRun } from '#lib/run/run-records.ts';
import { rowMaker } from '#lib/source/discovered-rows.ts';
import { cleanStage } from '#lib/stages/clean-stage.ts';
import { anItem } from '../../support/fetch-with.ts';
import { aFetch } from '../../support/manifest-rows.ts';
import { testPorts } from '../../support/sample-run.ts';

const HOUR = 60 * 60_000;

/** A store with a run that was begun `hoursAgo`; `reap` passes as the schedule would, and keeps what it sends. */
async function begunRun(hoursAgo: number, source: SourceDefinition, trigger: RunRecord['trigger']) {
  const store = memoryObjectStore();
  const ports = testPorts(store);
  const begun = Date.now() - hoursAgo * HOUR;
  const startedAt = new Date(begun).toISOString();
  const record = newRun(source, trigger, { runId: ports.ulid(), startedAt, checkpoint: null });
  await createRun(store, record);
  const deps = { store, now: () => Date.now(), ulid: ports.ulid };
  const sent: Messages[] = [];
  const reap = () =>
    reapRuns({
      ...deps,
      messenger: { send: async (messages) => void sent.push(messages) },
      lostAfterMs: HOUR,
      everyMs: HOUR / 4,
    });
  const stored = async () => (await readJson(store, runKey(record.runId), runRecord))?.value;
  return { store, ports, begun, record, deps, sent, reap, stored };
}

/** A run with one page that was fetched `hoursAgo` and whose clean message nobody has. */
async function runWithLostPage(hoursAgo: number) {
  const run = await begunRun(hoursAgo, sourceDefinition.parse({ name: 'files' }), 'on-demand');
  const { ports, begun, record, deps } = run;
  const bytes = new TextEncoder().encode('<p>'.concat('一段正文。'.repeat(40), '</p>'));
  const { rows } = await importFiles(
    [{ name: 'page.html', bytes, contentType: 'text/html' }],
    { runId: record.runId, source: 'files' },
    new Set(),
    { ...ports, clock: { ...ports.clock, now: () => begun } },
  );
  await commitSegments([await writeSegment(rows, deps)], deps);
  return run;
}

describe('reapRuns', () => {
  it('sends a page again whose message was lost, and completes the run once it is cleaned', async () => {
    const { ports, record, deps, sent, reap, stored } = await runWithLostPage(1.1);

    expect(await reap()).toEqual({ completed: [], sentAgain: 1, givenUp: 0 });
    const message = cleanMessage.parse(JSON.parse(JSON.stringify(sent[0]?.clean[0])));
    const { segment } = await cleanStage(message, ports, { record, profile: async () => null });
    await commitSegments(segment ? [segment] : [], deps);

    expect(await reap()).toEqual({
      completed: [{ runId: record.runId, source: 'files', shares: null, reportProblem: null }],
      sentAgain: 0,
      givenUp: 0,
    });
    expect(await stored()).toMatchObject({ discovered: 1, states: { published: 1 } });
  });

  it.each([0, 0.9, 1.4, 2.6])('leaves a run alone that is silent for %d hours', async (hours) => {
    const { sent, reap } = await runWithLostPage(hours);

    expect(await reap()).toEqual({ completed: [], sentAgain: 0, givenUp: 0 });
    expect(sent).toEqual([]);
  });

  it('sends once more at twice the time, and gives up at three times', async () => {
    const again = await runWithLostPage(2.1);
    const lost = await runWithLostPage(3.1);

    expect(await again.reap()).toEqual({ completed: [], sentAgain: 1, givenUp: 0 });
    expect(await lost.reap()).toEqual({ completed: [], sentAgain: 0, givenUp: 1 });
    expect(lost.sent).toEqual([]);
  });

  it('ends what is given up as failed, and completes the run', async () => {
    const { deps, reap, stored } = await runWithLostPage(4);

    await reap();
    const { committed } = await sweep(deps, { olderThanMs: -HOUR });
    await reap();

    expect(committed).toBe(1);
    expect(await stored()).toMatchObject({ discovered: 1, states: { failed: 1 } });
  });

  it('sends the first message again of a run that never began', async () => {
    const source = sourceDefinition.parse({ name: 'site', seeds: ['https://site.example/'] });
    const { store, sent, reap } = await begunRun(1.1, source, 'schedule');

    await reap();

    const [opening] = sent[0]?.discover ?? [];
    expect(await readList(store, opening ?? {})).toMatchObject([{ url: 'https://site.example/' }]);
  });
});

const SITE = sourceDefinition.parse({
  name: 'site',
  seeds: ['https://site.example/'],
  exclude: ['/private/'],
});
const HOST_STATE = {
  schema: 1,
  host: 'site.example',
  delayMs: 0,
  notBefore: null,
  failures: 0,
  openUntil: null,
} as const;

/** A run whose list was read, with one page that ended in a redirect `hoursAgo`. */
async function runWithRedirect(hoursAgo: number, target: string) {
  const run = await begunRun(hoursAgo, SITE, 'schedule');
  const { store, begun, record, deps } = run;
  const { row } = rowMaker(
    { runId: record.runId, source: 'site' },
    { now: new Date(begun), ulid: deps.ulid },
  );
  const item = anItem('https://site.example/');
  const segment = await writeSegment(
    [
      row(item, 'discovered', 'seed'),
      { ...row(item, 'redirected', 'redirect'), fetch: aFetch({ redirectedTo: target }) },
    ],
    deps,
  );
  await commitSegments([segment], deps);
  const opening = await openingMessage(store, record);
  return { ...run, read: () => markRead(store, opening, segment.key) };
}

describe('reapRuns, of links that have no row', () => {
  it('waits for a redirect target, sends it again, and ends it in the end', async () => {
    const target = 'https://site.example/new';
    const early = await runWithRedirect(0.1, target);
    const again = await runWithRedirect(1.1, target);
    const lost = await runWithRedirect(3.1, target);
    for (const { read, reap } of [early, again, lost]) {
      await read();
      await reap();
    }
    await sweep(lost.deps, { olderThanMs: -HOUR });
    await lost.reap();

    expect([(await early.stored())?.completedAt, early.sent]).toEqual([null, []]);
    expect(again.sent[0]?.discover[0]?.links).toMatchObject([{ url: target }]);
    expect(await lost.stored()).toMatchObject({
      discovered: 2,
      states: { redirected: 1, failed: 1 },
      lost: null,
    });
  });

  it.each([
    ['it is out of scope', 'https://site.example/private/a'],
    ['it is the page itself by another spelling', 'HTTPS://SITE.example:443/#top'],
  ])('does not wait for a redirect target if %s', async (_, target) => {
    const { read, reap, stored } = await runWithRedirect(0.1, target);
    await read();

    await reap();

    expect(await stored()).toMatchObject({ discovered: 1, states: { redirected: 1 }, lost: null });
  });

  it('waits for the sitemaps that robots.txt of a host named', async () => {
    const { store, read, reap, sent, stored } = await runWithRedirect(1.1, SITE.seeds[0] ?? '');
    const at = new Date().toISOString();
    const body = 'Sitemap: /map.xml';
    const robots = { status: 200, body, detail: null, fetchedAt: at, expiresAt: at };
    await store.put(
      hostKey('site.example'),
      jsonBytes({ ...HOST_STATE, robots: { 'https:': robots } }),
    );
    await read();

    await reap();

    expect((await stored())?.completedAt).toBeNull();
    expect(sent[0]?.discover[0]?.links).toMatchObject([
      { url: 'https://site.example/map.xml', kind: 'sitemap' },
    ]);
  });

  it('completes a run without a list that nobody read, and says so', async () => {
    const { reap, stored } = await runWithRedirect(3.1, SITE.seeds[0] ?? '');

    await reap();

    expect(await stored()).toMatchObject({ discovered: 1, lost: '1 list of links never read' });
  });

  it('lets nothing more into a run that was cancelled', async () => {
    const { store, record, reap, stored } = await runWithRedirect(0.1, 'https://site.example/new');
    await store.put(cancelKey(record.runId), new Uint8Array());

    await reap();

    expect(await stored()).toMatchObject({ discovered: 1, states: { redirected: 1 }, lost: null });
  });
});
