import { readFloor, readLog, StaleViewError } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import { decodeLines, idOfLine } from '#lib/model/segment-codec.ts';

const SEGMENT_READS = 16;

/** Ids of URLs with rows after commit `from` up to `to`; null if some of these commits are collected. */
export async function changedIds(
  reader: ObjectReader,
  from: number,
  to: number,
): Promise<Set<string> | null> {
  const ids = new Set<string>();
  try {
    for await (const { segments } of readLog(reader, from + 1, to)) {
      const bodies = readAhead(segments, SEGMENT_READS, async ({ key }) => {
        const object = await reader.get(key);
        if (object === null) throw new StaleViewError(`${key} is missing`);
        return { key, body: object.body };
      });
      for await (const { key, body } of bodies)
        for (const line of decodeLines(key, body)) ids.add(idOfLine(line));
    }
  } catch (error) {
    if (error instanceof StaleViewError) return null;
    throw error;
  }
  const floor = (await readFloor(reader))?.value.floor ?? 0;
  return floor > from ? null : ids;
}
