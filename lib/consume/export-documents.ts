/**
 * Exports: the documents of a snapshot with their rows in a few large files, for tools that read
 * files. The files first, then exports/current.json, which says what they are.
 */
import type { ObjectStore } from '#lib/io/object-store.ts';
import { sha256 } from '#lib/model/digest.ts';
import { PermanentError } from '#lib/model/errors.ts';
import {
  type CurrentExport,
  currentExport,
  EXPORT_SCHEMA,
  type ExportedFile,
  type ExportedFormat,
  type ExportFormatName,
  type ExportRecord,
  type RecordFile,
  type RecordFormat,
} from '#lib/model/export-files.ts';
import {
  EXPORT_CURRENT_KEY,
  EXPORT_SYMLINK_KEY,
  exportCommit,
  exportKey,
  exportPrefix,
} from '#lib/model/keys.ts';
import { readCheckpoint, readEntry, readIndex } from '#lib/model/log.ts';
import { jsonBytes, type ObjectReader, readJson } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { UrlState } from '#lib/model/row.ts';
import { documentOf } from './document.ts';
import { toExportRecord } from './export-record.ts';
import { openSnapshot } from './snapshot.ts';
import type { StateFilter } from './state-filter.ts';

const FILE_BYTES = 128 * 1024 * 1024; // what readers of Parquet on object stores are tuned for
const READS_AT_ONCE = 16;
const STATES_AT_ONCE = 256;

export interface ExportOptions {
  readonly format: RecordFormat;
  readonly filter?: StateFilter;
  /** Where the files go; by default the store that is read. */
  readonly to?: ObjectStore;
  /** A file is closed when it reaches this size. */
  readonly fileBytes?: number;
  /** Remove the files of the export before too, which readers may be at. */
  readonly purge?: boolean;
  /** s3://bucket/prefix/ of the place: Athena's list of the files is written too. */
  readonly uri?: string;
}

/**
 * Writes the published documents of the last commit and makes them the current export of their
 * format. Equal snapshots give equal bytes. Files that neither this export nor the one before names
 * are removed. Memory: what a snapshot takes and up to 0.6 GB (five times `fileBytes`), whatever the total.
 * @throws ConflictError if another export of the place ended meanwhile
 */
export async function exportDocuments(
  store: ObjectStore,
  { format, filter = {}, to = store, fileBytes = FILE_BYTES, purge = false, uri }: ExportOptions,
): Promise<ExportedFormat> {
  const before = await readJson(to, EXPORT_CURRENT_KEY, currentExport);
  const { number: commit, states } = await openSnapshot(store, {
    filter: { ...filter, published: true },
  });
  const at = await timeOf(store, commit);
  const files: ExportedFile[] = [];
  const close = async (file: RecordFile, rows: number): Promise<void> => {
    const bytes = file.finish();
    const { name, extension } = format;
    const ordinal = files.length;
    const key = exportKey({ format: name, extension, at, commit, ordinal, sha: sha256(bytes) });
    await to.create(key, bytes);
    files.push({ key, rows, bytes: bytes.byteLength });
  };

  let file = format.open();
  let rows = 0;
  for await (const record of exportRecords(store, states)) {
    file.add(record);
    rows++;
    if (file.size() < fileBytes) continue;
    await close(file, rows);
    file = format.open();
    rows = 0;
  }
  if (rows > 0 || files.length === 0) await close(file, rows);

  const sum = files.reduce((total, one) => total + one.rows, 0);
  const done: ExportedFormat = {
    commit,
    at,
    filter: { ...filter } as ExportedFormat['filter'],
    rows: sum,
    files,
  };
  if (uri !== undefined && format.name === 'parquet') await writeSymlinks(to, uri, files);
  await writeCurrent(to, before, format.name, done);
  const kept = [done, ...(purge ? [] : [before?.value.formats[format.name]])];
  await removeOthers(
    to,
    format.name,
    commit,
    new Set(kept.flatMap((one) => one?.files ?? []).map(({ key }) => key)),
  );
  return done;
}

/** The documents of these states as records, in their order; those removed meanwhile are left out. */
export async function* exportRecords(
  store: ObjectReader,
  states: AsyncIterable<UrlState>,
): AsyncGenerator<ExportRecord> {
  for await (const batch of inBatches(states, STATES_AT_ONCE)) {
    for await (const record of readAhead(batch, READS_AT_ONCE, (state) => recordOf(store, state)))
      if (record) yield record;
  }
}

async function recordOf(store: ObjectReader, state: UrlState): Promise<ExportRecord | null> {
  const document = await documentOf(store, state);
  if (document === null || state.content === null) return null;
  return toExportRecord(state, state.content, document);
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
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

/** What Athena's SymlinkTextInputFormat reads: the URIs of the files, one a line. */
async function writeSymlinks(
  to: ObjectStore,
  uri: string,
  files: readonly ExportedFile[],
): Promise<void> {
  const lines = files.map(({ key }) => `${uri}${key}\n`).join('');
  await to.put(EXPORT_SYMLINK_KEY, new TextEncoder().encode(lines));
}

async function writeCurrent(
  to: ObjectStore,
  before: { value: CurrentExport; etag: string } | null,
  name: ExportFormatName,
  done: ExportedFormat,
): Promise<void> {
  const formats = { ...before?.value.formats, [name]: done };
  const body = jsonBytes({ schema: EXPORT_SCHEMA, formats } satisfies CurrentExport);
  await (before
    ? to.replace(EXPORT_CURRENT_KEY, body, before.etag)
    : to.create(EXPORT_CURRENT_KEY, body));
}

async function removeOthers(
  to: ObjectStore,
  name: ExportFormatName,
  commit: number,
  kept: ReadonlySet<string>,
): Promise<void> {
  for await (const { key } of to.list(exportPrefix(name))) {
    const of = exportCommit(key);
    if (of !== null && of <= commit && !kept.has(key)) await to.delete(key);
  }
}
