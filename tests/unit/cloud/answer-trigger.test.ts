import { describe, expect, it } from 'vitest';
import { answerTrigger } from '#lib/cloud/answer-trigger.ts';
import { openWork } from '#lib/cloud/open-work.ts';
import { listsOf, markRead, readList } from '#lib/cloud/run-lists.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { RetryableError } from '#lib/model/errors.ts';
import { runKey, sourceKey } from '#lib/model/keys.ts';
import type { DiscoverMessage } from '#lib/model/messages.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { testPorts } from '../../support/sample-run.ts';

const SITE = sourceDefinition.parse({
  name: 'site',
  seeds: ['https://site.example/'],
  schedule: 'rate(1 day)',
});

/** A trigger with one deployed source. */
function triggerWith(store: ObjectStore = memoryObjectStore(), deployed: SourceDefinition = SITE) {
  const sent: DiscoverMessage[] = [];
  const deps = {
    ...testPorts(store),
    messenger: {
      send: async ({ discover }: { readonly discover: readonly DiscoverMessage[] }) =>
        void sent.push(...discover),
    },
    deployed: async (name: string) => (name === deployed.name ? deployed : null),
  };
  const ask = (body: unknown) => answerTrigger(body, deps);
  const record = async (runId = ''): Promise<RunRecord | undefined> =>
    (await readJson(store, runKey(runId), runRecord))?.value;
  const open = { store, now: () => Date.now(), ulid: deps.ulid };
  return { store, open, sent, ask, record };
}

describe('answerTrigger', () => {
  it('starts a run of a deployed source, and has what is known of it asked again', async () => {
    const { ask, store, sent, record } = triggerWith();

    const { status, reply } = await ask({ source: 'site', trigger: 'schedule' });

    expect(status).toBe(202);
    expect(await record(reply.runId)).toMatchObject({ trigger: 'schedule', source: SITE });
    expect(sent).toMatchObject([{ runId: reply.runId, known: true, links: [] }]);
    expect(await readList(store, sent[0] ?? {})).toMatchObject([{ url: 'https://site.example/' }]);
  });

  it('starts a run of URLs under the rules of a source: only those, in a list', async () => {
    const { ask, sent, store, record } = triggerWith();
    const urls = ['https://site.example/a', 'https://other.example/b'];

    const { reply } = await ask({ source: 'site', urls });

    const run = await record(reply.runId);
    expect(run).toMatchObject({ listed: true, source: { name: 'site', seeds: [] } });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.known).toBeUndefined();
    expect((await readList(store, sent[0] ?? {})).map(({ url }) => url)).toEqual(urls);
    expect((await listsOf(store, { runId: reply.runId ?? '', source: 'site' })).closed).toBe(true);
  });

  it('adds to a run until the last part; a part that comes twice is one list', async () => {
    const { ask, store, open, record } = triggerWith();
    const { reply } = await ask({ source: 'site', urls: ['https://site.example/1'], more: true });
    const part = { run: reply.runId, part: 1, urls: ['https://site.example/2'] };
    const run = { runId: reply.runId ?? '', source: 'site' };

    const before = await listsOf(store, run);
    expect((await ask(part)).status).toBe(202);
    expect((await ask(part)).status).toBe(202);
    const after = await listsOf(store, run);

    expect([before.closed, before.lists.length]).toEqual([false, 1]);
    expect([after.closed, after.lists.length]).toEqual([true, 2]);
    const stored = await record(reply.runId);
    if (stored === undefined) throw new Error('no record');
    expect(await openWork(stored, open)).toMatchObject({ unread: [{}, {}], isClosed: true });
    for (const { message } of after.lists) await markRead(store, message, null);
    expect(await openWork(stored, open)).toMatchObject({ unread: [], isClosed: true });
  });

  it('takes a list for unread until the rows of its URLs are committed', async () => {
    const { ask, store, open, sent, record } = triggerWith();
    const { reply } = await ask({ source: 'site', urls: ['https://site.example/1'] });

    await markRead(store, sent[0] ?? {}, 'manifest/segments/2026010100/01.jsonl.gz');

    const stored = await record(reply.runId);
    if (stored === undefined) throw new Error('no record');
    expect((await openWork(stored, open)).unread).toHaveLength(1);
  });

  it.each([
    [{ source: 'nothing' }, 404, 'no source named nothing'],
    [{ source: 'site', urls: ['mailto:a@b.example'] }, 400, 'Invalid URL'],
    [{ source: 'site', url: [] }, 400, 'Unrecognized key'],
    [{ push: { name: 'Site' } }, 400, 'lower-case letters'],
    [null, 400, 'expected object'],
  ])('refuses %j', async (body, status, reason) => {
    const { ask, sent } = triggerWith();

    const answer = await ask(body);

    expect(answer.status).toBe(status);
    expect(answer.reply.error).toContain(reason);
    expect(sent).toEqual([]);
  });

  it('adds nothing to a run of a source', async () => {
    const { ask } = triggerWith();
    const { reply } = await ask({ source: 'site' });

    const { status } = await ask({ run: reply.runId, part: 1, urls: ['https://site.example/2'] });

    expect(status).toBe(409);
  });

  it('asks who calls the URL to try again, and fails for a schedule, when the store does', async () => {
    const store = memoryObjectStore();
    const busy = { ...store, get: () => Promise.reject(new RetryableError('503 SlowDown')) };
    const { ask } = triggerWith(busy);

    expect(await ask({ source: 'site' })).toMatchObject({ status: 503 });
    await expect(ask({ source: 'site', trigger: 'schedule' })).rejects.toThrow('SlowDown');
  });

  it('uses a pushed definition until another is deployed', async () => {
    const store = memoryObjectStore();
    const changed = { ...SITE, seeds: ['https://site.example/new'] };
    const sentBy = async (deployed: SourceDefinition) => {
      const { ask, sent } = triggerWith(store, deployed);
      await ask({ source: 'site' });
      return (await readList(store, sent[0] ?? {})).map(({ url }) => url);
    };

    expect(await triggerWith(store).ask({ push: changed })).toEqual({
      status: 200,
      reply: { warnings: [] },
    });

    expect(await sentBy(SITE)).toEqual(['https://site.example/new']);
    expect(await sentBy({ ...SITE, maxDepth: 1 })).toEqual(['https://site.example/']);
  });

  it('warns that a pushed schedule waits for a deployment, and takes sources that are not deployed', async () => {
    const { ask, store } = triggerWith();

    const faster = await ask({ push: { ...SITE, schedule: 'rate(1 hour)' } });
    const fresh = await ask({ push: { name: 'fresh', seeds: ['https://fresh.example/'] } });

    expect(faster.reply.warnings).toEqual([
      'schedule of site is rate(1 hour) and was deployed as rate(1 day): it changes with the next cdk deploy',
    ]);
    expect(fresh.reply.warnings).toEqual([]);
    expect(await store.get(sourceKey('fresh'))).not.toBeNull();
    expect((await ask({ source: 'fresh' })).status).toBe(202);
  });
});
