import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { beginRun } from '#lib/cloud/begin-run.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { sqsMessenger } from '#lib/io/sqs-messenger.ts';
import { importFiles } from '#lib/local/import-files.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import { sha256 } from '#lib/model/digest.ts';
import { cancelKey, runKey, sourceKey } from '#lib/model/keys.ts';
import { packMessages } from '#lib/model/lanes.ts';
import { readIndex } from '#lib/model/log.ts';
import type { CleanMessage } from '#lib/model/messages.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { runRecord } from '#lib/model/run.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { countTerminal, leftOver, runStates } from '#lib/run/resume.ts';
import { newRun } from '#lib/run/run-records.ts';
import { type Ministack, startMinistack, whyNoMinistack } from '../support/ministack.ts';
import { testPorts } from '../support/sample-run.ts';

const run = promisify(execFile);
const CONTEXT = ['-c', 'contact=ops@example.org', '-c', 'alarmEmail=ops@example.org'];
/** Just longer than the reaper waits before it takes messages for lost. */
const LONG_AGO_MS = 65 * 60_000;
const LIMITS = { items: 200, itemsPerHost: 50 };
const PAGE = 'samples/site/gov/zwgk/tzgg/t20230912_60117.html';

const missing = whyNoMinistack();
if (missing) console.warn(`tests/e2e is skipped: ${missing}`);

interface DeployedFunction {
  readonly FunctionName: string;
  readonly Environment: { readonly Variables: Record<string, string> };
}

/** Waits until `check` gives something; the emulator's queues and events take some seconds. */
async function eventually<T>(what: string, check: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 120; tries++) {
    const result = await check();
    if (result !== null) return result;
    await wait(500);
  }
  throw new Error(`never: ${what}`);
}

