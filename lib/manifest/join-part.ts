import { StaleViewError } from '#lib/model/log.ts';
import type { Part } from '#lib/model/manifest-files.ts';
import { mergeStates } from '#lib/model/merge-rows.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { decodeLines, idOfLine, parseState } from '#lib/model/segment-codec.ts';

/** One URL of a partition: unchanged as its line, or its state before and after the tail. */
export type Joined =
  | { readonly id: string; readonly line: string }
  | { readonly id: string; readonly before: UrlState | null; readonly after: UrlState };

/**
 * A part's states with the states of the tail in its partition merged in, in order of id. Lines the
 * tail does not touch are not parsed.
 */
export async function* joinPart(
  reader: ObjectReader,
  part: Part | undefined,
  tail: AsyncIterable<UrlState>,
): AsyncGenerator<Joined> {
  const changes = tail[Symbol.asyncIterator]();
  let change = await changes.next();
  for (const line of await linesOf(reader, part)) {
    const id = idOfLine(line);
    while (!change.done && change.value.id < id) {
      yield { id: change.value.id, before: null, after: change.value };
      change = await changes.next();
    }
    if (!change.done && change.value.id === id) {
      const before = parseState(part?.key ?? '', line);
      yield { id, before, after: mergeStates(before, change.value) };
      change = await changes.next();
    } else yield { id, line };
  }
  while (!change.done) {
    yield { id: change.value.id, before: null, after: change.value };
    change = await changes.next();
  }
}

async function linesOf(reader: ObjectReader, part: Part | undefined): Promise<Iterable<string>> {
  if (part === undefined) return [];
  const object = await reader.get(part.key);
  if (object === null) throw new StaleViewError(`${part.key} is missing`);
  return decodeLines(part.key, object.body);
}
