import { keptBody } from '#lib/model/kept-body.ts';
import type { Part } from '#lib/model/manifest-files.ts';
import { mergeRow, mergeStates } from '#lib/model/merge-rows.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { PackedTraits } from '#lib/model/page-traits.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { decodeLines, idOfLine, parseState } from '#lib/model/segment-codec.ts';

/** What the tail says of a URL. */
export interface TailState {
  readonly id: string;
  readonly state: UrlState;
  /** Of the row that wrote the state's content. */
  readonly traits: PackedTraits | null;
}

/** A URL the tail speaks of: its state before and after, and the traits of the tail's content. */
export interface Changed {
  readonly id: string;
  readonly before: UrlState | null;
  readonly after: UrlState;
  readonly traits: PackedTraits | null;
}

/** One URL of a partition: unchanged as its line, or as the tail changes it. */
export type Joined = { readonly id: string; readonly line: string } | Changed;

/** Merges a row of the tail into what the rows before it said. */
export function mergeTailRow(known: TailState | undefined, row: Row): TailState {
  const state = mergeRow(known?.state, row);
  const isLatest = state.content?.ulid === row.ulid;
  const traits = isLatest ? row.traits : known?.traits;
  return { id: row.id, state, traits: traits ?? null };
}

/**
 * A part's states with the states of the tail in its partition merged in, in order of id. Lines the
 * tail does not touch are not parsed.
 */
export async function* joinPart(
  reader: ObjectReader,
  part: Part | undefined,
  tail: AsyncIterable<TailState>,
): AsyncGenerator<Joined> {
  const changes = tail[Symbol.asyncIterator]();
  let change = await changes.next();
  for (const line of await linesOf(reader, part)) {
    const id = idOfLine(line);
    while (!change.done && change.value.id < id) {
      yield changed(null, change.value);
      change = await changes.next();
    }
    if (!change.done && change.value.id === id) {
      yield changed(parseState(part?.key ?? '', line), change.value);
      change = await changes.next();
    } else yield { id, line };
  }
  while (!change.done) {
    yield changed(null, change.value);
    change = await changes.next();
  }
}

function changed(before: UrlState | null, { id, state, traits }: TailState): Changed {
  return { id, before, after: before === null ? state : mergeStates(before, state), traits };
}

async function linesOf(reader: ObjectReader, part: Part | undefined): Promise<Iterable<string>> {
  if (part === undefined) return [];
  return decodeLines(part.key, await keptBody(reader, part.key));
}
