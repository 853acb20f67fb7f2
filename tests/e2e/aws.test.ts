import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { snapshot } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import { importFiles } from '#lib/local/import-files.ts';
import { verify } from '#lib/manifest/verify.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { runKey, sourceKey } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { runRecord } from '#lib/model/run.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { newRun } from '#lib/run/run-records.ts';
import { type Ministack, startMinistack, whyNoMinistack } from '../support/ministack.ts';
import { testPorts } from '../support/sample-run.ts';

const run = promisify(execFile);
const CONTEXT = ['-c', 'contact=ops@example.org', '-c', 'alarmEmail=ops@example.org'];
const HOURS_AGO = 3 * 60 * 60_000;

const missing = whyNoMinistack();
if (missing) console.warn(`tests/e2e is skipped: ${missing}`);

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

  const invoke = async (stage: string, event: unknown): Promise<unknown> => {
    const functions = `${aws.endpoint}/2015-03-31/functions`;
    const listed = await (await fetch(`${functions}/`)).json();
    const { Functions } = listed as { Functions: { FunctionName: string }[] };
    const found = Functions.find(({ FunctionName }) => FunctionName.includes(`${stage}function`));
    const answer = await fetch(`${functions}/${found?.FunctionName}/invocations`, {
      method: 'POST',
      body: JSON.stringify(event),
    });
    return answer.json();
  };

  beforeAll(async () => {
    aws = await startMinistack();
    await cdk('bootstrap', 'aws://000000000000/us-east-1');
    const { stdout, stderr } = await cdk('deploy', '--require-approval', 'never');
    const bucket = /Winnow\.Bucket = (\S+)/.exec(`${stdout}${stderr}`)?.[1] ?? '';
    client = new S3Client({
      endpoint: aws.endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    store = s3ObjectStore({ bucket, prefix: '', client });
    const adhoc = await readFile('sources/adhoc.json');
    await store.put(sourceKey('adhoc'), adhoc);
  }, 400_000);
  afterAll(async () => {
    client?.destroy();
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

  it('finds a page whose clean message was lost, cleans it, and completes the run', async () => {
    const ports = testPorts(store);
    const past = { ...ports, clock: { ...ports.clock, now: () => Date.now() - HOURS_AGO } };
    const source: SourceDefinition = sourceDefinition.parse({ name: 'files' });
    const runId = ports.ulid();
    const record = newRun(source, 'on-demand', runId, new Date().toISOString());
    await store.create(runKey(runId), new TextEncoder().encode(JSON.stringify(record)));
    const bytes = await readFile('samples/site/gov/zwgk/tzgg/t20230912_60117.html');
    const file = { name: 'page.html', bytes, contentType: 'text/html; charset=utf-8' };
    const { rows } = await importFiles([file], { runId, source: 'files' }, new Set(), past);
    await writeSegment(rows, { store, now: ports.clock.now, ulid: ports.ulid });
    await eventually('the commit of its rows', async () =>
      (await readIndex(store))?.value.runs[runId]?.states['fetched'] === 1 ? true : null,
    );

    await invoke('reap', {});
    await eventually('the document', async () =>
      (await readIndex(store))?.value.runs[runId]?.states['published'] === 1 ? true : null,
    );
    await invoke('reap', {});
    await invoke('compact', {});

    const [state] = await Array.fromAsync(snapshot(store, { filter: { source: 'files' } }));
    const stored = await store.get(state?.content?.key ?? '');
    const document = JSON.parse(new TextDecoder().decode(stored?.body));
    expect(document).toEqual(
      JSON.parse(JSON.stringify(cleanPage({ ...file, url: null }).document)),
    );
    expect((await readJson(store, runKey(runId), runRecord))?.value.completedAt).not.toBeNull();
    expect((await readIndex(store))?.value.checkpoint).not.toBeNull();
    expect(await verify(store)).toEqual([]);
  }, 120_000);

  it('leaves the bucket when it is destroyed', async () => {
    await cdk('destroy', '--force');

    expect(await readIndex(store)).not.toBeNull();
  }, 120_000);
});
