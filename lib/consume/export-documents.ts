/**
 * Exports: the documents of a snapshot with their rows in a few large files, for tools that read
 * files. The files first, then exports/current.json, which says what they are.
 */
import type { ObjectStore } from '#lib/io/object-store.ts';
import { PermanentError } from '#lib/model/errors.ts';
import type { ExportedFormat, RecordFormat } from '#lib/model/export-files.ts';
import { readCheckpoint, readEntry, readIndex } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { viewAt } from '#lib/model/view.ts';
import {
  keysOf,
  readCurrent,
  removeOthers,
  writeCurrent,
  writeSymlinks,
} from './export/current-export.ts';
import type { ExportJob } from './export/export-job.ts';
import { planExport } from './export/plan-export.ts';
import { writeFull } from './export/write-full.ts';
import { writeIncrement } from './export/write-increment.ts';
import type { Fold } from './near/shingles.ts';
import type { StateFilter } from './state-filter.ts';

const FILE_BYTES = 128 * 1024 * 1024; // what readers of Parquet on object stores are tuned for

export interface ExportOptions {
  readonly format: RecordFormat;
  readonly filter?: StateFilter;
  /** Where the files go; by default the store that is read. */
  readonly to?: ObjectStore;
  /** A file is closed when it reaches this size. */
  readonly fileBytes?: number;
  /** Only what changed since the export before, in files of their own, if that can be. */
  readonly isIncremental?: boolean;
  /** Remove the files of the export before too, which readers may be at. */
  readonly purge?: boolean;
  /** s3://bucket/prefix/ of the place: Athena's list of the files is written too. */
  readonly uri?: string;
  /** Look for near duplicates among texts whose units were folded. */
  readonly nearDuplicates?: { readonly fold: Fold };
}

export interface Exported {
  readonly current: ExportedFormat;
  readonly kind: 'full' | 'increment' | 'nothing-new';
  /** Why a full export was made where an incremental one was wanted. */
  readonly because: string | null;
}

/**
 * Writes the published documents of the last commit and makes them the current export of their
 * format. Equal snapshots give equal bytes. Files that neither this export nor the one before names
 * are removed. Memory: what a snapshot takes, one file, and what near duplicates take.
 * @throws ConflictError if another export in the format ended meanwhile
 */
export async function exportDocuments(
  store: ObjectStore,
  options: ExportOptions,
): Promise<Exported> {
  const { format, filter = {}, to = store, fileBytes = FILE_BYTES, purge = false } = options;
  const before = await readCurrent(to);
  const previous = before?.value.formats[format.name];
  const view = await viewAt(store);
  const fold = options.nearDuplicates?.fold ?? null;
  const job: ExportJob = {
    ...{ store, to, view, format, filter, fileBytes, fold },
    at: await timeOf(store, view.head),
    near: previous?.nearDuplicates ?? null,
    lost: new Set(),
  };
  const plan = await planExport(job, previous, options.isIncremental ?? false);
  if (plan.kind === 'nothing-new')
    return { current: plan.previous, kind: plan.kind, because: null };
  const current = await untilNoneIsLost(job, () =>
    plan.kind === 'full' ? writeFull(job) : writeIncrement(job, plan.previous, plan.changed),
  );
  if (options.uri !== undefined && format.name === 'parquet')
    await writeSymlinks(to, options.uri, current.files);
  const done = { [format.name]: current };
  const formats = await writeCurrent(to, before?.value.formats ?? {}, done);
  const kept = [...Object.values(formats), ...(purge ? [] : [previous])];
  await removeOthers(to, format.name, view.head, new Set(kept.flatMap((one) => [...keysOf(one)])));
  const because = plan.kind === 'full' ? plan.because : null;
  return { current, kind: plan.kind, because };
}

/**
 * Writes again as long as documents are missed that others were compared with: one that is not in the
 * export stands for none that is.
 */
async function untilNoneIsLost<T>({ lost }: ExportJob, write: () => Promise<T>): Promise<T> {
  for (;;) {
    const known = lost.size;
    const written = await write();
    if (lost.size === known) return written;
  }
}

/** When a commit was made; its entry may be collected, then its checkpoint tells. */
async function timeOf(store: ObjectReader, commit: number): Promise<string> {
  const entry = await readEntry(store, commit);
  if (entry) return entry.at;
  const pointer = (await readIndex(store))?.value.checkpoint;
  const checkpoint = pointer?.number === commit ? await readCheckpoint(store, pointer.key) : null;
  if (checkpoint) return checkpoint.at;
  throw new PermanentError(`commit ${commit} is not in the log: nothing is stored here`);
}
