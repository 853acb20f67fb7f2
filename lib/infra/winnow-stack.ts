/** Everything Winnow has in an AWS account, in the order of the data flow. */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Bucket, EventType, type IBucket } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import {
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
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
import { stageFunction } from './stage-function.ts';
import { type StageQueue, stageQueue } from './stage-queue.ts';
import { storeBucket } from './store-bucket.ts';

export interface WinnowStackProps extends StackProps {
  /** Mail address or URL that stands in the user agent: whom the owner of a site can write to. */
  readonly contact: string;
  /** Where alarms go. */
  readonly alarmEmail: string;
  /** Each with a schedule becomes one in the account. */
  readonly sources: readonly SourceDefinition[];
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
const VISIBILITY_FACTOR = 6;

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
      memoryMb: 1024,
      environment: { BUCKET, USER_AGENT, DISCOVER_QUEUE, FETCH_QUEUE } satisfies DiscoverEnv,
    });
    read(bucket, discover, ['runs/*', 'raw/*', 'manifest/*']);
    write(bucket, discover, ['runs/*', 'manifest/segments/*']);
    list(bucket, discover, ['runs/', 'manifest/']);
    consume(discover, discovers, { batchSize: 1 });
    fetches.queue.grantSendMessages(discover);

    const fetch = stageFunction(this, 'fetch', {
      timeoutSeconds: TIMEOUT_S.fetch,
      memoryMb: 512,
      environment: {
        BUCKET,
        USER_AGENT,
        DISCOVER_QUEUE,
        FETCH_QUEUE,
        CLEAN_QUEUE,
      } satisfies FetchEnv,
    });
    read(bucket, fetch, ['runs/*', 'hosts/*', 'manifest/*', 'raw/*']);
    write(bucket, fetch, ['hosts/*', 'raw/*', 'manifest/segments/*']);
    list(bucket, fetch, ['runs/', 'hosts/', 'manifest/']);
    consume(fetch, fetches, { batchSize: 1 });
    for (const { queue } of [discovers, fetches, cleans]) queue.grantSendMessages(fetch);

    const clean = stageFunction(this, 'clean', {
      timeoutSeconds: TIMEOUT_S.clean,
      memoryMb: 1024,
      environment: { BUCKET, USER_AGENT } satisfies CleanEnv,
    });
    read(bucket, clean, ['runs/*', 'raw/*', 'documents/*', 'profiles/*']);
    write(bucket, clean, ['documents/*', 'manifest/segments/*']);
    list(bucket, clean, ['documents/', 'profiles/', 'runs/']);
    consume(clean, cleans, { batchSize: 1 });

    const commit = stageFunction(this, 'commit', {
      timeoutSeconds: TIMEOUT_S.commit,
      memoryMb: 512,
      environment: { BUCKET } satisfies CommitEnv,
    });
    read(bucket, commit, ['manifest/*']);
    write(bucket, commit, ['manifest/log/*', 'manifest/index.json']);
    list(bucket, commit, ['manifest/']);
    bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(commits.queue), {
      prefix: 'manifest/segments/',
    });
    consume(commit, commits, {
      batchSize: 1000,
      maxBatchingWindow: Duration.seconds(COMMIT_WINDOW_S),
      maxConcurrency: COMMITTERS,
      reportBatchItemFailures: false,
    });

    // Schedules: compaction, the reaper, and one a source
    const compact = stageFunction(this, 'compact', {
      timeoutSeconds: TIMEOUT_S.compact,
      memoryMb: 2048,
      environment: { BUCKET } satisfies CompactEnv,
    });
    read(bucket, compact, ['manifest/*']);
    write(bucket, compact, ['manifest/*', 'profiles/*']);
    remove(bucket, compact, ['manifest/*']);
    list(bucket, compact, ['manifest/']);
    every(this, 'compact', compact, Duration.hours(1));

    const lostAfterMs = 2 * VISIBILITY_FACTOR * TIMEOUT_S.discover * 1000;
    const reap = stageFunction(this, 'reap', {
      timeoutSeconds: TIMEOUT_S.reap,
      memoryMb: 1024,
      environment: {
        BUCKET,
        USER_AGENT,
        DISCOVER_QUEUE,
        FETCH_QUEUE,
        CLEAN_QUEUE,
        LOST_AFTER_MS: String(lostAfterMs),
      } satisfies ReapEnv,
    });
    read(bucket, reap, ['runs/*', 'manifest/*']);
    write(bucket, reap, ['runs/*']);
    list(bucket, reap, ['runs/', 'manifest/']);
    for (const { queue } of [discovers, fetches, cleans]) queue.grantSendMessages(reap);
    every(this, 'reap', reap, Duration.minutes(15));

    const trigger = stageFunction(this, 'trigger', {
      timeoutSeconds: TIMEOUT_S.trigger,
      memoryMb: 256,
      environment: { BUCKET, DISCOVER_QUEUE } satisfies TriggerEnv,
    });
    read(bucket, trigger, ['config/sources/*']);
    write(bucket, trigger, ['runs/*']);
    list(bucket, trigger, ['config/sources/', 'runs/']);
    discovers.queue.grantSendMessages(trigger);
    for (const source of props.sources) scheduleSource(this, trigger, source);
    const url = trigger.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });

    alarms(this, { discovers, fetches, cleans, commits }, props.alarmEmail);
    new CfnOutput(this, 'Bucket', { value: bucket.bucketName });
    new CfnOutput(this, 'TriggerUrl', { value: url.url });
  }
}

