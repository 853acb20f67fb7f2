import { readFloor, readLog, StaleViewError } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { idOfLine } from '#lib/model/segment-codec.ts';
import { segmentLines } from '#lib/model/segment-lines.ts';

/** Ids of URLs with rows after commit `from` up to `to`; null if some of these commits are collected. */
export async function changedIds(
  reader: ObjectReader,
  from: number,
  to: number,
): Promise<Set<string> | null> {
  const ids = new Set<string>();
  try {
    for await (const { segments } of readLog(reader, from + 1, to))
      for await (const [, line] of segmentLines(reader, segments)) ids.add(idOfLine(line));
  } catch (error) {
    if (error instanceof StaleViewError) return null;
    throw error;
  }
  const floor = (await readFloor(reader))?.value.floor ?? 0;
  return floor > from ? null : ids;
}
