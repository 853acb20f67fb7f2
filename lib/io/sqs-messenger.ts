import { randomUUID } from 'node:crypto';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { RetryableError } from '#lib/model/errors.ts';
import { splitClean, splitDiscover, splitFetch } from '#lib/model/split-message.ts';
import type { Messages, Messenger } from './messenger.ts';

export interface QueueUrls {
  readonly discover?: string | undefined;
  readonly fetch?: string | undefined;
  readonly clean?: string | undefined;
}

interface Entry {
  readonly body: string;
  /** FIFO: the group that is worked on one message at a time, and what makes a repeat a repeat. */
  readonly group?: string;
  readonly deduplication?: string;
}

/** SQS takes at most ten messages and 1 MiB in a request; a margin is left for the envelope. */
const MAX_ENTRIES = 10;
const MAX_BATCH_BYTES = 1_000_000;

/**
 * Messages over SQS. Discover is FIFO by run, fetch FIFO by lane (one worker on a lane, so on a
 * host), clean is a standard queue.
 */
export function sqsMessenger(client: SQSClient, queues: QueueUrls): Messenger {
  const sendAll = async (queue: string | undefined, entries: readonly Entry[]): Promise<void> => {
    if (entries.length === 0) return;
    if (queue === undefined) throw new TypeError('this function may not send to that queue');
    for (const batch of batches(entries)) await sendBatch(client, queue, batch);
  };
  return {
    async send({ discover, fetch, clean }: Messages) {
      await sendAll(
        queues.fetch,
        fetch.flatMap(fitting(splitFetch)).map((message) => ({
          body: JSON.stringify(message),
          group: String(message.lane),
          deduplication: `${message.runId}-${message.batch}-${message.attempt}`,
        })),
      );
      await sendAll(
        queues.clean,
        clean.flatMap(fitting(splitClean)).map((message) => ({ body: JSON.stringify(message) })),
      );
      await sendAll(
        queues.discover,
        discover.flatMap(fitting(splitDiscover)).map((message) => ({
          body: JSON.stringify(message),
          group: message.runId,
          deduplication: randomUUID(),
        })),
      );
    },
  };
}

/** Of a message as many as it takes for each to fit into a request. */
function fitting<M>(split: (message: M, maxBytes: number) => M[]): (message: M) => M[] {
  return (message) => split(message, MAX_BATCH_BYTES);
}

function* batches(entries: readonly Entry[]): Generator<Entry[]> {
  let batch: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.body);
    if (batch.length === MAX_ENTRIES || bytes + size > MAX_BATCH_BYTES) {
      if (batch.length > 0) yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function sendBatch(client: SQSClient, queue: string, batch: readonly Entry[]): Promise<void> {
  const answer = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queue,
      Entries: batch.map(({ body, group, deduplication }, index) => ({
        Id: String(index),
        MessageBody: body,
        ...(group === undefined ? {} : { MessageGroupId: group }),
        ...(deduplication === undefined ? {} : { MessageDeduplicationId: deduplication }),
      })),
    }),
  );
  const [failed] = answer.Failed ?? [];
  if (failed) throw new RetryableError(`SQS refused a message: ${failed.Code} ${failed.Message}`);
}
