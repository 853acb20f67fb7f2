import { StaleViewError } from './log.ts';
import type { Part } from './manifest-files.ts';
import { mergeStates } from './merge-rows.ts';
import type { ObjectReader } from './object-reader.ts';
import type { UrlState } from './row.ts';
import { decodeLines, parseState } from './segment-codec.ts';
import { openTail } from './tail-states.ts';
import type { View } from './view.ts';

/** Everything known at the view, one state a URL, in order of id. One part in memory at a time. */
export async function* mergedStates(reader: ObjectReader, view: View): AsyncGenerator<UrlState> {
  const tail = (await openTail(reader, view.tail))();
  let next = await tail.next();
  for (const part of view.checkpoint?.parts ?? []) {
    for (const state of await readPart(reader, part)) {
      while (!next.done && next.value.id < state.id) {
        yield next.value;
        next = await tail.next();
      }
      if (!next.done && next.value.id === state.id) {
        yield mergeStates(state, next.value);
        next = await tail.next();
      } else yield state;
    }
  }
  while (!next.done) {
    yield next.value;
    next = await tail.next();
  }
}

/** The states of a part, parsed one after the other. */
export async function readPart(reader: ObjectReader, { key }: Part): Promise<Iterable<UrlState>> {
  const object = await reader.get(key);
  if (object === null) throw new StaleViewError(`${key} is missing`);
  return parseStates(key, object.body);
}

function* parseStates(key: string, body: Uint8Array): Generator<UrlState> {
  for (const line of decodeLines(key, body)) yield parseState(key, line);
}
