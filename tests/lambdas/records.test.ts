import { readFileSync } from 'node:fs';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PermanentError, RetryableError } from '#lib/model/errors.ts';
import { recordsHandler } from '../../lambdas/records.ts';

const message = z.object({ runId: z.ulid(), name: z.string() });
const [FIRST, SECOND] = [
  '059f36b4-87a3-44ab-83d2-661975830a7d',
  '2e1424d4-f796-459a-8184-9c92662be6da',
];

/** Two messages of one lane as SQS delivers them, the second for the third time. */
function recorded(change: (body: string, index: number) => string = (body) => body): SQSEvent {
  const event: SQSEvent = JSON.parse(
    readFileSync(new URL('events/fetch-batch.json', import.meta.url), 'utf8'),
  );
  const Records = event.Records.map((record, index) => ({
    ...record,
    body: change(record.body, index),
  }));
  return { Records };
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'fetch',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:fetch',
  memoryLimitInMB: '512',
  awsRequestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
  logGroupName: 'fetch',
  logStreamName: '2026/11/22/[$LATEST]1',
  getRemainingTimeInMillis: () => 60_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

/** A handler that notes what it is asked to do, and fails where told. */
function noting({
  fifo,
  fail,
  done,
}: {
  fifo: boolean;
  fail?: (name: string) => Error | null;
  done?: readonly string[];
}) {
  const notes: string[] = [];
  const handler = recordsHandler(message, {
    fifo,
    work: async ({ name }) => (done?.includes(name) ? null : { name }),
    async handle({ name }) {
      notes.push(`handle ${name}`);
      const error = fail?.(name);
      if (error) throw error;
    },
    lastTry: {
      maxReceives: 3,
      async before({ name }) {
        notes.push(`last try of ${name}`);
      },
    },
  });
  return { notes, handler };
}

describe('recordsHandler', () => {
  it('hands each message on and reports no failures', async () => {
    const { notes, handler } = noting({ fifo: true });

    expect(await handler(recorded(), context)).toEqual({ batchItemFailures: [] });
    expect(notes).toEqual(['handle first', 'last try of second', 'handle second']);
  });

  it('does nothing for a message that asks for nothing any more, not even before its last try', async () => {
    const { notes, handler } = noting({ fifo: false, done: ['second'] });

    expect(await handler(recorded(), context)).toEqual({ batchItemFailures: [] });
    expect(notes).toEqual(['handle first']);
  });

  it.each([new RetryableError('busy'), new PermanentError('never')])(
    'reports a message that threw %s and does the others',
    async (error) => {
      const { notes, handler } = noting({
        fifo: false,
        fail: (name) => (name === 'first' ? error : null),
      });

      expect(await handler(recorded(), context)).toEqual({
        batchItemFailures: [{ itemIdentifier: FIRST }],
      });
      expect(notes).toContain('handle second');
    },
  );

  it('does nothing more of a lane after a failure, so that its order holds', async () => {
    const { notes, handler } = noting({ fifo: true, fail: () => new RetryableError('busy') });

    expect(await handler(recorded(), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: FIRST }, { itemIdentifier: SECOND }],
    });
    expect(notes).toEqual(['handle first']);
  });

  it.each(['not JSON', '{"runId":"01KAQ0000000000000000000A1"}', '[]', 'null'])(
    'reports %j, which is no message, so that it ends among the dead letters',
    async (body) => {
      const { notes, handler } = noting({ fifo: false });
      const event = recorded((text, index) => (index === 1 ? body : text));

      expect(await handler(event, context)).toEqual({
        batchItemFailures: [{ itemIdentifier: SECOND }],
      });
      expect(notes).toEqual(['handle first']);
    },
  );
});
