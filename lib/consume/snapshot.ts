import type { IdSet } from '#lib/model/id-set.ts';
import { mergedStates } from '#lib/model/merged-states.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { type View, viewAt } from '#lib/model/view.ts';
import { matches, type StateFilter } from './state-filter.ts';

export interface SnapshotOptions {
  /** Number of the commit to read at; the last one by default. */
  readonly at?: number;
  readonly filter?: StateFilter;
  /** For a copy that follows the feed: what was taken down comes with its content, for a restore. */
  readonly keepTakenDown?: boolean;
}

/** A consistent state of everything, as of one commit. */
export interface Snapshot {
  /** The commit it is of; a feed from here on gives what changed since. */
  readonly number: number;
  /** One state a URL, in order of id; as often as wanted. */
  readonly states: AsyncIterable<UrlState>;
}

/**
 * What is known of every URL after one commit, in order of id. What is written meanwhile changes
 * nothing of it. Memory: one part (64 MB) and 50,000 of the rows since the checkpoint.
 * @throws StaleViewError if reading takes longer than the grace period of collection
 * @example for await (const { url, content } of snapshot(store)) console.log(url, content?.title);
 */
export async function* snapshot(
  store: ObjectReader,
  options: SnapshotOptions = {},
): AsyncGenerator<UrlState> {
  yield* (await openSnapshot(store, options)).states;
}

/** The same with the number of its commit, to go on from there with a feed. */
export async function openSnapshot(
  store: ObjectReader,
  { at, filter = {}, keepTakenDown = false }: SnapshotOptions = {},
): Promise<Snapshot> {
  const view = await viewAt(store, at);
  const open = () => readable(mergedStates(store, view), filter, keepTakenDown);
  return { number: view.head, states: { [Symbol.asyncIterator]: open } };
}

/** The states at a view, of the URLs in `only` if given, in order of id; as often as wanted. */
export function viewStates(
  store: ObjectReader,
  view: View,
  { filter = {}, only }: { readonly filter?: StateFilter; readonly only?: IdSet } = {},
): AsyncIterable<UrlState> {
  const open = () => readable(mergedStates(store, view, only), filter, false);
  return { [Symbol.asyncIterator]: open };
}

async function* readable(
  states: AsyncIterable<UrlState>,
  filter: StateFilter,
  keepTakenDown: boolean,
): AsyncGenerator<UrlState> {
  for await (const state of states) {
    const shown = keepTakenDown ? state : withoutTakenDown(state);
    if (matches(shown, filter)) yield shown;
  }
}

/** Nothing of a document that was taken down is shown, but that it was. */
export function withoutTakenDown(state: UrlState): UrlState {
  if (state.presence?.value !== 'taken-down') return state;
  return { ...state, content: null, duplicateOf: null };
}
