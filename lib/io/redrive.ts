import { randomUUID } from 'node:crypto';
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

export interface Redrive {
  /** URL of the dead-letter queue. */
  readonly from: string;
  readonly to: string;
  /** Called after each message, with how many were sent back. */
  readonly onMoved?: (moved: number) => void;
}

const BATCH = 10;
const WAIT_S = 1;
/** Long enough to send it back; whatever is not deleted by then is there again. */
const HIDDEN_S = 60;

/**
 * Sends every message of a dead-letter queue back to where it failed; says how many. A message is
 * removed only after it was sent, so none is lost; interrupted, one may be sent twice, which all stages
 * bear. With a new deduplication id: under its old one a FIFO queue would drop it for five minutes.
 */
export async function redrive(client: SQSClient, { from, to, onMoved }: Redrive): Promise<number> {
  let moved = 0;
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        MaxNumberOfMessages: BATCH,
        WaitTimeSeconds: WAIT_S,
        VisibilityTimeout: HIDDEN_S,
        MessageSystemAttributeNames: ['MessageGroupId'],
      }),
    );
    if (Messages.length === 0) return moved;
    for (const message of Messages) {
      await sendBack(client, message, to);
      await client.send(
        new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle: message.ReceiptHandle }),
      );
      moved += 1;
      onMoved?.(moved);
    }
  }
}

async function sendBack(client: SQSClient, { Body, Attributes }: Message, to: string) {
  const group = to.endsWith('.fifo') ? Attributes?.MessageGroupId : undefined;
  await client.send(
    new SendMessageCommand({
      QueueUrl: to,
      MessageBody: Body ?? '',
      ...(group === undefined
        ? {}
        : { MessageGroupId: group, MessageDeduplicationId: randomUUID() }),
    }),
  );
}
