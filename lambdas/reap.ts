import { Logger } from '@aws-lambda-powertools/logger';
import { reapRuns } from '#lib/cloud/reap-runs.ts';
import { reapEnv } from './env.ts';
import { measureShares } from './measures.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';

const logger = new Logger();
const env = reapEnv.parse(process.env);
const { store, clock, ulid } = lambdaPorts(bucketStore(env.BUCKET));
const messenger = queueMessenger(env);

/** On a schedule: completes runs that are through, sends again what got lost. */
export async function handler(): Promise<void> {
  const { LOST_AFTER_MS: lostAfterMs, EVERY_MS: everyMs } = env;
  const reaped = await reapRuns({ store, messenger, now: clock.now, ulid, lostAfterMs, everyMs });
  for (const { source, shares } of reaped.completed) {
    if (shares === null) continue;
    measureShares(source, { FailedPercent: shares.failed, WithheldPercent: shares.withheld });
  }
  logger.info('reaped', { ...reaped });
}
