import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { PermanentError } from '#lib/model/errors.ts';

const logger = new Logger();

/** What is to be done with one message of a stage, parsed. */
export interface MessageHandler<M, W> {
  readonly fifo: boolean;
  /** What the message asks for; null: nothing any more. */
  work(message: M): Promise<W | null>;
  handle(work: W, context: Context): Promise<void>;
  /** Called before the last of `maxReceives` tries. */
  readonly lastTry?: { readonly maxReceives: number; before(work: W): Promise<void> };
}

/**
 * An SQS handler: parses each record and hands it to the stage. A message that can never succeed is
 * thrown like any other, so that it ends in the dead-letter queue where an operator sees it.
 */
export function recordsHandler<M extends { readonly runId: string }, W>(
  schema: z.ZodType<M>,
  { fifo, work: workOf, handle, lastTry }: MessageHandler<M, W>,
) {
  const onRecord = async (record: SQSRecord, context: Context): Promise<void> => {
    const parsed = schema.safeParse(JSON.parse(record.body));
    if (!parsed.success) throw new PermanentError(`not a message: ${parsed.error.message}`);
    logger.appendKeys({ run: parsed.data.runId });
    const work = await workOf(parsed.data);
    if (work === null) return logger.info('nothing to do: the run has ended');
    const receives = Number(record.attributes.ApproximateReceiveCount);
    if (lastTry && receives >= lastTry.maxReceives) await lastTry.before(work);
    await handle(work, context);
  };
  return (event: SQSEvent, context: Context) => {
    logger.addContext(context);
    const each = async (record: SQSRecord): Promise<void> => {
      try {
        await onRecord(record, context);
      } catch (error) {
        const { messageId, attributes } = record;
        logger.error('message failed', { messageId, attributes, error: String(error) });
        throw error;
      }
    };
    return fifo
      ? processPartialResponse(event, each, new SqsFifoPartialProcessorAsync(), {
          context,
          skipGroupOnError: true,
          throwOnFullBatchFailure: false,
        })
      : processPartialResponse(event, each, new BatchProcessor(EventType.SQS), {
          context,
          throwOnFullBatchFailure: false,
        });
  };
}
