import { STAGES, type Stage } from '#lib/model/cost/measured-usage.ts';
import type { AwsCall } from '../support/cloud/aws-call.ts';

/** What SQS bills as one request. */
const CHUNK_BYTES = 64 * 1024;

interface Counts {
  s3Writes: number;
  s3Reads: number;
  sqsFifo: number;
  sqsStandard: number;
  invocations: number;
}

export type CountedUsage = Record<Stage, Counts>;

/**
 * Requests by the stage that is charged with them. Functions make those that were recorded; Lambda itself
 * receives and deletes each message, billed by size, which no proxy sees: they are counted from the sends.
 */
export function countedUsage(calls: readonly AwsCall[]): CountedUsage {
  const none = (): Counts => ({
    s3Writes: 0,
    s3Reads: 0,
    sqsFifo: 0,
    sqsStandard: 0,
    invocations: 0,
  });
  const usage: CountedUsage = { discover: none(), fetch: none(), clean: none(), commit: none() };
  for (const { stage, action, on, bytes } of calls) {
    const by = STAGES.find((name) => name === stage);
    if (by !== undefined) {
      if (action === 's3:GetObject') usage[by].s3Reads += 1;
      if (action === 's3:PutObject' || action === 's3:ListBucket') usage[by].s3Writes += 1;
      if (action === 'events:PutEvents') usage[by].invocations += 1; // one a commit
    }
    if (action === 's3:PutObject' && on.startsWith('manifest/segments/')) {
      usage.commit.sqsStandard += 2; // the event of the segment: received and deleted
    }
    if (action !== 'sqs:SendMessage') continue;
    const total = bytes.reduce((sum, size) => sum + size, 0);
    const kind = on.endsWith('.fifo') ? 'sqsFifo' : 'sqsStandard';
    if (by !== undefined) usage[by][kind] += chunks(total);
    const to = STAGES.find((name) => on.includes(`${name}queue`));
    if (to === undefined) continue;
    usage[to].invocations += bytes.length;
    for (const size of bytes) usage[to][kind] += chunks(size) + 1;
  }
  return usage;
}

function chunks(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / CHUNK_BYTES));
}