/** The little of a bucket that grants need: an adopted one has no more. */
type StoreBucket = Pick<IBucket, 'arnForObjects' | 'bucketArn'>;

function consume(
  stage: NodejsFunction,
  { queue }: StageQueue,
  props: ConstructorParameters<typeof SqsEventSource>[1],
): void {
  stage.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true, ...props }));
}

function allow(
  stage: NodejsFunction,
  actions: string[],
  bucket: StoreBucket,
  keys: string[],
): void {
  const resources = keys.map((key) => bucket.arnForObjects(key));
  stage.addToRolePolicy(new PolicyStatement({ actions, resources }));
}

function read(bucket: StoreBucket, stage: NodejsFunction, keys: string[]): void {
  allow(stage, ['s3:GetObject'], bucket, keys);
}

/** Conditional writes read what is there, so a function that writes may read the same keys. */
function write(bucket: StoreBucket, stage: NodejsFunction, keys: string[]): void {
  allow(stage, ['s3:PutObject', 's3:GetObject'], bucket, keys);
}

function remove(bucket: StoreBucket, stage: NodejsFunction, keys: string[]): void {
  allow(stage, ['s3:DeleteObject'], bucket, keys);
}

/** Without it a missing key answers 403, which is a fault; with it 404, which is absence. */
function list(bucket: StoreBucket, stage: NodejsFunction, prefixes: string[]): void {
  stage.addToRolePolicy(
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
    }),
  );
}

function every(scope: Construct, name: string, stage: NodejsFunction, rate: Duration): void {
  new Schedule(scope, `${name}-schedule`, {
    schedule: ScheduleExpression.rate(rate),
    target: new LambdaInvoke(stage, {}),
  });
}

/** A flexible window spreads the sources; a start that fails is tried again and then in the queue. */
function scheduleSource(scope: Construct, trigger: NodejsFunction, source: SourceDefinition): void {
  if (source.schedule === undefined) return;
  new Schedule(scope, `source-${source.name}`, {
    schedule: ScheduleExpression.expression(source.schedule),
    timeWindow: TimeWindow.flexible(Duration.minutes(15)),
    target: new LambdaInvoke(trigger, {
      input: ScheduleTargetInput.fromObject({
        source: source.name,
        trigger: 'schedule',
        definition: source,
      }),
    }),
  });
}

function alarms(scope: Construct, queues: Record<string, StageQueue>, email: string): void {
  const topic = new Topic(scope, 'alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(email));
  for (const [name, { deadLetters }] of Object.entries(queues)) {
    new Alarm(scope, `${name}-dead-letters-alarm`, {
      alarmDescription: `Messages of ${name} failed three times. Read one, mend the cause, then send them back with winnow redrive; see docs/operations.md.`,
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
  }
}
