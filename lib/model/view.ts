import { PermanentError } from './errors.ts';
import { readCheckpoint, readEntry, readFloor, readIndex, readLog, StaleViewError } from './log.ts';
import type { Checkpoint, LogEntry } from './manifest-files.ts';
import type { ObjectReader } from './object-reader.ts';

/** A point of the log to read at: nothing that is written later changes what is read. */
export interface View {
  /** Number of the last commit of the view. */
  readonly head: number;
  readonly checkpoint: Checkpoint | null;
  /** Segments of the commits after the checkpoint, in the order of the log. */
  readonly tail: readonly { readonly key: string; readonly rows: number }[];
}

export interface ViewOptions {
  /** Read the log from its first commit instead of a checkpoint; fails once that is collected. */
  readonly fromStart?: boolean;
}

const MAX_ATTEMPTS = 5;

/**
 * The view after commit `at`, by default after the last one.
 * Requests: 4, and one for each commit after the checkpoint.
 * @throws PermanentError if `at` is not yet committed or no checkpoint at or before it is kept
 * @throws StaleViewError if commits were collected as fast as they were read, or one is missing
 */
export async function viewAt(
  reader: ObjectReader,
  at?: number,
  options: ViewOptions = {},
): Promise<View> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readView(reader, at, options);
    } catch (error) {
      if (!(error instanceof StaleViewError) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

async function readView(
  reader: ObjectReader,
  at: number | undefined,
  { fromStart = false }: ViewOptions,
): Promise<View> {
  const index = (await readIndex(reader))?.value;
  const head = index?.head ?? 0;
  if (at !== undefined && at > head && (await readEntry(reader, at)) === null)
    throw new PermanentError(`there is no commit ${at} yet`);
  const latest = fromStart ? null : (index?.checkpoint?.key ?? null);
  const checkpoint = await checkpointBefore(reader, latest, at);
  const start = checkpoint?.number ?? 0;
  const entries = await entriesAfter(reader, start, at ?? Math.max(head, start));
  // The index may lag: the log says what is committed.
  if (at === undefined) await addLater(reader, start, entries);
  const floor = (await readFloor(reader))?.value.floor ?? 0;
  if (floor > start && at !== undefined && index?.checkpoint?.number !== start)
    throw new PermanentError(`commits up to ${floor} are collected, ${at} can not be read`);
  if (floor > start) throw new StaleViewError(`commits up to ${floor} are collected`);
  return {
    head: entries.at(-1)?.number ?? start,
    checkpoint,
    tail: entries.flatMap(({ segments }) => segments),
  };
}

async function entriesAfter(
  reader: ObjectReader,
  start: number,
  head: number,
): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const entry of readLog(reader, start + 1, head)) entries.push(entry);
  return entries;
}

async function addLater(reader: ObjectReader, start: number, entries: LogEntry[]): Promise<void> {
  const last = entries.at(-1);
  for await (const entry of readLog(reader, (last?.number ?? start) + 1)) {
    if (last !== undefined && entries.at(-1)?.commitId !== entry.prev)
      throw new StaleViewError(`commits up to ${entry.number} are collected`);
    entries.push(entry);
  }
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
