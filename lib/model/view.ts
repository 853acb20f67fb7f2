import { PermanentError } from './errors.ts';
import { readCheckpoint, readEntry, readFloor, readIndex, readLog, StaleViewError } from './log.ts';
import type { Checkpoint } from './manifest-files.ts';
import type { ObjectReader } from './object-reader.ts';

/** A point of the log to read at: nothing that is written later changes what is read. */
export interface View {
  /** Number of the last commit of the view. */
  readonly head: number;
  readonly checkpoint: Checkpoint | null;
  /** Segments of the commits after the checkpoint, in the order of the log. */
  readonly tail: readonly { readonly key: string; readonly rows: number }[];
}

const MAX_ATTEMPTS = 5;

/**
 * The view after commit `at`, by default after the last one.
 * Requests: 4, and one for each commit after the checkpoint.
 * @throws PermanentError if `at` is not yet committed or no checkpoint at or before it is kept
 * @throws StaleViewError if commits were collected as fast as they were read, or one is missing
 */
export async function viewAt(reader: ObjectReader, at?: number): Promise<View> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readView(reader, at);
    } catch (error) {
      if (!(error instanceof StaleViewError) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

async function readView(reader: ObjectReader, at: number | undefined): Promise<View> {
  const index = (await readIndex(reader))?.value;
  if (at !== undefined && at > (index?.head ?? 0) && (await readEntry(reader, at)) === null)
    throw new PermanentError(`there is no commit ${at} yet`);
  const checkpoint = await checkpointBefore(reader, index?.checkpoint?.key ?? null, at);
  const start = checkpoint?.number ?? 0;
  const known = at ?? Math.max(index?.head ?? 0, start);
  const tail: View['tail'][number][] = [];
  let head = start;
  let last: string | null = null;
  for await (const entry of readLog(reader, start + 1, known)) {
    tail.push(...entry.segments);
    head = entry.number;
    last = entry.commitId;
  }
  if (at === undefined) {
    // The index may lag: the log says what is committed.
    for await (const entry of readLog(reader, head + 1)) {
      if (last !== null && entry.prev !== last) throw new StaleViewError('the log was collected');
      tail.push(...entry.segments);
      head = entry.number;
      last = entry.commitId;
    }
  }
  const floor = (await readFloor(reader))?.value.floor ?? 0;
  if (floor > start && at !== undefined && index?.checkpoint?.number !== start)
    throw new PermanentError(`commits up to ${floor} are collected, ${at} can not be read`);
  if (floor > start) throw new StaleViewError(`commits up to ${floor} are collected`);
  return { head, checkpoint, tail };
}

/** The latest kept checkpoint that is not after commit `at`. */
async function checkpointBefore(
  reader: ObjectReader,
  latest: string | null,
  at: number | undefined,
): Promise<Checkpoint | null> {
  let key = latest;
  while (key !== null) {
    const checkpoint = await readCheckpoint(reader, key);
    if (checkpoint === null) {
      if (key === latest) throw new StaleViewError(`${key} is missing`);
      throw new PermanentError(`no checkpoint at or before commit ${at} is kept`);
    }
    if (at === undefined || checkpoint.number <= at) return checkpoint;
    key = checkpoint.previous;
  }
  return null;
}
