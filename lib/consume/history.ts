import { readFloor, readLog } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { idOfLine, parseRow } from '#lib/model/segment-codec.ts';
import { segmentLines } from '#lib/model/segment-lines.ts';

/**
 * Every row of a URL, in the order of commits, as far back as the log is kept: after the floor, which
 * is commit 0 as long as nothing was collected. Reads the whole log; lines of others are not parsed.
 */
export async function* history(store: ObjectReader, id: string): AsyncGenerator<Row> {
  const floor = (await readFloor(store))?.value.floor ?? 0;
  for await (const { segments } of readLog(store, floor + 1))
    for await (const [key, line] of segmentLines(store, segments))
      if (idOfLine(line) === id) yield parseRow(key, line);
}
