/**
 * Compaction: checkpoint + log → a new checkpoint with the profiles of hosts, then the index.
 * Parts that nothing touches are reused. Any number of compactors may run: of those that started
 * from one checkpoint one wins, and what the others wrote is collected as garbage.
 */
import { decodeTime } from 'ulid';
import { ConflictError } from '#lib/model/errors.ts';
import { checkpointKey, partUlid } from '#lib/model/keys.ts';
import { readCheckpoint, readLog } from '#lib/model/log.ts';
import { allParts, type Checkpoint, type ManifestIndex } from '#lib/model/manifest-files.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import { viewAt } from '#lib/model/view.ts';
import { addEntry } from './add-entry.ts';
import type { ManifestDeps } from './deps.ts';
import { type CheckpointOptions, makeCheckpoint } from './make-checkpoint.ts';
import { moveIndex } from './move-index.ts';
import { moveLatest } from './move-latest.ts';
import { MAX_PART_BYTES } from './part-writer.ts';

/**
 * A checkpoint becomes the index's within this time of its first part, or never: older parts that no
 * checkpoint names may be collected, and from its time it is told who may still read the one before.
 */
export const MAX_COMPACTION_MS = 6 * 3_600_000;
const INDEX_ATTEMPTS = 50;

export interface Compaction {
  /** Number of the commit the checkpoint is of. */
  readonly number: number;
  readonly written: number;
  readonly reused: number;
}

/**
 * Writes a checkpoint of everything committed and points the index at it.
 * Null if there is nothing new, or another compaction was first.
 * Requests: 10, one for each commit and segment since the last checkpoint, three for each part that
 * changes.
 * @throws StaleViewError if another compaction and a collection went by meanwhile
 */
export async function compact(
  deps: ManifestDeps,
  options: Partial<CheckpointOptions> = {},
): Promise<Compaction | null> {
  const startedAt = deps.now();
  const view = await viewAt(deps.store);
  const base = view.checkpoint;
  if (view.head === (base?.number ?? 0)) {
    if (base !== null) await moveLatest(deps.store, base);
    return null;
  }
  const made = await makeCheckpoint(deps, view, { maxPartBytes: MAX_PART_BYTES, ...options });
  const stored = await storeCheckpoint(deps, made);
  if (stored === null) return null;
  const since = stored === made ? startedAt : begunAt(stored, base);
  if (!(await pointIndexAt(deps, stored, base, since))) return null;
  await moveLatest(deps.store, stored);
  const known = new Set(base?.parts.map(({ key }) => key));
  const reused = stored.parts.filter(({ key }) => known.has(key)).length;
  return { number: stored.number, written: stored.parts.length - reused, reused };
}

/**
 * Stores the checkpoint. If there is one of that number, its writer died before it moved the index:
 * it is as good if it was made from the same checkpoint.
 */
async function storeCheckpoint(deps: ManifestDeps, made: Checkpoint): Promise<Checkpoint | null> {
  const key = checkpointKey(made.number);
  try {
    await deps.store.create(key, jsonBytes(made));
    return made;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
  const other = await readCheckpoint(deps.store, key);
  return other?.previous === made.previous ? other : null;
}

/** When somebody else's checkpoint was begun: the time of its first part that is new, or its own. */
function begunAt(other: Checkpoint, base: Checkpoint | null): number {
  const known = new Set((base === null ? [] : allParts(base)).map(({ key }) => key));
  const fresh = allParts(other).filter(({ key }) => !known.has(key));
  const times = fresh.map(({ key }) => decodeTime(partUlid(key) ?? ''));
  return Math.min(Date.parse(other.at), ...times);
}

/** False if the index points to another checkpoint than the one this was made from. */
async function pointIndexAt(
  deps: ManifestDeps,
  { number }: Checkpoint,
  base: Checkpoint | null,
  startedAt: number,
): Promise<boolean> {
  const key = checkpointKey(number);
  const change = async (index: ManifestIndex): Promise<ManifestIndex | null> => {
    if ((index.checkpoint?.number ?? 0) !== (base?.number ?? 0)) return null;
    if (deps.now() - startedAt > MAX_COMPACTION_MS) return null;
    let moved = index;
    if (index.head < number)
      for await (const entry of readLog(deps.store, index.head + 1, number))
        moved = addEntry(moved, entry);
    return { ...moved, checkpoint: { number, key } };
  };
  const index = await moveIndex(deps, change, INDEX_ATTEMPTS);
  return index?.checkpoint?.number === number;
}
