/**
 * Links that are too many for a message: files beside the run's record, each read by discover once.
 * A file without a mark was not read, so a lost message can be told.
 */
import type { ObjectStore } from '#lib/io/object-store.ts';
import { ConflictError } from '#lib/model/errors.ts';
import { isList, listKey, listPrefix, listReadKey, listsClosedKey } from '#lib/model/keys.ts';
import type { DiscoverMessage, Link } from '#lib/model/messages.ts';
import { decodeLines, encodeLines } from '#lib/model/segment-codec.ts';

type Run = Pick<DiscoverMessage, 'runId' | 'source'>;

/** Name of the list that stands, besides its links, for what earlier runs know. */
export const KNOWN_LIST = 'known';

/** Stores links under a name in the run; the message that makes discover read them. */
export async function writeList(
  store: ObjectStore,
  run: Run,
  name: string,
  links: readonly Link[],
): Promise<DiscoverMessage> {
  const key = listKey(run.runId, name);
  await store.create(key, encodeLines(links.map((link) => JSON.stringify(link))));
  return listMessage(run, key);
}

/** What a message's list holds; nothing if it has none. */
export async function readList(
  store: ObjectStore,
  { list }: Pick<DiscoverMessage, 'list'>,
): Promise<Link[]> {
  const stored = list === undefined ? null : await store.get(list);
  if (list === undefined || stored === null) return [];
  return [...decodeLines(list, stored.body)].map((line): Link => JSON.parse(line));
}

/**
 * Says that the links of a message's list are in the run, and their messages sent. `segment` has their
 * rows: until it is in the log, nobody can tell that they are. Who reads the list again finds its URLs
 * seen and writes no rows: the first mark stays.
 */
export async function markRead(
  store: ObjectStore,
  { list }: Pick<DiscoverMessage, 'list'>,
  segment: string | null,
): Promise<void> {
  if (list === undefined) return;
  try {
    await store.create(listReadKey(list), new TextEncoder().encode(segment ?? ''));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

export async function closeLists(store: ObjectStore, runId: string): Promise<void> {
  await store.create(listsClosedKey(runId), new Uint8Array());
}

export interface Lists {
  readonly lists: readonly {
    /** Makes discover read it. */
    readonly message: DiscoverMessage;
    /** Segment with the rows of its links; '' if none entered the run; null if it was not read. */
    readonly segment: string | null;
  }[];
  /** No more will come. */
  readonly closed: boolean;
  /** There is one that stands for what earlier runs know. */
  readonly isKnownOffered: boolean;
}

/** The lists of a run. */
export async function listsOf(store: ObjectStore, run: Run): Promise<Lists> {
  const keys = new Set<string>();
  for await (const { key } of store.list(listPrefix(run.runId))) keys.add(key);
  const lists: Lists['lists'][number][] = [];
  for (const key of keys) {
    if (!isList(key)) continue;
    const mark = keys.has(listReadKey(key)) ? await store.get(listReadKey(key)) : null;
    const segment = mark && new TextDecoder().decode(mark.body);
    lists.push({ message: listMessage(run, key), segment });
  }
  return {
    lists,
    closed: keys.has(listsClosedKey(run.runId)),
    isKnownOffered: keys.has(listKey(run.runId, KNOWN_LIST)),
  };
}

function listMessage({ runId, source }: Run, list: string): DiscoverMessage {
  const message = { runId, source, links: [], pages: [], list };
  return list === listKey(runId, KNOWN_LIST) ? { ...message, known: true } : message;
}
