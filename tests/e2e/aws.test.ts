import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { importFiles } from '#lib/local/import-files.ts';
import { CLOCK_SKEW_MS, lastEntry } from '#lib/manifest/log-tail.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import { bill, total } from '#lib/model/cost/bill.ts';
import { MEASURED } from '#lib/model/cost/measured-figures.ts';
import { STAGES } from '#lib/model/cost/measured-usage.ts';
import { sha256 } from '#lib/model/digest.ts';
import { runKey } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import type { CleanMessage } from '#lib/model/messages.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { runRecord } from '#lib/model/run.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { countTerminal, leftOver } from '#lib/run/resume.ts';
import { newRun, runRecords } from '#lib/run/run-records.ts';
import { isAllowed, permissionsOf } from '../infra/permissions.ts';
import type { IsolatedCloud } from '../support/cloud/isolated-cloud.ts';
import { collect } from '../support/collect.ts';
import { whyNoMinistack } from '../support/ministack.ts';
import { testPorts } from '../support/sample-run.ts';
import { type Ran, winnow } from '../support/winnow.ts';
import { countedUsage } from './counted-usage.ts';
import { type DeployedStack, deployStack, eventually } from './deployed-stack.ts';

/** Just longer than the reaper waits before it takes messages for lost. */
const LONG_AGO_MS = 65 * 60_000;
const PAGE = 'samples/site/gov/zwgk/tzgg/t20230912_60117.html';
/** Until the stack is deployed; a moment that has passed by then fires at once. */
const DEPLOYING_MS = 30_000;
const LOAD_PAGES = 200;
/** One message is given up after three tries of three requests each: a burst must not outlast them. */
const BURST = 5;
/** Each meets its burst wherever the clock stands. */
const REFUSED = ['discover', 'fetch', 'clean'];
const KINDS = ['s3Writes', 's3Reads', 'sqsFifo', 'sqsStandard'] as const;
/** By this the emulator knows which service is asked. */
const OF_SCHEDULER =
  'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/scheduler/aws4_request, SignedHeaders=host, Signature=0';

const missing = whyNoMinistack();
if (missing) console.warn(`tests/e2e is skipped: ${missing}`);

interface End {
  readonly url: string;
  readonly state: string;
  readonly reason: string;
}

/** (url, state, reason) of every URL, without the site, so that runs over its copies can be compared. */
const ends = (rows: readonly End[]): string[] =>
  rows.map(({ url, state, reason }) => `${new URL(url).pathname} ${state} ${reason}`).sort();

const since = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, Math.round(ms - (before[name] ?? 0))]),
  );

