import type { ObjectStore } from '../io/object-store.ts';
import type { DiscoverMessage, FetchItem, Link } from '../model/messages.ts';
import type { Row } from '../model/row.ts';
import type { RunRecord } from '../model/run.ts';
import { runSegments } from '../run/read-run-rows.ts';
import { leftOver } from '../run/resume.ts';
import { listsOf } from './run-lists.ts';

/** What a run still has to do, as the log and its lists tell. */
export interface OpenWork {
  readonly rows: readonly Row[];
  /** URLs that have not ended. */
  readonly items: readonly FetchItem[];
  /** Redirect targets that have not entered the run. */
  readonly links: readonly Link[];
  /** Lists that discover has not read, or whose rows are not committed. */
  readonly unread: readonly DiscoverMessage[];
  /** No more lists will come. */
  readonly isClosed: boolean;
  /** Discover was told to look up what earlier runs know. */
  readonly isKnownOffered: boolean;
}

export async function openWork(record: RunRecord, store: ObjectStore): Promise<OpenWork> {
  const run = { runId: record.runId, source: record.source.name };
  const lists = await listsOf(store, run); // before the log: what is read is committed later
  const rows: Row[] = [];
  const segments = new Set<string>();
  for await (const segment of runSegments(store, record.runId)) {
    rows.push(...segment.rows);
    segments.add(segment.key);
  }
  const unread: DiscoverMessage[] = [];
  for (const { message, segment } of lists.lists) {
    if (segment === null || (segment !== '' && !segments.has(segment))) unread.push(message);
  }
  const { toFetch, toClean, toRead, links, seen } = leftOver(rows, () => null);
  return {
    rows,
    items: [...toFetch, ...[...toClean, ...toRead].map(({ item }) => item)],
    links: links.filter((link) => !seen.has(link.url)),
    unread,
    isClosed: !record.listed || lists.closed,
    isKnownOffered: lists.isKnownOffered,
  };
}
