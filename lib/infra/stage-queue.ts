import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface StageQueueProps {
  readonly fifo: boolean;
  /** Of the function that reads it; the queue waits six times as long (AWS's own advice). */
  readonly timeoutSeconds: number;
}

export interface StageQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

const VISIBILITY_FACTOR = 6;
const MAX_RECEIVES = 3;

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
  const deadLetters = new Queue(scope, `${name}-dead-letters`, {
    ...kind,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const queue = new Queue(scope, `${name}-queue`, {
    ...kind,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(timeoutSeconds * VISIBILITY_FACTOR),
    retentionPeriod: Duration.days(14),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVES },
  });
  return { queue, deadLetters };
}
