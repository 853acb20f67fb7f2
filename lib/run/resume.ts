/**
 * What is left of a run, told by its rows alone: the last row of each URL says which stage is next.
 */
import type { DiscoverMessage, FetchedPage, FetchItem, Link } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import { isTerminal, type TerminalState } from '#lib/model/states.ts';

export interface LeftOver {
  /** Every canonical URL that has entered the run. */
  readonly seen: Set<string>;
  /** Discovered and not fetched. */
  readonly toFetch: readonly FetchItem[];
  /** Fetched pages that are not cleaned. */
  readonly toClean: readonly FetchedPage[];
  /** Fetched sitemaps, feeds and listings whose links are not discovered. */
  readonly toRead: readonly FetchedPage[];
  /** Redirect targets; those already seen are dropped by discover. */
  readonly links: readonly Link[];
}

type Previous = (canonicalUrl: string) => FetchItem['previous'];

/** Sorts the rows of a run (any order, duplicates allowed) into what the stages still have to do. */
export function leftOver(rows: Iterable<Row>, previous: Previous): LeftOver {
  const ordered = [...rows].sort((a, b) => (a.ulid < b.ulid ? -1 : 1));
  const last = new Map(ordered.map((row) => [row.canonicalUrl, row]));
  const parts = Map.groupBy(
    ordered.filter((row) => row.state === 'part-of' && row.via !== null),
    (row) => row.via,
  );

  const toFetch: FetchItem[] = [];
  const toClean: FetchedPage[] = [];
  const toRead: FetchedPage[] = [];
  for (const row of last.values()) {
    if (isTerminal(row.state)) continue;
    const item = itemOf(row, previous);
    if (row.state === 'discovered') toFetch.push(item);
    else if (row.kind !== 'page') toRead.push(pageOf(item, row, []));
    else toClean.push(pageOf(item, row, parts.get(row.canonicalUrl) ?? []));
  }
  const links = [...last.values()].flatMap(redirectTarget);
  return { seen: new Set(last.keys()), toFetch, toClean, toRead, links };
}

/** URLs of a run by the state they are in; a later row supersedes an earlier one. */
export function runStates(rows: Iterable<Row>): Map<string, Row> {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const known = last.get(row.canonicalUrl);
    if (known === undefined || known.ulid < row.ulid) last.set(row.canonicalUrl, row);
  }
  return last;
}

/** How many URLs ended in which terminal state. */
export function countTerminal(rows: readonly Row[]): Partial<Record<TerminalState, number>> {
  const counts: Partial<Record<TerminalState, number>> = {};
  for (const { state } of rows) {
    if (isTerminal(state)) counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/**
 * The message with which a run goes on when all its sitemaps, feeds and listings are read: what
 * earlier runs know. What those lists name as new or changed goes first, and has the budget first.
 */
export function knownMessage(run: {
  readonly runId: string;
  readonly source: string;
}): DiscoverMessage {
  return { ...run, links: [], pages: [], known: true };
}

/** The message a run begins with: what its source names. */
export function firstMessage(
  run: { readonly runId: string; readonly source: string },
  links: readonly Link[],
): DiscoverMessage {
  return { ...run, links: [...links], pages: [] };
}

function itemOf(row: Row, previous: Previous): FetchItem {
  const { id, url, canonicalUrl, kind, depth, hop, via } = row;
  return { id, url, canonicalUrl, kind, depth, hop, via, previous: previous(canonicalUrl) };
}

/** The page as fetch handed it on: a part that only repeats another ended the article, and is none of it. */
function pageOf(item: FetchItem, row: Row, partRows: readonly Row[]): FetchedPage {
  // parts of an earlier attempt at the same page are older than its row
  const rows = [row, ...partRows.filter(({ ulid }) => ulid > row.ulid)];
  const parts = rows.flatMap(({ url, canonicalUrl, fetch }) => {
    if (!fetch?.raw || fetch.payloadDigest === null) return [];
    const { fetchedAt, contentType, payloadDigest, robots, raw } = fetch;
    return [{ url, canonicalUrl, fetchedAt, contentType, payloadDigest, robots, raw }];
  });
  const distinct = new Map(parts.toReversed().map((part) => [part.payloadDigest, part]));
  return {
    item,
    parts: parts.filter((part) => distinct.get(part.payloadDigest) === part),
    partsMissing: (row.partsMissing ?? false) || parts.length < rows.length,
  };
}

function redirectTarget(row: Row): Link[] {
  const target = row.state === 'redirected' ? row.fetch?.redirectedTo : null;
  if (!target) return [];
  return [
    {
      url: target,
      kind: row.kind,
      reason: 'redirect',
      depth: row.depth,
      hop: row.hop + 1,
      via: row.canonicalUrl,
      lastModified: null,
    },
  ];
}
