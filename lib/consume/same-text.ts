import { readCheckpoint, readIndex } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { decodeLines } from '#lib/model/segment-codec.ts';

/**
 * Ids of the documents that have this text, as of the last checkpoint: three requests. Empty if
 * there is none, or the index of texts is being replaced.
 */
export async function sameText(store: ObjectReader, textSha: string | null): Promise<string[]> {
  const key = (await readIndex(store))?.value.checkpoint?.key;
  if (textSha === null || key === undefined) return [];
  const part = (await readCheckpoint(store, key))?.texts.find(({ partition }) =>
    textSha.startsWith(partition),
  );
  const object = part ? await store.get(part.key) : null;
  if (part === undefined || object === null) return [];
  const start = `["${textSha}"`;
  const lines = [...decodeLines(part.key, object.body)].filter((line) => line.startsWith(start));
  return lines.map((line) => String(JSON.parse(line)[2]));
}
