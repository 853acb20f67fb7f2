import { Duration } from 'aws-cdk-lib';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { DeduplicationScope, FifoThroughputLimit, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface StageQueueProps {
  readonly fifo: boolean;
  /** Of the function that reads it; the queue waits six times as long (AWS's own advice). */
  readonly timeoutSeconds: number;
}

export interface StageQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

export const VISIBILITY_FACTOR = 6;
/** The last receive writes `failed (poison)` before it tries once more. */
export const MAX_RECEIVES = 3;

/** A stage's queue with a dead-letter queue of the same kind. */
export function stageQueue(
  scope: Construct,
  name: string,
  { fifo, timeoutSeconds }: StageQueueProps,
): StageQueue {
  const kind = fifo
    ? {
        fifo,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      }
    : {};
  const deadLetters = deadLetterQueue(scope, name, kind);
  const queue = new Queue(scope, `${name}-queue`, {
    ...kind,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(timeoutSeconds * VISIBILITY_FACTOR),
    retentionPeriod: Duration.days(14),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVES },
  });
  return { queue, deadLetters };
}

/** Where what failed for good waits for an operator. */
export function deadLetterQueue(scope: Construct, name: string, kind: object = {}): Queue {
  const deadLetters = new Queue(scope, `${name}-dead-letters`, {
    ...kind,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  for (const rule of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']) {
    acknowledge(deadLetters, rule, 'It is a dead-letter queue itself; an alarm watches it.');
  }
  return deadLetters;
}

/** Lets a function read a queue. */
export function consume(
  stage: NodejsFunction,
  { queue }: StageQueue,
  props: SqsEventSourceProps,
): void {
  stage.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true, ...props }));
  acknowledge(
    stage,
    'Serverless-LambdaEventSourceMappingDestination',
    'The queue has a dead-letter queue; a mapping from SQS takes no other destination.',
  );
}
