/** What begins by the clock or by hand: compaction, the reaper, and the trigger with a schedule a source. */
import { Duration, type Stack } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { CompactEnv, ReapEnv, TriggerEnv } from '../../lambdas/env.ts';
import { type DataFlow, TIMEOUT_S } from './data-flow.ts';
import { every, scheduleSource } from './schedules.ts';
import { stageFunction } from './stage-function.ts';
import { deadLetterQueue, VISIBILITY_FACTOR } from './stage-queue.ts';
import { grantStore, type StoreBucket } from './store-grants.ts';

export interface ScheduledProps {
  readonly bucket: StoreBucket;
  readonly userAgent: string;
  readonly queues: DataFlow['queues'];
  readonly sources: readonly SourceDefinition[];
  /** Absolute path of where they lie. */
  readonly sourcesFolder: string;
}

export interface ScheduledFunctions {
  readonly functions: Readonly<Record<'compact' | 'reap' | 'trigger', NodejsFunction>>;
  /** Events that no function could be called with. */
  readonly deadLetters: IQueue;
  readonly triggerUrl: string;
}

const REAP_MINUTES = 15;

export function scheduledFunctions(
  stack: Stack,
  { bucket, userAgent: USER_AGENT, queues, sources, sourcesFolder }: ScheduledProps,
): ScheduledFunctions {
  const BUCKET = bucket.bucketName;
  const { discover, fetch, clean } = queues;
  const DISCOVER_QUEUE = discover.queue.queueUrl;
  const FETCH_QUEUE = fetch.queue.queueUrl;
  const CLEAN_QUEUE = clean.queue.queueUrl;

  const deadLetters = deadLetterQueue(stack, 'schedule');
  const compact = stageFunction(stack, 'compact', {
    timeoutSeconds: 900,
    memoryMb: 2048,
    deadLetters,
    environment: { BUCKET } satisfies CompactEnv,
  });
  grantStore(compact, bucket, {
    write: ['manifest/*', 'profiles/*'],
    remove: ['manifest/*'],
    mayMiss: ['manifest/', 'profiles/'],
  });
  every(stack, 'compact', compact, { rate: Duration.hours(1), deadLetters });

  const lostAfterMs = 2 * VISIBILITY_FACTOR * TIMEOUT_S.discover * 1000;
  const reap = stageFunction(stack, 'reap', {
    timeoutSeconds: 300,
    memoryMb: 1024,
    deadLetters,
    environment: {
      BUCKET,
      USER_AGENT,
      DISCOVER_QUEUE,
      FETCH_QUEUE,
      CLEAN_QUEUE,
      LOST_AFTER_MS: String(lostAfterMs),
      EVERY_MS: String(Duration.minutes(REAP_MINUTES).toMilliseconds()),
    } satisfies ReapEnv,
  });
  grantStore(reap, bucket, {
    read: ['runs/*', 'hosts/*', 'manifest/*'],
    write: ['runs/*', 'manifest/segments/*', 'reports/*'],
    mayMiss: ['runs/', 'hosts/', 'manifest/', 'reports/'],
  });
  for (const { queue } of [discover, fetch, clean]) queue.grantSendMessages(reap);
  every(stack, 'reap', reap, { rate: Duration.minutes(REAP_MINUTES), deadLetters });

  const trigger = stageFunction(stack, 'trigger', {
    timeoutSeconds: 30,
    memoryMb: 512,
    deadLetters,
    sources: sourcesFolder,
    environment: { BUCKET, DISCOVER_QUEUE } satisfies TriggerEnv,
  });
  grantStore(trigger, bucket, {
    read: ['manifest/index.json'],
    write: ['config/sources/*', 'runs/*'],
    mayMiss: ['config/sources/', 'manifest/', 'runs/'],
  });
  discover.queue.grantSendMessages(trigger);
  for (const source of sources) scheduleSource(stack, trigger, source, deadLetters);
  const url = trigger.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });

  return { functions: { compact, reap, trigger }, deadLetters, triggerUrl: url.url };
}
