import { documentId } from '#lib/model/document-id.ts';
import { keptBody } from '#lib/model/kept-body.ts';
import type { Checkpoint, Part } from '#lib/model/manifest-files.ts';
import { mergeRow, mergeStates } from '#lib/model/merge-rows.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { decodeLines, idOfLine, parseState } from '#lib/model/segment-codec.ts';
import { tailStates } from '#lib/model/tail-states.ts';
import { viewAt } from '#lib/model/view.ts';

export interface LookupOptions {
  /** Number of the commit to read at; the last one by default. */
  readonly at?: number;
}

/**
 * What is known of these canonical URLs; unknown ones are not in the map. For a stage: a document
 * that was taken down is told with its content. Reads the parts the URLs are in, each once, and the
 * segments since the checkpoint.
 */
export async function lookupUrls(
  store: ObjectReader,
  canonicalUrls: Iterable<string>,
  { at }: LookupOptions = {},
): Promise<Map<string, UrlState>> {
  const ids = new Set([...canonicalUrls].map(documentId));
  const states = await lookupIds(store, ids, { ...(at === undefined ? {} : { at }) });
  return new Map([...states.values()].map((state) => [state.canonicalUrl, state]));
}

/** The same by id. */
export async function lookupIds(
  store: ObjectReader,
  ids: ReadonlySet<string>,
  { at }: LookupOptions = {},
): Promise<Map<string, UrlState>> {
  if (ids.size === 0) return new Map();
  const view = await viewAt(store, at);
  const states = await tailStates(store, view.tail, mergeRow, (id) => ids.has(id));
  for (const part of partsOf(view.checkpoint, ids))
    for (const state of await partStates(store, part, ids)) {
      const tail = states.get(state.id);
      states.set(state.id, tail ? mergeStates(state, tail) : state);
    }
  return states;
}

/** The parts in which ids can be: no partition is a prefix of another, so one part an id. */
export function partsOf(checkpoint: Checkpoint | null, ids: Iterable<string>): Part[] {
  const parts = new Map(checkpoint?.parts.map((part) => [part.partition, part]));
  const found = new Set<Part>();
  for (const id of ids)
    for (let digits = 1; digits <= id.length; digits++) {
      const part = parts.get(id.slice(0, digits));
      if (part) found.add(part);
    }
  return [...found];
}

/** The states of these ids in a part; other lines are not parsed. */
export async function partStates(
  store: ObjectReader,
  { key }: Part,
  ids: ReadonlySet<string>,
): Promise<UrlState[]> {
  const states: UrlState[] = [];
  for (const line of decodeLines(key, await keptBody(store, key)))
    if (ids.has(idOfLine(line))) states.push(parseState(key, line));
  return states;
}
