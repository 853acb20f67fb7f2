import { Logger } from '@aws-lambda-powertools/logger';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { compact } from '#lib/manifest/compact.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { viewAt } from '#lib/model/view.ts';
import { compactEnv } from './env.ts';
import { measureStore } from './measures.ts';
import { bucketStore } from './ports.ts';

const logger = new Logger();
const env = compactEnv.parse(process.env);
const deps = {
  store: bucketStore(env.BUCKET),
  now: systemClock.now,
  ulid: ulidFactory(systemClock.now),
};

/** Older than any event can be late: a segment this old and not in the log was forgotten. */
const FORGOTTEN_MS = 15 * 60_000;

/** On a schedule: commits what events forgot, then merges the log into a checkpoint. */
export async function handler(): Promise<void> {
  const { committed } = await sweep(deps, { olderThanMs: FORGOTTEN_MS });
  const before = await documents();
  await compact(deps);
  const after = await documents();
  const shrunk = before === 0 ? 0 : (100 * (before - after)) / before;
  measureStore({ Documents: after, ShrunkPercent: Math.max(0, shrunk) });
  logger.info('compacted', { swept: committed, before, after });
}

/** URLs whose last visit found their document, as of the last checkpoint. */
async function documents(): Promise<number> {
  const { checkpoint } = await viewAt(deps.store);
  const { published = 0, unchanged = 0 } = checkpoint?.totals ?? {};
  return published + unchanged;
}
