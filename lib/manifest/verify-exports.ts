import type { ObjectStore } from '#lib/io/object-store.ts';
import { currentExport, type ExportedFile, type ExportedFormat } from '#lib/model/export-files.ts';
import { EXPORT_CURRENT_KEY, EXPORT_PREFIX } from '#lib/model/keys.ts';
import { readJson } from '#lib/model/object-reader.ts';
import type { Finding } from './finding.ts';

/** What exports/current.json names is there, as long as it says. */
export async function* verifyExports(store: ObjectStore): AsyncGenerator<Finding> {
  const current = (await readJson(store, EXPORT_CURRENT_KEY, currentExport))?.value;
  if (current === undefined) return;
  const sizes = new Map<string, number>();
  for await (const { key, size } of store.list(EXPORT_PREFIX)) sizes.set(key, size);
  for (const format of Object.values(current.formats))
    for (const { key, bytes } of filesOf(format)) {
      const size = sizes.get(key);
      const problem =
        size === undefined
          ? 'is missing'
          : size === bytes
            ? null
            : `has ${size} bytes, not ${bytes}`;
      if (problem !== null)
        yield {
          rule: 'exports',
          where: key,
          problem: `${problem}: ${EXPORT_CURRENT_KEY} names it`,
        };
    }
}

function* filesOf({ files, increments, nearDuplicates }: ExportedFormat): Generator<ExportedFile> {
  yield* files;
  for (const increment of increments) yield* [...increment.files, increment.removed];
  if (nearDuplicates) yield* [...nearDuplicates.sketches, nearDuplicates.clusters];
}
