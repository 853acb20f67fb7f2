import { readFloor, readLog, StaleViewError } from '#lib/model/log.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { Row } from '#lib/model/row.ts';
import { decodeLines, idOfLine, parseRow } from '#lib/model/segment-codec.ts';

const SEGMENT_READS = 16;

/**
 * Every row of a URL, in the order of commits, as far back as the log is kept: after the floor, which
 * is commit 0 as long as nothing was collected. Reads the whole log; lines of others are not parsed.
 */
export async function* history(store: ObjectReader, id: string): AsyncGenerator<Row> {
  const floor = (await readFloor(store))?.value.floor ?? 0;
  for await (const { segments } of readLog(store, floor + 1)) {
    const bodies = readAhead(segments, SEGMENT_READS, async ({ key }) => {
      const object = await store.get(key);
      if (object === null) throw new StaleViewError(`${key} is missing`);
      return { key, body: object.body };
    });
    for await (const { key, body } of bodies)
      for (const line of decodeLines(key, body))
        if (idOfLine(line) === id) yield parseRow(key, line);
  }
}
