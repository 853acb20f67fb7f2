import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { s3ObjectStore } from '#lib/io/s3-object-store.ts';
import type { Stage } from '#lib/model/cost/measured-usage.ts';
import { runKey } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import { readJson } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { isTerminal } from '#lib/model/states.ts';
import { readRunRows } from '#lib/run/read-run-rows.ts';
import { runStates } from '#lib/run/resume.ts';
import { type IsolatedCloud, startIsolatedCloud } from '../support/cloud/isolated-cloud.ts';

const run = promisify(execFile);
/** The emulator knows no AWS Budgets. */
const CONTEXT = [
  'contact=ops@example.org',
  'alarmEmail=ops@example.org',
  'monthlyDollars=0',
].flatMap((one) => ['-c', one]);
const TRIES_A_SECOND = 2;

interface DeployedFunction {
  readonly FunctionName: string;
}

/** The stack, deployed by CDK on an emulator, and ways to look at it. */
export interface DeployedStack {
  readonly cloud: IsolatedCloud;
  readonly store: ObjectStore;
  readonly sqs: SQSClient;
  /** What the stack says of itself. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Folder of its templates. */
  readonly assembly: string;
  cdk(...args: string[]): Promise<string>;
  /** Calls a function and waits for its answer. */
  invoke(stage: string, event: unknown): Promise<unknown>;
  /** How long a message stays hidden that a function took and did not finish. */
  hideFor(stage: Stage, seconds: number): Promise<void>;
  /** Waits until the index tells of so many rows of the run in a state. */
  until(runId: string, state: string, rows: number, seconds?: number): Promise<true>;
  /** Waits until no URL of the run is open, then lets the reaper complete it. */
  completed(runId: string, seconds?: number): Promise<RunRecord>;
  lastRows(runId: string): Promise<Row[]>;
  destroy(): Promise<void>;
}

/** Waits until `check` gives something; the emulator's queues and events take some seconds. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | null>,
  seconds = 60,
): Promise<T> {
  for (let tries = 0; tries < seconds * TRIES_A_SECOND; tries++) {
    const result = await check();
    if (result !== null) return result;
    await wait(1000 / TRIES_A_SECOND);
  }
  throw new Error(`never: ${what}`);
}

/** Bootstraps and deploys the real stack with the source definitions of a folder. */
export async function deployStack(
  sources: (cloud: IsolatedCloud) => Promise<string>,
): Promise<DeployedStack> {
  const cloud = await startIsolatedCloud();
  const assembly = await mkdtemp(join(tmpdir(), 'winnow-cdk-'));
  const folder = await sources(cloud);
  const cdk = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await run(
      'node_modules/.bin/cdk',
      [...args, ...CONTEXT, '-c', `sources=${folder}`, '--output', assembly],
      {
        env: {
          ...process.env,
          ...cloud.variables,
          CDK_DEFAULT_ACCOUNT: '000000000000',
          CDK_DEFAULT_REGION: 'us-east-1',
        },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return stdout + stderr;
  };
  await cdk('bootstrap', 'aws://000000000000/us-east-1');
  const said = await cdk('deploy', '--require-approval', 'never');
  const outputs = new Map(
    [...said.matchAll(/^Winnow\.(\w+) = (\S+)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const config = {
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const client = new S3Client({ ...config, forcePathStyle: true });
  const sqs = new SQSClient(config);
  const store = s3ObjectStore({ bucket: outputs.get('Bucket') ?? '', prefix: '', client });

  const functionOf = async (stage: string): Promise<DeployedFunction> => {
    const listed = await fetch(`${cloud.endpoint}/2015-03-31/functions/`);
    const { Functions }: { Functions: DeployedFunction[] } = JSON.parse(await listed.text());
    const found = Functions.find(({ FunctionName }) => FunctionName.includes(`${stage}function`));
    if (!found) throw new Error(`no function ${stage}`);
    return found;
  };
  const invoke = async (stage: string, event: unknown): Promise<unknown> => {
    const { FunctionName } = await functionOf(stage);
    const path = `2015-03-31/functions/${FunctionName}/invocations`;
    const answer = await fetch(`${cloud.endpoint}/${path}`, {
      method: 'POST',
      body: JSON.stringify(event),
    });
    return answer.json();
  };
  const lastRows = async (runId: string): Promise<Row[]> => [
    ...runStates(await readRunRows(store, runId)).values(),
  ];

  return {
    cloud,
    store,
    sqs,
    outputs,
    assembly,
    cdk,
    invoke,
    lastRows,
    async hideFor(stage, seconds) {
      const QueueUrl = outputs.get(`${stage[0]?.toUpperCase()}${stage.slice(1)}Queue`);
      const Attributes = { VisibilityTimeout: String(seconds) };
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    },
    until: (runId, state, rows, seconds) =>
      eventually(
        `${rows} rows ${state}`,
        async () =>
          ((await readIndex(store))?.value.runs[runId]?.states[state] ?? 0) >= rows ? true : null,
        seconds,
      ),
    async completed(runId, seconds = 90) {
      await eventually(
        `no open URL in ${runId}`,
        async () => {
          const rows = await lastRows(runId);
          return rows.length > 0 && rows.every(({ state }) => isTerminal(state)) ? true : null;
        },
        seconds,
      );
      return await eventually(`${runId} complete`, async () => {
        await invoke('reap', {});
        const record = (await readJson(store, runKey(runId), runRecord))?.value;
        return record && record.completedAt !== null ? record : null;
      });
    },
    async destroy() {
      client.destroy();
      sqs.destroy();
      await cloud.stop();
      await rm(assembly, { recursive: true, force: true });
    },
  };
}
