import { Logger } from '@aws-lambda-powertools/logger';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { S3Event, SQSEvent } from 'aws-lambda';
import { eventBus } from '#lib/io/event-bus.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { commitEnv } from './env.ts';
import { bucketStore } from './ports.ts';

const logger = new Logger();
const env = commitEnv.parse(process.env);
const events = eventBus(new EventBridgeClient({}));
const deps = {
  store: bucketStore(env.BUCKET),
  now: systemClock.now,
  ulid: ulidFactory(systemClock.now),
};

/** S3 events of new segments, collected by the queue for some seconds: one commit for all of them. */
export async function handler(event: SQSEvent): Promise<void> {
  const segments = event.Records.flatMap(({ body }) => {
    const { Records = [] }: Partial<S3Event> = JSON.parse(body); // s3:TestEvent has none
    return Records.map(({ s3 }) => ({ key: decodeURIComponent(s3.object.key) }));
  });
  const { number, rejected } = await commitSegments(segments, deps);
  logger.info('committed', { number, segments: segments.length });
  for (const { key, problem } of rejected) logger.error('segment rejected', { key, problem });
  // also when another try was first: killed before this, the messages come again
  if (number > 0) await events.announce('Commit', { bucket: env.BUCKET, number });
}
