/** Everything Winnow has in an AWS account, in the order of the data flow. */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import type { Construct } from 'constructs';
import type { SourceDefinition } from '#lib/model/source.ts';
import type {
  CleanEnv,
  CommitEnv,
  CompactEnv,
  DiscoverEnv,
  FetchEnv,
  ReapEnv,
  TriggerEnv,
} from '../../lambdas/env.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { alarms } from './alarms.ts';
import { dashboard } from './dashboard.ts';
import { monthlyBudget } from './monthly-budget.ts';
import { purgeRole } from './purge-role.ts';
import { every, scheduleSource } from './schedules.ts';
import { stageFunction } from './stage-function.ts';
import {
  consume,
  deadLetterQueue,
  MAX_RECEIVES,
  stageQueue,
  VISIBILITY_FACTOR,
} from './stage-queue.ts';
import { storeBucket } from './store-bucket.ts';
import { grantStore } from './store-grants.ts';

export interface WinnowStackProps extends StackProps {
  /** Mail address or URL that stands in the user agent: whom the owner of a site can write to. */
  readonly contact: string;
  /** Where alarms go. */
  readonly alarmEmail: string;
  /** Each with a schedule becomes one in the account. */
  readonly sources: readonly SourceDefinition[];
  /** Where they lie; they are deployed beside the code that starts runs. */
  readonly sourcesFolder: string;
  /** Of the account's bill for what the stack made: a mail is sent when it is near; 0: none. */
  readonly monthlyDollars: number;
  /** Name of the bucket an earlier stack left behind. */
  readonly existingBucket?: string;
}

// A timed-out fetch blocks its lane for six times its timeout, so it is kept short.
const TIMEOUT_S = {
  discover: 300,
  fetch: 180,
  clean: 120,
  commit: 60,
  compact: 900,
  reap: 300,
  trigger: 30,
};
const COMMIT_WINDOW_S = 10;
/** AWS allows no fewer; more would only race for the next number of the log. */
const COMMITTERS = 2;
const REAP_MINUTES = 15;
/** Beginning of the id of CDK's own function for notifications. */
const NOTIFICATIONS = 'BucketNotificationsHandler';

