import type { ObjectStore } from '#lib/io/object-store.ts';
import {
  type CurrentExport,
  type ExportedFile,
  type ExportedFormat,
  type ExportFormatName,
  exportFormatName,
  type RecordFormat,
} from '#lib/model/export-files.ts';
import { exportCommit } from '#lib/model/keys.ts';
import { keysOf, prefixesOf, readCurrent, writeCurrent } from './current-export.ts';
import { fileWriter } from './write-file.ts';

export interface WithdrawOptions {
  readonly formatOf: (name: ExportFormatName) => Promise<RecordFormat>;
  /** Earlier versions of the files' objects go too. */
  readonly isPurge?: boolean;
}

/**
 * Takes documents out of the exports at a place, without writing the rest of them again: the files that
 * have their ids are replaced, then every file that current.json does not name is removed, whoever
 * may be reading it. Other documents' `nearDuplicateOf` may still name them until the next export.
 * @returns keys of the files that were replaced
 */
export async function withdrawFromExports(
  to: ObjectStore,
  ids: ReadonlySet<string>,
  { formatOf, isPurge = false }: WithdrawOptions,
): Promise<string[]> {
  const before = await readCurrent(to);
  if (before === null) return [];
  const replaced: string[] = [];
  const formats: CurrentExport['formats'] = {};
  for (const [name, known] of Object.entries(before.value.formats)) {
    const format = await formatOf(nameOf(name));
    const replace: Replace = async (file, place) => {
      const without = await withoutIds(file, ids, { to, format, ...place });
      if (without !== file) replaced.push(file.key);
      return without;
    };
    formats[format.name] = await withoutDocuments(known, replace);
  }
  if (replaced.length > 0) await writeCurrent(to, before.value.formats, formats);
  await removeUnnamed(to, formats, isPurge);
  return replaced;
}

type Replace = (file: ExportedFile, place: FilePlace) => Promise<ExportedFile>;

interface FilePlace {
  readonly at: string;
  readonly commit: number;
  readonly ordinal: number;
}

async function withoutDocuments(known: ExportedFormat, replace: Replace): Promise<ExportedFormat> {
  const all = async (files: readonly ExportedFile[], at: string, commit: number) => {
    const replaced: ExportedFile[] = [];
    for (const [ordinal, file] of files.entries())
      replaced.push(await replace(file, { at, commit, ordinal }));
    return replaced;
  };
  const increments: ExportedFormat['increments'] = [];
  for (const one of known.increments) {
    const files = await all(one.files, one.at, one.commit);
    increments.push({ ...one, files, rows: rowsOf(files) });
  }
  const files = await all(known.files, known.at, known.commit);
  return { ...known, files, rows: rowsOf(files), increments };
}

function rowsOf(files: readonly ExportedFile[]): number {
  return files.reduce((sum, { rows }) => sum + rows, 0);
}

/** The file itself if it has none of the ids. */
async function withoutIds(
  file: ExportedFile,
  ids: ReadonlySet<string>,
  { to, format, ...place }: FilePlace & { readonly to: ObjectStore; readonly format: RecordFormat },
): Promise<ExportedFile> {
  if (![...ids].some((id) => mayHold(file, id))) return file;
  const body = (await to.get(file.key))?.body;
  if (body === undefined || !(await holds(format.read(body), ids))) return file;
  const without = format.open(file.bytes);
  const kept: string[] = [];
  for await (const record of format.read(body)) {
    if (ids.has(record.id)) continue;
    without.add(record);
    kept.push(record.id);
  }
  const { name, extension } = format;
  const write = fileWriter({ to, ...place }, { format: name, extension, ordinal: place.ordinal });
  const about = { rows: kept.length, first: kept[0] ?? null, last: kept.at(-1) ?? null };
  return write(without.finish(), about);
}

function mayHold({ first, last, rows }: ExportedFile, id: string): boolean {
  return rows > 0 && (first === null || first <= id) && (last === null || id <= last);
}

async function holds(
  records: AsyncIterable<{ readonly id: string }>,
  ids: ReadonlySet<string>,
): Promise<boolean> {
  for await (const { id } of records) if (ids.has(id)) return true;
  return false;
}

/** Also what an earlier export left for its readers: it may hold the documents. */
async function removeUnnamed(
  to: ObjectStore,
  formats: CurrentExport['formats'],
  isPurge: boolean,
): Promise<void> {
  const named = new Set(Object.values(formats).flatMap((one) => [...keysOf(one)]));
  const prefixes = new Set(Object.keys(formats).flatMap((name) => prefixesOf(nameOf(name))));
  for (const prefix of prefixes) {
    for await (const { key } of to.list(prefix))
      if (exportCommit(key) !== null && !named.has(key)) await to.delete(key);
    if (isPurge) await to.forgetVersions(prefix);
  }
}

function nameOf(name: string): ExportFormatName {
  return exportFormatName.parse(name);
}
