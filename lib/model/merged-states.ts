import type { IdSet } from './id-set.ts';
import { keptBody } from './kept-body.ts';
import type { Part } from './manifest-files.ts';
import { mergeRow, mergeStates } from './merge-rows.ts';
import type { ObjectReader } from './object-reader.ts';
import type { UrlState } from './row.ts';
import { decodeLines, idOfLine, parseState } from './segment-codec.ts';
import { openTail } from './tail-states.ts';
import type { View } from './view.ts';

/**
 * Everything known at the view, one state a URL, in order of id; of the URLs in `only`, if given. One
 * part in memory at a time; parts without any of these are not read.
 */
export async function* mergedStates(
  reader: ObjectReader,
  view: View,
  only?: IdSet,
): AsyncGenerator<UrlState> {
  const tail = tailOf(reader, view, only);
  let next = await tail.next();
  for (const part of partsOf(view, only)) {
    for (const state of await readPart(reader, part, only)) {
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

function partsOf({ checkpoint }: View, only: IdSet | undefined): readonly Part[] {
  const parts = checkpoint?.parts ?? [];
  return only ? parts.filter(({ partition }) => only.hasUnder(partition)) : parts;
}

async function* tailOf(
  reader: ObjectReader,
  { tail }: View,
  only: IdSet | undefined,
): AsyncGenerator<UrlState> {
  for await (const state of (await openTail(reader, tail, mergeRow))())
    if (!only || only.has(state.id)) yield state;
}

/** The states of a part, parsed one after the other. */
async function readPart(
  reader: ObjectReader,
  { key }: Part,
  only: IdSet | undefined,
): Promise<Iterable<UrlState>> {
  return parseStates(key, await keptBody(reader, key), only);
}

function* parseStates(key: string, body: Uint8Array, only: IdSet | undefined): Generator<UrlState> {
  for (const line of decodeLines(key, body))
    if (!only || only.has(idOfLine(line))) yield parseState(key, line);
}
