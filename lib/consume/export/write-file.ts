import type { ObjectStore } from '#lib/io/object-store.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { ExportedFile } from '#lib/model/export-files.ts';
import { exportKey } from '#lib/model/keys.ts';

/** Where files of one kind go, and which export they are of. */
export interface Place {
  readonly to: ObjectStore;
  readonly commit: number;
  /** Time of the commit. */
  readonly at: string;
}

/** Stores a whole file and says how it is to be named in current.json. */
export type WriteFile = (
  bytes: Uint8Array,
  about: Pick<ExportedFile, 'rows' | 'first' | 'last'>,
) => Promise<ExportedFile>;

/** Writes files of one kind one after the other: equal bytes of one commit have equal keys. */
export function fileWriter(
  { to, commit, at }: Place,
  {
    format,
    extension,
    ordinal = 0,
  }: { readonly format: string; readonly extension: string; readonly ordinal?: number },
): WriteFile {
  let next = ordinal;
  return async (bytes, about) => {
    const key = exportKey({ format, extension, at, commit, ordinal: next, sha: sha256(bytes) });
    next += 1;
    await to.create(key, bytes);
    return { key, ...about, bytes: bytes.byteLength };
  };
}
