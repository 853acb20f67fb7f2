import type { ObjectStore } from '#lib/io/object-store.ts';
import { NO_SKIPS } from '#lib/model/add-skips.ts';
import { RUN_PREFIX, runIdOf, runKey } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';

export interface StoredRun {
  readonly record: RunRecord;
  /** Of the stored record: completion replaces this version. */
  readonly etag: string;
}

export interface OpenRun extends StoredRun {
  /** The run was begun earlier and not finished. */
  readonly resumed: boolean;
}

/**
 * The unfinished run of this source and trigger if there is one, else a new one.
 * A resumed run keeps the definition it was started with: its URLs were chosen by that.
 */
export async function openRun(
  store: ObjectStore,
  source: SourceDefinition,
  {
    runId,
    startedAt,
    trigger = 'command',
  }: { runId: string; startedAt: string; trigger?: RunRecord['trigger'] },
): Promise<OpenRun> {
  const unfinished = await findUnfinished(store, source.name, trigger === 'reclean');
  if (unfinished) return { ...unfinished, resumed: true };
  const checkpoint = await latestCheckpoint(store);
  const record = newRun(source, trigger, { runId, startedAt, checkpoint });
  return { ...(await createRun(store, record)), resumed: false };
}

/** Stores the record of a run that begins. */
export async function createRun(store: ObjectStore, record: RunRecord): Promise<StoredRun> {
  const { etag } = await store.create(runKey(record.runId), encode(record));
  return { record, etag };
}

/** Number of the checkpoint a run that begins now starts from; null before the first. */
export async function latestCheckpoint(store: ObjectStore): Promise<number | null> {
  return (await readIndex(store))?.value.checkpoint?.number ?? null;
}

/** The record of a run that begins. */
export function newRun(
  source: SourceDefinition,
  trigger: RunRecord['trigger'],
  { runId, startedAt, checkpoint }: Pick<RunRecord, 'runId' | 'startedAt' | 'checkpoint'>,
): RunRecord {
  return {
    schema: 1,
    runId,
    source,
    trigger,
    startedAt,
    checkpoint,
    completedAt: null,
    discovered: null,
    states: null,
    ...NO_SKIPS,
  };
}

/** Writes the totals of a run: it is complete. */
export async function completeRun(
  store: ObjectStore,
  { etag }: Pick<StoredRun, 'etag'>,
  done: RunRecord,
): Promise<void> {
  await store.replace(runKey(done.runId), encode(done), etag);
}

/** Run records of the store, oldest first: those whose key is after `after`, whose id has a beginning. */
export async function* runRecords(
  store: ObjectStore,
  { beginning = '', ...after }: { readonly after?: string; readonly beginning?: string } = {},
): AsyncGenerator<StoredRun> {
  for await (const { key } of store.list(`${RUN_PREFIX}${beginning}`, after)) {
    if (runIdOf(key) === null) continue;
    const stored = await store.get(key);
    if (stored === null) continue;
    const record = runRecord.parse(JSON.parse(new TextDecoder().decode(stored.body)));
    yield { record, etag: stored.etag };
  }
}

async function findUnfinished(store: ObjectStore, name: string, isReclean: boolean) {
  let latest: { record: RunRecord; etag: string } | null = null;
  for await (const run of runRecords(store)) {
    const { source, trigger, completedAt } = run.record;
    const isSuch = source.name === name && (trigger === 'reclean') === isReclean;
    if (isSuch && completedAt === null) latest = run;
  }
  return latest;
}

function encode(record: RunRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
}
