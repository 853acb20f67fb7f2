import { decodeTime } from 'ulid';
import { CHECKPOINT_PREFIX, checkpointNumber, PART_PREFIX, partUlid } from '#lib/model/keys.ts';
import { readCheckpoint } from '#lib/model/log.ts';
import { allParts, type Checkpoint, type ManifestIndex } from '#lib/model/manifest-files.ts';
import { MAX_COMPACTION_MS } from './compact.ts';
import type { ManifestDeps } from './deps.ts';

/**
 * Removes checkpoints that were replaced longer ago than the grace period, and parts that no kept
 * checkpoint names. Parts younger than the longest compaction may be of one that is under way.
 */
export async function collectParts(
  deps: ManifestDeps,
  index: ManifestIndex,
  graceMs: number,
): Promise<{ checkpoints: number; parts: number }> {
  if (index.checkpoint === null) return { checkpoints: 0, parts: 0 };
  const before = deps.now() - graceMs - MAX_COMPACTION_MS;
  const sorted = await sortCheckpoints(deps, index.checkpoint, before);
  if (sorted === null) return { checkpoints: 0, parts: 0 };
  const { kept, old } = sorted;
  const named = new Set(kept.flatMap((one) => allParts(one).map(keyOf)));
  for (const key of old) await deps.store.delete(key);
  let parts = 0;
  for await (const { key } of deps.store.list(PART_PREFIX)) {
    const ulid = partUlid(key);
    if (ulid === null || named.has(key) || decodeTime(ulid) >= before) continue;
    await deps.store.delete(key);
    parts += 1;
  }
  return { checkpoints: old.length, parts };
}

/**
 * Kept are the index's checkpoint, those it was made from that readers may still be at, and those
 * after it: they may be about to become the index's, and their keys must not be taken twice.
 * Null if one is gone since it was listed: another collector was first, and newer checkpoints that
 * were not listed may name the parts of that one too.
 */
async function sortCheckpoints(
  { store }: ManifestDeps,
  current: { number: number; key: string },
  before: number,
): Promise<{ kept: Checkpoint[]; old: string[] } | null> {
  const chain = await readableChain(store, current.key, before);
  const kept: Checkpoint[] = [];
  const old: string[] = [];
  for await (const { key } of store.list(CHECKPOINT_PREFIX)) {
    const number = checkpointNumber(key);
    if (number === null) continue;
    const checkpoint = await readCheckpoint(store, key);
    if (checkpoint === null) return null;
    const isKept = number >= current.number || chain.has(key) || Date.parse(checkpoint.at) > before;
    if (isKept) kept.push(checkpoint);
    else old.push(key);
  }
  return { kept, old };
}

/** Keys of the checkpoints that were the index's after `before`. */
async function readableChain(
  store: ManifestDeps['store'],
  latest: string,
  before: number,
): Promise<Set<string>> {
  const chain = new Set<string>();
  let key: string | null = latest;
  while (key !== null) {
    const checkpoint: Checkpoint | null = await readCheckpoint(store, key);
    if (checkpoint === null) break;
    chain.add(key);
    key = Date.parse(checkpoint.at) > before ? checkpoint.previous : null;
  }
  return chain;
}

function keyOf({ key }: { key: string }): string {
  return key;
}