describe.skipIf(missing !== null)('the stack, really deployed', () => {
  let aws: Ministack;
  let store: ObjectStore;
  let client: S3Client;
  let sqs: SQSClient;

  const cdk = (...args: string[]) =>
    run('node_modules/.bin/cdk', [...args, ...CONTEXT], {
      env: {
        ...process.env,
        ...aws.variables,
        CDK_DEFAULT_ACCOUNT: '000000000000',
        CDK_DEFAULT_REGION: 'us-east-1',
      },
      maxBuffer: 64 * 1024 * 1024,
    });

  const functionOf = async (stage: string): Promise<DeployedFunction> => {
    const listed = await fetch(`${aws.endpoint}/2015-03-31/functions/`);
    const { Functions }: { Functions: DeployedFunction[] } = JSON.parse(await listed.text());
    const found = Functions.find(({ FunctionName }) => FunctionName.includes(`${stage}function`));
    if (!found) throw new Error(`no function ${stage}`);
    return found;
  };

  const invoke = async (stage: string, event: unknown): Promise<unknown> => {
    const { FunctionName } = await functionOf(stage);
    const path = `2015-03-31/functions/${FunctionName}/invocations`;
    const answer = await fetch(`${aws.endpoint}/${path}`, {
      method: 'POST',
      body: JSON.stringify(event),
    });
    return answer.json();
  };

  /** What a function finds in its environment: the names of queues are there. */
  const queuesOf = async (stage: string): Promise<Record<string, string>> =>
    (await functionOf(stage)).Environment.Variables;

  /** A run of one stored page that is fetched and not cleaned, as of some time ago. */
  const runWithPage = async (name: string, agoMs: number) => {
    const ports = testPorts(store);
    const then = { ...ports, clock: { ...ports.clock, now: () => Date.now() - agoMs } };
    const run = { runId: ports.ulid(), source: name };
    const startedAt = new Date(Date.now() - agoMs).toISOString();
    const record = newRun(sourceDefinition.parse({ name }), 'on-demand', run.runId, startedAt);
    await store.create(runKey(run.runId), new TextEncoder().encode(JSON.stringify(record)));
    const file = { name, bytes: await readFile(PAGE), contentType: 'text/html; charset=utf-8' };
    const { rows } = await importFiles([file], run, new Set(), then);
    await writeSegment(rows, { store, now: ports.clock.now, ulid: ports.ulid });
    const message: CleanMessage = { ...run, pages: [...leftOver(rows, () => null).toClean] };
    await until(run.runId, 'fetched', 1);
    return { runId: run.runId, message, file };
  };

  const until = (runId: string, state: string, rows: number) =>
    eventually(`${rows} rows ${state}`, async () =>
      ((await readIndex(store))?.value.runs[runId]?.states[state] ?? 0) >= rows ? true : null,
    );

  const statesOf = async (runId: string) =>
    countTerminal([...runStates(await readRunRows(store, runId)).values()]);

  const documents = async () =>
    (await Array.fromAsync(store.list('documents/'))).map(({ key }) => key);

  beforeAll(async () => {
    aws = await startMinistack();
    await cdk('bootstrap', 'aws://000000000000/us-east-1');
    const { stdout, stderr } = await cdk('deploy', '--require-approval', 'never');
    const bucket = /Winnow\.Bucket = (\S+)/.exec(`${stdout}${stderr}`)?.[1] ?? '';
    const config = {
      endpoint: aws.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    client = new S3Client({ ...config, forcePathStyle: true });
    sqs = new SQSClient(config);
    store = s3ObjectStore({ bucket, prefix: '', client });
    const adhoc = await readFile('sources/adhoc.json');
    await store.put(sourceKey('adhoc'), adhoc);
  }, 400_000);
  afterAll(async () => {
    client?.destroy();
    sqs?.destroy();
    await aws?.stop();
  });

  it('takes a trigger through discover, fetch and commit, and reaches no private address', async () => {
    const urls = [
      'http://127.0.0.1/',
      'http://169.254.169.254/latest/',
      'http://nowhere.invalid/a',
    ];

    const answer = await invoke('trigger', { source: 'adhoc', urls });
    const { body } = answer as { body: string };
    const { runId }: { runId: string } = JSON.parse(body);
    const states = await eventually('three URLs at their end', async () => {
      const counts = (await readIndex(store))?.value.runs[runId]?.states;
      return (counts?.['blocked-address'] ?? 0) + (counts?.['failed'] ?? 0) === 3 ? counts : null;
    });
    await invoke('reap', {});
    const record = await readJson(store, runKey(runId), runRecord);

    expect(states).toMatchObject({ discovered: 3, 'blocked-address': 2, failed: 1 });
    expect(record?.value).toMatchObject({
      discovered: 3,
      states: { 'blocked-address': 2, failed: 1 },
    });
    expect(record?.value.completedAt).not.toBeNull();
  }, 120_000);

  it('finds a page whose clean message was lost, cleans it as here, and completes the run', async () => {
    const { runId, message, file } = await runWithPage('files', LONG_AGO_MS);

    await invoke('reap', {});
    await until(runId, 'published', 1);
    await invoke('reap', {});
    await invoke('compact', {});

    const [state] = await Array.fromAsync(snapshot(store, { filter: { source: 'files' } }));
    const stored = await store.get(state?.content?.key ?? '');
    const { document } = cleanPage({ ...file, url: null });
    expect(new TextDecoder().decode(stored?.body)).toBe(canonicalJson(document));
    expect(state?.content?.sha).toBe(sha256(stored?.body ?? new Uint8Array()));
    expect((await readJson(store, runKey(runId), runRecord))?.value.completedAt).not.toBeNull();
    expect((await readIndex(store))?.value.checkpoint).not.toBeNull();
    expect(await verify(store)).toEqual([]);

    // the same message twice more: rows are added, nothing changes
    const before = await documents();
    const messenger = sqsMessenger(sqs, { clean: (await queuesOf('fetch'))['CLEAN_QUEUE'] });
    await messenger.send({ discover: [], fetch: [], clean: [message, message] });
    await until(runId, 'published', 3);
    expect(await documents()).toEqual(before);
    expect(await statesOf(runId)).toEqual({ published: 1 });
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('ends what a cancelled run has not fetched, also when its message comes twice', async () => {
    const ports = testPorts(store);
    const runId = ports.ulid();
    const queues = await queuesOf('fetch');
    const messenger = sqsMessenger(sqs, {
      discover: queues['DISCOVER_QUEUE'],
      fetch: queues['FETCH_QUEUE'],
    });
    const source = sourceDefinition.parse({
      name: 'adhoc',
      seeds: ['https://nowhere.invalid/slow'],
    });
    await store.put(cancelKey(runId), new Uint8Array());

    await beginRun(source, 'on-demand', { ...ports, ulid: () => runId }, messenger);
    await until(runId, 'deferred', 1);
    const { toFetch } = leftOver(
      (await readRunRows(store, runId)).filter(({ state }) => state === 'discovered'),
      () => null,
    );
    const again = packMessages({ runId, source: 'adhoc' }, toFetch, LIMITS, ports.ulid);
    await messenger.send({ discover: [], fetch: again, clean: [] });
    await until(runId, 'deferred', 2);
    await invoke('reap', {});

    const record = await readJson(store, runKey(runId), runRecord);
    expect(record?.value).toMatchObject({ discovered: 1, states: { deferred: 1 } });
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('puts a poison message into the dead-letter queue, from where it is sent back', async () => {
    const { runId, message } = await runWithPage('poison', 0);
    const QueueUrl = (await queuesOf('fetch'))['CLEAN_QUEUE'] ?? '';
    const named = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }),
    );
    const policy: { deadLetterTargetArn: string } = JSON.parse(
      named.Attributes?.['RedrivePolicy'] ?? '{}',
    );
    const name = policy.deadLetterTargetArn.split(':').at(-1) ?? '';
    const letters = QueueUrl.replace(/[^/]+$/, name);
    // it comes back at once instead of after 12 minutes
    await sqs.send(
      new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '2' } }),
    );
    const raw = message.pages[0]?.parts[0]?.raw.key ?? '';
    const whole = await store.get(raw);
    await store.put(raw, new Uint8Array(whole?.body.length ?? 0).fill(7));

    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
    const letter = await eventually('the dead letter', async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: letters, WaitTimeSeconds: 1 }),
      );
      return Messages[0] ?? null;
    });
    await until(runId, 'failed', 1);
    const rows = await readRunRows(store, runId);
    expect(rows.at(-1)).toMatchObject({ state: 'failed', reason: 'poison' });

    await store.put(raw, whole?.body ?? new Uint8Array());
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: letter.Body ?? '' }));
    await until(runId, 'published', 1);
    await invoke('reap', {});
    expect((await readJson(store, runKey(runId), runRecord))?.value).toMatchObject({
      discovered: 1,
      states: { published: 1 },
    });
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('leaves the bucket when it is destroyed', async () => {
    await cdk('destroy', '--force');

    expect(await readIndex(store)).not.toBeNull();
  }, 120_000);
});
