import type { ObjectStore } from '#lib/io/object-store.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import { ConflictError } from '#lib/model/errors.ts';
import {
  type CurrentExport,
  currentExport,
  EXPORT_SCHEMA,
  type ExportedFile,
  type ExportedFormat,
  type ExportFormatName,
  exportFormatName,
} from '#lib/model/export-files.ts';
import {
  EXPORT_CURRENT_KEY,
  EXPORT_SYMLINK_KEY,
  exportCommit,
  exportPrefix,
} from '#lib/model/keys.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';

const MAX_ATTEMPTS = 20; // of writers that export other formats

export interface StoredExport {
  readonly value: CurrentExport;
  readonly etag: string;
}

/** What exports/current.json says; null if nothing was ever exported there. */
export function readCurrent(to: ObjectStore): Promise<StoredExport | null> {
  return readJson(to, EXPORT_CURRENT_KEY, currentExport);
}

/**
 * Makes an export the current one of its format, and leaves other formats as they are.
 * @throws ConflictError if another export in the format ended since `before` was read
 */
export async function writeCurrent(
  to: ObjectStore,
  before: CurrentExport['formats'],
  done: CurrentExport['formats'],
): Promise<CurrentExport['formats']> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const current = await readCurrent(to);
    const known = current?.value.formats ?? {};
    if (exportFormatName.options.some((name) => done[name] && !isSame(known[name], before[name])))
      break;
    const formats = { ...known, ...done };
    if (await isReplaced(to, current, formats)) return formats;
  }
  throw new ConflictError('another export to this place ended meanwhile: start again');
}

function isSame(a: ExportedFormat | undefined, b: ExportedFormat | undefined): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

async function isReplaced(
  to: ObjectStore,
  current: StoredExport | null,
  formats: CurrentExport['formats'],
): Promise<boolean> {
  const body = jsonBytes({ schema: EXPORT_SCHEMA, formats } satisfies CurrentExport);
  try {
    if (current) await to.replace(EXPORT_CURRENT_KEY, body, current.etag);
    else await to.create(EXPORT_CURRENT_KEY, body);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

/** What Athena's SymlinkTextInputFormat reads: the URIs of the files, one a line. */
export async function writeSymlinks(
  to: ObjectStore,
  uri: string,
  files: readonly ExportedFile[],
): Promise<void> {
  const lines = files.map(({ key }) => `${uri}${key}\n`).join('');
  await to.put(EXPORT_SYMLINK_KEY, new TextEncoder().encode(lines));
}

/** Keys of everything an export is made of. */
export function* keysOf(one: ExportedFormat | undefined): Generator<string> {
  if (one === undefined) return;
  const { files, increments, nearDuplicates } = one;
  const near = nearDuplicates ? [...nearDuplicates.sketches, nearDuplicates.clusters] : [];
  const changes = increments.flatMap((increment) => [...increment.files, increment.removed]);
  for (const { key } of [...files, ...changes, ...near]) yield key;
}

/** Where files of an export in this format lie. */
export function prefixesOf(format: ExportFormatName): string[] {
  return [format, `removed/${format}`, `near/${format}`].map(exportPrefix);
}

/** Removes files of exports up to `commit` that are not kept. */
export async function removeOthers(
  to: ObjectStore,
  format: ExportFormatName,
  commit: number,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const prefix of prefixesOf(format))
    for await (const { key } of to.list(prefix)) {
      const of = exportCommit(key);
      if (of !== null && of <= commit && !kept.has(key)) await to.delete(key);
    }
}
