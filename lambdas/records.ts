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

export const logger = new Logger();

/** One message of a stage, parsed. */
export type MessageHandler<M> = (message: M, context: Context) => Promise<void>;

/**
 * An SQS handler: parses each record and hands it to the stage. A message that can never succeed is
 * thrown like any other, so that it ends in the dead-letter queue where an operator sees it.
 */
export function recordsHandler<M extends { readonly runId: string }>(
  schema: z.ZodType<M>,
  handle: MessageHandler<M>,
  { fifo }: { fifo: boolean },
) {
  const onRecord = async (record: SQSRecord, options: { context: Context }): Promise<void> => {
    const parsed = schema.safeParse(JSON.parse(record.body));
    if (!parsed.success) throw new PermanentError(`not a message: ${parsed.error.message}`);
    logger.appendKeys({ run: parsed.data.runId });
    await handle(parsed.data, options.context).catch((error: unknown) => {
      logger.error('message failed', { error: String(error), receives: record.attributes });
      throw error;
    });
  };
  return (event: SQSEvent, context: Context) => {
    logger.addContext(context);
    const handler = (record: SQSRecord) => onRecord(record, { context });
    return fifo
      ? processPartialResponse(event, handler, new SqsFifoPartialProcessorAsync(), {
          context,
          skipGroupOnError: true,
          throwOnFullBatchFailure: false,
        })
      : processPartialResponse(event, handler, new BatchProcessor(EventType.SQS), {
          context,
          throwOnFullBatchFailure: false,
        });
  };
}
