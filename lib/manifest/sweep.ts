/**
 * Sweep: finds segments whose event was lost and commits them.
 * A segment is durable when it is written, so this only delays rows, it never loses them.
 */
import { SEGMENT_PREFIX, segmentHour } from '#lib/model/keys.ts';
import { commitSegments } from './commit.ts';
import type { ManifestDeps } from './deps.ts';
import { writtenAt } from './log-tail.ts';

export interface SweepOptions {
  /** Younger segments are left to their events. */
  readonly olderThanMs: number;
  /** How far back to look; everything if absent. A daily sweep looks at all, a frequent one need not. */
  readonly lookBackMs?: number;
}

const SEGMENTS_PER_COMMIT = 1_000;

/**
 * Commits every segment older than `olderThanMs` that no entry of the log lists.
 * @returns how many segments it looked at and how many it committed
 */
export async function sweep(
  deps: ManifestDeps,
  { olderThanMs, lookBackMs }: SweepOptions,
): Promise<{ seen: number; committed: number; rejected: { key: string; problem: string }[] }> {
  const now = deps.now();
  const after = lookBackMs === undefined ? {} : { after: segmentHour(new Date(now - lookBackMs)) };
  const result = { seen: 0, committed: 0, rejected: [] as { key: string; problem: string }[] };
  let chunk: { key: string }[] = [];
  const commitChunk = async (): Promise<void> => {
    const { entry, rejected } = await commitSegments(chunk, deps);
    result.seen += chunk.length;
    result.committed += entry?.segments.length ?? 0;
    result.rejected.push(...rejected);
    chunk = [];
  };
  for await (const { key } of deps.store.list(SEGMENT_PREFIX, after)) {
    if (writtenAt(key) > now - olderThanMs) continue;
    chunk.push({ key });
    if (chunk.length === SEGMENTS_PER_COMMIT) await commitChunk();
  }
  if (chunk.length > 0) await commitChunk();
  return result;
}
