import type { DiscoverMessage, FetchItem, Link } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { runSegments } from '#lib/run/read-run-rows.ts';
import { leftOver } from '#lib/run/resume.ts';
import { robotsLinks } from '#lib/run/robots-links.ts';
import { type OpenLinksDeps, openLinks } from './open-links.ts';
import { isCancelled } from './run-context.ts';
import { type Lists, listsOf } from './run-lists.ts';

/** What a run still has to do, as the log, its lists and its hosts tell. */
export interface OpenWork {
  readonly rows: readonly Row[];
  /** Number of the last commit with rows of the run; null without any. */
  readonly commit: number | null;
  /** URLs that have not ended. */
  readonly items: readonly FetchItem[];
  /** Redirect targets, and once nothing else is open sitemaps of robots.txt, that have not entered the run. */
  readonly links: readonly Link[];
  /** Lists that discover has not read, or whose rows are not committed. */
  readonly unread: readonly DiscoverMessage[];
  /** Discover was told what the run begins with. */
  readonly isBegun: boolean;
  /** No more lists will come. */
  readonly isClosed: boolean;
  /** Discover was told to look up what earlier runs know. */
  readonly isKnownOffered: boolean;
}

/** Nothing enters a run that was cancelled: only what has entered it has to end. */
export async function openWork(record: RunRecord, deps: OpenLinksDeps): Promise<OpenWork> {
  const { store } = deps;
  const run = { runId: record.runId, source: record.source.name };
  const isEnding = await isCancelled(store, record.runId);
  const lists = await listsOf(store, run); // before the log: what is read is committed later
  const rows: Row[] = [];
  const segments = new Set<string>();
  let commit: number | null = null;
  for await (const segment of runSegments(store, record.runId)) {
    rows.push(...segment.rows);
    segments.add(segment.key);
    commit = segment.commit;
  }
  const { toFetch, toClean, toRead, links: redirects, seen } = leftOver(rows, () => null);
  const items = [...toFetch, ...[...toClean, ...toRead].map(({ item }) => item)];
  const base = { rows, commit, items };
  if (isEnding) {
    const none = { links: [], unread: [] };
    return { ...base, ...none, isBegun: true, isClosed: true, isKnownOffered: true };
  }
  const unread = unreadLists(lists, segments);
  const isWaiting = items.length + unread.length > 0;
  const ofRobots = isWaiting ? [] : await robotsLinks(store, record.source, rows);
  return {
    ...base,
    unread,
    links: await openLinks(record, [...redirects, ...ofRobots], seen, deps),
    isBegun: rows.length > 0 || lists.lists.length > 0,
    isClosed: !record.listed || lists.closed,
    isKnownOffered: lists.isKnownOffered,
  };
}

function unreadLists({ lists }: Lists, segments: ReadonlySet<string>): DiscoverMessage[] {
  return lists
    .filter(({ segment }) => segment === null || (segment !== '' && !segments.has(segment)))
    .map(({ message }) => message);
}