describe.skipIf(missing !== null)('the stack, really deployed', () => {
  let folder: string;
  let sources: string;
  let stack: DeployedStack;
  let cloud: IsolatedCloud;
  let store: ObjectStore;

  const cli = (...args: string[]): Promise<Ran> => winnow(args, { env: cloud.variables });
  /** Triggers by the command line, gives the run's id. */
  const trigger = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await cli('trigger', ...args);
    expect(stderr).toContain('watch it');
    expect(code).toBe(0);
    return stdout.trim();
  };
  /** What a first run on one machine makes of the site. */
  let first: Promise<End[]> | null = null;
  const firstLocally = (): Promise<End[]> => {
    first ??= cloud.ask<End[]>({ do: 'run-locally', folder: join(folder, 'local'), site: 0 });
    return first;
  };
  const writeSource = (name: string, definition: object): Promise<void> =>
    writeFile(join(sources, `${name}.json`), JSON.stringify({ ...definition, name }));
  /** A run of one stored page that is fetched and not cleaned, as of some time ago. */
  const runWithPage = async (name: string, agoMs: number) => {
    const ports = testPorts(store);
    const then = { ...ports, clock: { ...ports.clock, now: () => Date.now() - agoMs } };
    const run = { runId: ports.ulid(), source: name };
    const startedAt = new Date(Date.now() - agoMs).toISOString();
    const record = newRun(sourceDefinition.parse({ name }), 'on-demand', {
      runId: run.runId,
      startedAt,
      checkpoint: null,
    });
    await store.create(runKey(run.runId), new TextEncoder().encode(JSON.stringify(record)));
    const file = { name, bytes: await readFile(PAGE), contentType: 'text/html; charset=utf-8' };
    const { rows } = await importFiles([file], run, new Set(), then);
    await writeSegment(rows, { store, now: ports.clock.now, ulid: ports.ulid });
    const message: CleanMessage = { ...run, pages: [...leftOver(rows, () => null).toClean] };
    await stack.until(run.runId, 'fetched', 1);
    return { runId: run.runId, message, file };
  };

  /** Waits until no commit is so recent that the next one has to look through it. */
  const quiet = async (): Promise<void> => {
    const last = await lastEntry(store);
    const since = Date.now() - Date.parse(last?.at ?? '');
    if (since < CLOCK_SKEW_MS) await setTimeout(CLOCK_SKEW_MS - since);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-e2e-'));
    sources = join(folder, 'sources');
    await mkdir(sources);
    stack = await deployStack(async ({ sites }) => {
      const text = await readFile('samples/source.json', 'utf8');
      const sample = (site = ''): object =>
        JSON.parse(text.replaceAll('http://sample.invalid', site));
      const soon = new Date(Date.now() + DEPLOYING_MS).toISOString().slice(0, 19);
      await writeSource('samples', { ...sample(sites[0]), schedule: `at(${soon})` });
      await writeSource('samples-killed', sample(sites[1]));
      await writeSource('samples-refused', sample(sites[2]));
      await writeFile(join(sources, 'adhoc.json'), await readFile('sources/adhoc.json'));
      return sources;
    });
    ({ cloud, store } = stack);
  }, 400_000);
  afterAll(async () => {
    await stack?.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it('crawls the sample site when its schedule fires, as one machine does', async () => {
    const local = join(folder, 'local');
    const { runId } = await eventually(
      'the run of the schedule',
      async () => (await collect(runRecords(store)))[0]?.record ?? null,
      120,
    );
    await firstLocally();
    const record = await stack.completed(runId);

    expect(record).toMatchObject({ trigger: 'schedule', discovered: 70 });
    expect(ends(await stack.lastRows(runId))).toEqual(ends(await firstLocally()));
    const here = directoryObjectStore(local);
    const documents = (of: ObjectStore) => collect(snapshot(of, { filter: { published: true } }));
    const published = await documents(store);
    const localState = new Map((await documents(here)).map((state) => [state.url, state]));
    expect(published.length).toBe(30);
    for (const { url, content } of published) {
      expect([url, content?.sha]).toEqual([url, localState.get(url)?.content?.sha]);
      const [there, same] = await Promise.all([
        store.get(content?.key ?? ''),
        here.get(content?.key ?? ''),
      ]);
      expect(Buffer.compare(there?.body ?? Buffer.of(0), same?.body ?? Buffer.of(1))).toBe(0);
    }
    expect(await verify(store)).toEqual([]);
  }, 240_000);

  it('finds everything unchanged when it is triggered again', async () => {
    const runId = await trigger('--source', 'samples');
    const locally = await cloud.ask<End[]>({
      do: 'run-locally',
      folder: join(folder, 'local'),
      site: 0,
    });
    const { states } = await stack.completed(runId);
    const watched = await cli('status', runId.slice(0, 20), '--stack', 'Winnow', '--watch');

    expect(states).toMatchObject({ unchanged: 55 });
    expect(states).not.toHaveProperty('published');
    expect(ends(await stack.lastRows(runId))).toEqual(ends(locally));
    expect(watched.stdout).toContain('70 of 70 URLs ended');
    expect(watched.stdout).toMatch(/complete 2\S+: .*unchanged 55/);
    expect(watched.code).toBe(1); // the redirect loop of the site failed
  }, 180_000);

  it('takes URLs in several requests, and reaches no private address', async () => {
    const list = join(folder, 'urls.txt');
    await writeFile(
      list,
      'http://127.0.0.1/\n\n# metadata\nhttp://169.254.169.254/latest/\nno url\n',
    );

    const { code, stdout, stderr } = await cli('trigger', '--list', list);
    expect(stderr).toContain('line 5: not a URL that can be fetched: no url\n2 URLs sent\n');
    expect(code).toBe(1);
    const urls = ['http://10.0.0.1/', 'http://[::1]/'];
    const { body } = (await stack.invoke('trigger', { source: 'adhoc', urls, more: true })) as {
      body: string;
    };
    const { runId }: { runId: string } = JSON.parse(body);
    const more = { run: runId, part: 1, urls: ['http://nowhere.invalid/a', ...urls] };
    await stack.until(runId, 'blocked-address', 2);
    await stack.invoke('reap', {});
    const half = (await readJson(store, runKey(runId), runRecord))?.value;
    await stack.invoke('trigger', more);
    await stack.invoke('trigger', more);
    const whole = await stack.completed(runId);

    expect(half?.completedAt).toBeNull(); // more is announced
    expect(whole).toMatchObject({ discovered: 3, states: { 'blocked-address': 2, failed: 1 } });
    expect(await stack.completed(stdout.trim())).toMatchObject({
      states: { 'blocked-address': 2 },
    });
    expect(await stack.invoke('trigger', more)).toMatchObject({ statusCode: 409 });
  }, 120_000);

  it('asks AWS for no more than the bill says, within what each function may', async () => {
    const definition = join(folder, 'load.json');
    await writeFile(definition, JSON.stringify({ name: 'load', schedule: 'rate(1 day)' }));
    const pushed = await cli('sources', 'push', definition);
    const list = join(folder, 'load.txt');
    const urls = Array.from({ length: LOAD_PAGES }, (_, at) => {
      const host = cloud.loadHosts[at % cloud.loadHosts.length];
      return `http://${host}/p/${at}.html`;
    });
    await writeFile(list, urls.join('\n'));
    for await (const { record } of runRecords(store)) {
      if (record.completedAt === null) await stack.completed(record.runId);
    }
    await stack.invoke('compact', {}); // as it is every hour: until then each lookup reads more of the log
    await quiet(); // a commit reads the entries of the minute before
    const before = (await cloud.calls()).length;
    const cpuBefore = await cloud.ask<Record<string, number>>({ do: 'cpu' });
    const runId = await trigger('--list', list, '--source', 'load');
    await stack.until(runId, 'published', LOAD_PAGES, 120);
    const cpu = await cloud.ask<Record<string, number>>({ do: 'cpu' });
    await stack.completed(runId);
    const counted = countedUsage((await cloud.calls()).slice(before));

    expect(pushed).toMatchObject({ code: 0, stdout: expect.stringContaining('load is in force') });
    expect(pushed.stderr).toContain('warning: schedule of load is rate(1 day)');
    const hosts = cloud.loadHosts.length;
    const more = STAGES.flatMap((stage) => {
      const { invocations, perInvocation, perHost, perPage } = MEASURED.stages[stage];
      return KINDS.flatMap((kind) => {
        const billed =
          invocations * ((perInvocation[kind] ?? 0) + hosts * (perHost[kind] ?? 0)) +
          LOAD_PAGES * (perPage[kind] ?? 0);
        const asked = counted[stage][kind];
        return asked <= billed ? [] : [`${stage} ${kind}: ${asked}, billed ${billed}`];
      });
    });
    // what docs/costs.md and lib/model/cost/measured-figures.ts say comes from here
    console.info(JSON.stringify({ counted, cpuMs: since(cpuBefore, cpu) }));
    expect(more).toEqual([]);
    const million = { pages: 1_000_000, pageBytes: 100_000, hosts, intervalMs: 1000 };
    expect(total(bill(million))).toBeLessThanOrEqual(10);
  }, 300_000);

  it('ends every URL once though functions are killed at work and messages come twice', async () => {
    await stack.hideFor('fetch', 20);
    await stack.hideFor('clean', 5);
    await cloud.ask({ do: 'duplicate', on: true });
    await cloud.ask({ do: 'kill', stage: 'fetch', action: 's3:PutObject', after: 2 });
    await cloud.ask({ do: 'kill', stage: 'clean', action: 's3:PutObject', after: 7 });

    const runId = await trigger('--source', 'samples-killed');
    await eventually(
      'two functions killed',
      async () => ((await cloud.ask<string[]>({ do: 'killed' })).length === 2 ? true : null),
      90,
    );
    const { discovered, states } = await stack.completed(runId, 180);
    await cloud.ask({ do: 'duplicate', on: false });

    expect(Object.values(states ?? {}).reduce((sum, count) => sum + count, 0)).toBe(discovered);
    expect(ends(await stack.lastRows(runId))).toEqual(ends(await firstLocally()));
    expect(await verify(store)).toEqual([]);
  }, 300_000);

  it('ends every URL once though S3 refuses in bursts and everything stops between stages', async () => {
    for (const stage of STAGES) await stack.hideFor(stage, 10);
    for (const stage of REFUSED) await cloud.ask({ do: 'refuse', stage, count: BURST });
    const runId = await trigger('--source', 'samples-refused');
    await stack.until(runId, 'fetched', 1, 120);
    await cloud.ask({ do: 'restart' });
    const { discovered, states } = await stack.completed(runId, 180);

    expect(await cloud.ask<number>({ do: 'refused' })).toBe(REFUSED.length * BURST);
    expect(Object.values(states ?? {}).reduce((sum, count) => sum + count, 0)).toBe(discovered);
    expect(ends(await stack.lastRows(runId))).toEqual(ends(await firstLocally()));
    expect(await verify(store)).toEqual([]);
  }, 300_000);

  it('finds a page whose clean message was lost, cleans it as here, and completes the run', async () => {
    const { runId, file } = await runWithPage('files', LONG_AGO_MS);

    await stack.invoke('reap', {});
    await stack.until(runId, 'published', 1);
    await stack.invoke('reap', {});
    await stack.invoke('compact', {});

    const [state] = await collect(snapshot(store, { filter: { source: 'files' } }));
    const stored = await store.get(state?.content?.key ?? '');
    const { document } = cleanPage({ ...file, url: null });
    expect(new TextDecoder().decode(stored?.body)).toBe(canonicalJson(document));
    expect(state?.content?.sha).toBe(sha256(stored?.body ?? new Uint8Array()));
    expect((await readJson(store, runKey(runId), runRecord))?.value.completedAt).not.toBeNull();
    expect((await readIndex(store))?.value.checkpoint).not.toBeNull();
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('ends what a cancelled run has not fetched', async () => {
    const urls = Array.from(
      { length: 40 },
      (_, at) => `http://${cloud.loadHosts[0]}/p/c${at}.html`,
    );
    const runId = await trigger('--url', ...urls);
    await stack.until(runId, 'discovered', 40);

    const cancelled = await cli('cancel', runId, '--stack', 'Winnow');
    const { states } = await stack.completed(runId);
    const again = await cli('cancel', runId, '--stack', 'Winnow');

    expect(cancelled).toMatchObject({ code: 0, stdout: expect.stringContaining(runId) });
    expect(states?.deferred).toBeGreaterThan(0);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is complete since') });
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('puts a poison message into the dead-letter queue, from where it is sent back', async () => {
    await cli('redrive'); // what the faults before have left
    await stack.hideFor('clean', 2); // it comes back at once instead of after 12 minutes
    const { runId, message } = await runWithPage('poison', 0);
    const raw = message.pages[0]?.parts[0]?.raw.key ?? '';
    const whole = await store.get(raw);
    await store.put(raw, new Uint8Array(whole?.body.length ?? 0).fill(7));

    const QueueUrl = stack.outputs.get('CleanQueue');
    await stack.sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }),
    );
    const letters = stack.outputs.get('CleanDeadLetters') ?? '';
    await eventually('the dead letter', async () => {
      const { Attributes } = await stack.sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: letters,
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      );
      return Attributes?.['ApproximateNumberOfMessages'] === '1' ? true : null;
    });
    await stack.until(runId, 'failed', 1);
    const rows = await readRunRows(store, runId);
    expect(rows.at(-1)).toMatchObject({ state: 'failed', reason: 'poison' });

    await store.put(raw, whole?.body ?? new Uint8Array());
    const { code, stdout } = await cli('redrive', 'clean');
    await stack.until(runId, 'published', 1);
    await stack.invoke('reap', {});
    expect([code, stdout]).toEqual([0, 'clean     1 sent back\n']);
    expect((await readJson(store, runKey(runId), runRecord))?.value).toMatchObject({
      discovered: 1,
      states: { published: 1 },
    });
    expect(countTerminal(await stack.lastRows(runId))).toEqual({ published: 1 });
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('let each function do what it did', async () => {
    const template = Template.fromJSON(
      JSON.parse(await readFile(join(stack.assembly, 'Winnow.template.json'), 'utf8')),
    );
    const permissions = permissionsOf(template);
    const made = (await cloud.calls()).filter(({ stage }) => stage !== null);
    const forbidden = made.filter((call) => !isAllowed(permissions, call));
    const overwriting = made.filter(
      ({ action, on, creates }) =>
        action === 's3:PutObject' && on.startsWith('manifest/log/') && !creates,
    );

    expect(new Set(made.map(({ stage }) => stage)).size).toBe(7);
    expect(made.length).toBeGreaterThan(1000);
    expect(forbidden).toEqual([]);
    expect(overwriting).toEqual([]);
  });

  it('takes a source that is added, and leaves the bucket when it is destroyed', async () => {
    await writeSource('added', { seeds: [`${cloud.sites[0]}/`], schedule: 'rate(1 day)' });
    await stack.cdk('deploy', '--require-approval', 'never');
    const schedules = await (
      await fetch(`${cloud.endpoint}/schedules`, { headers: { authorization: OF_SCHEDULER } })
    ).text();
    const run = await trigger('--source', 'added');
    await stack.completed(run);
    await stack.cdk('destroy', '--force');

    expect(schedules).toContain('added');
    expect(await readIndex(store)).not.toBeNull();
    const after = await cli('trigger', '--source', 'added');
    expect([after.code, after.stderr]).toEqual([2, expect.stringContaining('no stack Winnow')]);
  }, 240_000);
});
