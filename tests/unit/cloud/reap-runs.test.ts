import { describe, expect, it } from 'vitest';
import { reapRuns } from '#lib/cloud/reap-runs.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { Messages } from '#lib/io/messenger.ts';
import { importFiles } from '#lib/local/import-files.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { runKey } from '#lib/model/keys.ts';
import { cleanMessage } from '#lib/model/messages.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { runRecord } from '#lib/model/run.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { newRun } from '#lib/run/run-records.ts';
import { cleanStage } from '#lib/stages/clean-stage.ts';
import { testPorts } from '../../support/sample-run.ts';

const HOUR = 60 * 60_000;

/** A run with one page that was fetched `hoursAgo` and whose clean message nobody has. */
async function runWithLostPage(hoursAgo: number) {
  const startedAt = new Date(Date.now() - hoursAgo * HOUR).toISOString();
  const store = memoryObjectStore();
  const ports = testPorts(store);
  const runId = ports.ulid();
  const record = newRun(sourceDefinition.parse({ name: 'files' }), 'on-demand', {
    runId,
    startedAt,
    checkpoint: null,
  });
  await store.create(runKey(runId), new TextEncoder().encode(JSON.stringify(record)));
  const then = { ...ports.clock, now: () => Date.now() - hoursAgo * HOUR };
  const bytes = new TextEncoder().encode('<p>'.concat('一段正文。'.repeat(40), '</p>'));
  const { rows } = await importFiles(
    [{ name: 'page.html', bytes, contentType: 'text/html' }],
    { runId, source: 'files' },
    new Set(),
    { ...ports, clock: then },
  );
  const deps = { store, now: () => Date.now(), ulid: ports.ulid };
  await commitSegments([await writeSegment(rows, deps)], deps);
  const sent: Messages[] = [];
  const reap = () =>
    reapRuns({
      ...deps,
      messenger: { send: async (messages) => void sent.push(messages) },
      lostAfterMs: HOUR,
      everyMs: HOUR / 4,
    });
  return { ports, record, deps, sent, reap };
}

describe('reapRuns', () => {
  it('sends a page again whose message was lost, and completes the run once it is cleaned', async () => {
    const { ports, record, deps, sent, reap } = await runWithLostPage(1.1);

    expect(await reap()).toEqual({ completed: [], sentAgain: 1, givenUp: 0 });
    const message = cleanMessage.parse(JSON.parse(JSON.stringify(sent[0]?.clean[0])));
    const { segment } = await cleanStage(message, ports, { record, profile: async () => null });
    await commitSegments(segment ? [segment] : [], deps);

    expect(await reap()).toEqual({
      completed: [{ runId: record.runId, source: 'files', shares: null, reportProblem: null }],
      sentAgain: 0,
      givenUp: 0,
    });
    const stored = await readJson(deps.store, runKey(record.runId), runRecord);
    expect(stored?.value).toMatchObject({ discovered: 1, states: { published: 1 } });
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
    const { record, deps, reap } = await runWithLostPage(4);

    await reap();
    const { committed } = await sweep(deps, { olderThanMs: -HOUR });
    await reap();

    const stored = await readJson(deps.store, runKey(record.runId), runRecord);
    expect(committed).toBe(1);
    expect(stored?.value).toMatchObject({ discovered: 1, states: { failed: 1 } });
  });

  it('sends the first message again of a run that never began', async () => {
    const store = memoryObjectStore();
    const { ulid } = testPorts(store);
    const source = sourceDefinition.parse({ name: 'site', seeds: ['https://site.example/'] });
    const startedAt = new Date(Date.now() - 1.1 * HOUR).toISOString();
    const record = newRun(source, 'schedule', { runId: ulid(), startedAt, checkpoint: null });
    await store.create(runKey(record.runId), new TextEncoder().encode(JSON.stringify(record)));
    const sent: Messages[] = [];

    await reapRuns({
      store,
      ulid,
      now: () => Date.now(),
      messenger: { send: async (messages) => void sent.push(messages) },
      lostAfterMs: HOUR,
      everyMs: HOUR / 4,
    });

    expect(sent[0]?.discover[0]?.links).toMatchObject([{ url: 'https://site.example/' }]);
  });
});