export class WinnowStack extends Stack {
  constructor(scope: Construct, id: string, props: WinnowStackProps) {
    super(scope, id, props);
    const bucket = props.existingBucket
      ? Bucket.fromBucketName(this, 'store', props.existingBucket)
      : storeBucket(this);
    const BUCKET = bucket.bucketName;
    const USER_AGENT = `winnow/0.1 (+${props.contact.includes('://') ? '' : 'mailto:'}${props.contact})`;

    // discover ⇄ fetch → clean → commit
    const discovers = stageQueue(this, 'discover', {
      fifo: true,
      timeoutSeconds: TIMEOUT_S.discover,
    });
    const fetches = stageQueue(this, 'fetch', { fifo: true, timeoutSeconds: TIMEOUT_S.fetch });
    const cleans = stageQueue(this, 'clean', { fifo: false, timeoutSeconds: TIMEOUT_S.clean });
    const commits = stageQueue(this, 'commit', { fifo: false, timeoutSeconds: TIMEOUT_S.commit });
    const DISCOVER_QUEUE = discovers.queue.queueUrl;
    const FETCH_QUEUE = fetches.queue.queueUrl;
    const CLEAN_QUEUE = cleans.queue.queueUrl;

    const discover = stageFunction(this, 'discover', {
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

    const fetch = stageFunction(this, 'fetch', {
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

    const clean = stageFunction(this, 'clean', {
      timeoutSeconds: TIMEOUT_S.clean,
      memoryMb: 1024,
      environment: { BUCKET, MAX_RECEIVES: String(MAX_RECEIVES) } satisfies CleanEnv,
    });
    grantStore(clean, bucket, {
      read: ['runs/*', 'raw/*', 'profiles/*'],
      write: ['documents/*', 'manifest/segments/*'],
      mayMiss: ['documents/', 'profiles/', 'runs/'],
    });
    consume(clean, cleans, { batchSize: 1 });

    const commit = stageFunction(this, 'commit', {
      timeoutSeconds: TIMEOUT_S.commit,
      memoryMb: 512,
      environment: { BUCKET } satisfies CommitEnv,
    });
    // each commit is an event; events of the bucket itself would be paid for every object
    EventBus.fromEventBusName(this, 'events', 'default').grantPutEventsTo(commit);
    grantStore(commit, bucket, {
      read: ['manifest/*'],
      write: ['manifest/log/*', 'manifest/index.json'],
      mayMiss: ['manifest/'],
    });
    bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(commits.queue), {
      prefix: 'manifest/segments/',
    });
    acknowledgeNotifications(this);
    consume(commit, commits, {
      batchSize: 1000,
      maxBatchingWindow: Duration.seconds(COMMIT_WINDOW_S),
      maxConcurrency: COMMITTERS,
      reportBatchItemFailures: false,
    });

    // Schedules: compaction, the reaper, and one a source
    const deadLetters = deadLetterQueue(this, 'schedule');
    const compact = stageFunction(this, 'compact', {
      timeoutSeconds: TIMEOUT_S.compact,
      memoryMb: 2048,
      deadLetters,
      environment: { BUCKET } satisfies CompactEnv,
    });
    grantStore(compact, bucket, {
      write: ['manifest/*', 'profiles/*'],
      remove: ['manifest/*'],
      mayMiss: ['manifest/'],
    });
    every(this, 'compact', compact, { rate: Duration.hours(1), deadLetters });

    const lostAfterMs = 2 * VISIBILITY_FACTOR * TIMEOUT_S.discover * 1000;
    const reap = stageFunction(this, 'reap', {
      timeoutSeconds: TIMEOUT_S.reap,
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
      read: ['runs/*', 'manifest/*'],
      write: ['runs/*', 'manifest/segments/*', 'reports/*'],
      mayMiss: ['runs/', 'manifest/', 'reports/'],
    });
    for (const { queue } of [discovers, fetches, cleans]) queue.grantSendMessages(reap);
    every(this, 'reap', reap, { rate: Duration.minutes(REAP_MINUTES), deadLetters });

    const trigger = stageFunction(this, 'trigger', {
      timeoutSeconds: TIMEOUT_S.trigger,
      memoryMb: 512,
      deadLetters,
      sources: props.sourcesFolder,
      environment: { BUCKET, DISCOVER_QUEUE } satisfies TriggerEnv,
    });
    grantStore(trigger, bucket, {
      write: ['config/sources/*', 'runs/*'],
      mayMiss: ['config/sources/', 'runs/'],
    });
    discovers.queue.grantSendMessages(trigger);
    for (const source of props.sources) scheduleSource(this, trigger, source, deadLetters);
    const url = trigger.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });

    const queues = { discover: discovers, fetch: fetches, clean: cleans, commit: commits };
    const stages = Object.entries(queues);
    const letters = Object.fromEntries(stages.map(([name, of]) => [name, of.deadLetters]));
    alarms(this, props.alarmEmail, {
      deadLetters: { ...letters, schedule: deadLetters },
      functions: { commit, compact, reap, trigger },
      commits: commits.queue,
      sources: props.sources.flatMap(({ name, schedule }) => (schedule ? [name] : [])),
    });
    dashboard(this, {
      functions: [discover, fetch, clean, commit, compact, reap, trigger],
      queues: stages.map(([, of]) => of.queue),
      deadLetters: [...Object.values(letters), deadLetters],
    });
    if (props.monthlyDollars > 0) monthlyBudget(this, props.monthlyDollars, props.alarmEmail);
    new CfnOutput(this, 'Bucket', { value: bucket.bucketName });
    new CfnOutput(this, 'TriggerUrl', { value: url.url });
    new CfnOutput(this, 'PurgeRole', { value: purgeRole(this, bucket).roleArn });
    for (const [name, of] of stages) {
      const stage = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      new CfnOutput(this, `${stage}Queue`, { value: of.queue.queueUrl });
      new CfnOutput(this, `${stage}DeadLetters`, { value: of.deadLetters.queueUrl });
    }
  }
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
