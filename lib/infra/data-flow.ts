/** discover ⇄ fetch → clean → commit: a queue and the function that reads it, stage by stage. */
import { Duration, type Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { EventType } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import type { CleanEnv, CommitEnv, DiscoverEnv, FetchEnv } from '../../lambdas/env.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { stageFunction } from './stage-function.ts';
import { consume, MAX_RECEIVES, type StageQueue, stageQueue } from './stage-queue.ts';
import { grantStore, type StoreBucket } from './store-grants.ts';

type StageName = 'discover' | 'fetch' | 'clean' | 'commit';

export interface DataFlow {
  readonly queues: Readonly<Record<StageName, StageQueue>>;
  readonly functions: Readonly<Record<StageName, NodejsFunction>>;
}

// A timed-out fetch blocks its lane for six times its timeout, so it is kept short.
export const TIMEOUT_S = { discover: 300, fetch: 180, clean: 120, commit: 60 };
const COMMIT_WINDOW_S = 10;
/** AWS allows no fewer; more would only race for the next number of the log. */
const COMMITTERS = 2;
/** Beginning of the id of CDK's own function for notifications. */
const NOTIFICATIONS = 'BucketNotificationsHandler';

export function dataFlow(stack: Stack, bucket: StoreBucket, USER_AGENT: string): DataFlow {
  const BUCKET = bucket.bucketName;
  const discovers = stageQueue(stack, 'discover', {
    fifo: true,
    timeoutSeconds: TIMEOUT_S.discover,
  });
  const fetches = stageQueue(stack, 'fetch', { fifo: true, timeoutSeconds: TIMEOUT_S.fetch });
  const cleans = stageQueue(stack, 'clean', { fifo: false, timeoutSeconds: TIMEOUT_S.clean });
  const commits = stageQueue(stack, 'commit', { fifo: false, timeoutSeconds: TIMEOUT_S.commit });
  const DISCOVER_QUEUE = discovers.queue.queueUrl;
  const FETCH_QUEUE = fetches.queue.queueUrl;
  const CLEAN_QUEUE = cleans.queue.queueUrl;

  const discover = stageFunction(stack, 'discover', {
    timeoutSeconds: TIMEOUT_S.discover,
    memoryMb: 2048, // the seen set: some 250 bytes a URL
    environment: { BUCKET, USER_AGENT, DISCOVER_QUEUE, FETCH_QUEUE } satisfies DiscoverEnv,
  });
  grantStore(discover, bucket, {
    read: ['runs/*', 'raw/*', 'manifest/*'],
    write: ['runs/*', 'manifest/segments/*'],
    mayMiss: ['runs/', 'manifest/'],
  });
  consume(discover, discovers, { batchSize: 1 });
  for (const { queue } of [discovers, fetches]) queue.grantSendMessages(discover);

  const fetch = stageFunction(stack, 'fetch', {
    timeoutSeconds: TIMEOUT_S.fetch,
    memoryMb: 512,
    environment: {
      BUCKET,
      USER_AGENT,
      DISCOVER_QUEUE,
      FETCH_QUEUE,
      CLEAN_QUEUE,
      MAX_RECEIVES: String(MAX_RECEIVES),
    } satisfies FetchEnv,
  });
  grantStore(fetch, bucket, {
    read: ['runs/*', 'hosts/*', 'manifest/*', 'raw/*'],
    write: ['hosts/*', 'raw/*', 'runs/*.spent/*', 'manifest/segments/*'],
    mayMiss: ['runs/', 'hosts/', 'manifest/'],
  });
  consume(fetch, fetches, { batchSize: 1 });
  for (const { queue } of [discovers, fetches, cleans]) queue.grantSendMessages(fetch);

  const clean = stageFunction(stack, 'clean', {
    timeoutSeconds: TIMEOUT_S.clean,
    memoryMb: 1024,
    environment: { BUCKET, MAX_RECEIVES: String(MAX_RECEIVES) } satisfies CleanEnv,
  });
  grantStore(clean, bucket, {
    read: ['runs/*', 'raw/*', 'profiles/*', 'manifest/*'],
    write: ['documents/*', 'manifest/segments/*'],
    mayMiss: ['documents/', 'profiles/', 'runs/', 'manifest/'],
  });
  consume(clean, cleans, { batchSize: 1 });

  const commit = stageFunction(stack, 'commit', {
    timeoutSeconds: TIMEOUT_S.commit,
    memoryMb: 512,
    environment: { BUCKET } satisfies CommitEnv,
  });
  // each commit is an event; events of the bucket itself would be paid for every object
  EventBus.fromEventBusName(stack, 'events', 'default').grantPutEventsTo(commit);
  grantStore(commit, bucket, {
    read: ['manifest/*'],
    write: ['manifest/log/*', 'manifest/index.json'],
    mayMiss: ['manifest/'],
  });
  bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(commits.queue), {
    prefix: 'manifest/segments/',
  });
  acknowledgeNotifications(stack);
  consume(commit, commits, {
    batchSize: 1000,
    maxBatchingWindow: Duration.seconds(COMMIT_WINDOW_S),
    maxConcurrency: COMMITTERS,
    reportBatchItemFailures: false,
  });

  return {
    queues: { discover: discovers, fetch: fetches, clean: cleans, commit: commits },
    functions: { discover, fetch, clean, commit },
  };
}

/** CDK's own function that tells the bucket whom to notify; it runs only during a deployment. */
function acknowledgeNotifications(stack: Stack): void {
  const why = 'Made by CDK to set the notifications of a bucket; it runs only during a deployment.';
  const basic = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  const found = stack.node.children.filter(({ node }) => node.id.startsWith(NOTIFICATIONS));
  for (const handler of found) {
    acknowledge(handler, `AwsSolutions-IAM4[Policy::${basic}]`, why);
    acknowledgeWildcard(handler, '*', why);
  }
}
