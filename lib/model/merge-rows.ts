/**
 * Merging of rows: a URL's state is three registers, each the one of the highest version. The merge
 * is idempotent, commutative and associative, so duplicate, late and reordered rows are harmless.
 */
import { compareText } from './compare-text.ts';
import { ROW_SCHEMA, type Row, type UrlState } from './row.ts';
import { isTerminal } from './states.ts';

type Presence = UrlState['presence'];
type Takedown = Omit<NonNullable<UrlState['takedown']>, 'covers'>;

/** The state of a URL of which this row is all that is known. */
export function stateOfRow(row: Row): UrlState {
  const { ulid, fetch, content } = row;
  return withPresence(
    {
      schema: ROW_SCHEMA,
      id: row.id,
      url: row.url,
      canonicalUrl: row.canonicalUrl,
      kind: row.kind,
      sources: [row.source],
      firstSeenAt: row.at,
      last: { run: row.run, state: row.state, reason: row.reason, at: row.at, ulid },
      fetch: fetch && { ...fetch, ulid },
      content: content && { ...content, ulid },
      presence: null,
      duplicateOf: null,
    },
    availabilityOfRow(row),
    takedownOfRow(row),
  );
}

/** The state of a URL of which both are known. Neither argument is changed. */
export function mergeStates(a: UrlState, b: UrlState): UrlState {
  const last = laterRow(a.last, b.last);
  const named = last === a.last ? a : b;
  const content = later(a.content, b.content, compareContent);
  return withPresence(
    {
      schema: ROW_SCHEMA,
      id: a.id,
      url: named.url,
      canonicalUrl: named.canonicalUrl,
      kind: named.kind,
      sources: union(a.sources, b.sources),
      firstSeenAt: earlier(a.firstSeenAt, b.firstSeenAt),
      last,
      fetch: later(a.fetch, b.fetch, compareFetch),
      content,
      presence: null,
      duplicateOf: duplicateOf(a, b, content?.textSha ?? null),
    },
    later(availability(a), availability(b), compareAt),
    later(a.takedown ?? null, b.takedown ?? null, compareAt),
  );
}

/** Merges a row into what is known of its URL. */
export function mergeRow(state: UrlState | undefined, row: Row): UrlState {
  return state ? mergeStates(state, stateOfRow(row)) : stateOfRow(row);
}

/** A successful fetch shows that the page is there, whatever its row says of the document. */
function availabilityOfRow({ presence, fetch, ulid }: Row): Presence {
  if (presence?.value === 'present' || presence?.value === 'gone')
    return { value: presence.value, at: presence.at, ulid };
  if (!fetch?.status) return null;
  const succeeded = (fetch.status >= 200 && fetch.status < 300) || fetch.status === 304;
  return succeeded ? { value: 'present', at: fetch.fetchedAt, ulid } : null;
}

function takedownOfRow({ presence, ulid }: Row): Takedown | null {
  if (presence?.value !== 'taken-down' && presence?.value !== 'restored') return null;
  return { value: presence.value, at: presence.at, ulid };
}

/** present or gone, whether or not a takedown covers it. */
function availability(state: UrlState): Presence {
  return state.takedown ? state.takedown.covers : state.presence;
}

function withPresence(state: UrlState, covers: Presence, takedown: Takedown | null): UrlState {
  if (takedown === null) return { ...state, presence: covers };
  const { value, at, ulid } = takedown;
  const presence: Presence = value === 'taken-down' ? { value, at, ulid } : covers;
  return { ...state, presence, takedown: { value, at, ulid, covers } };
}

/** Compaction finds duplicates; what it found holds as long as the text is the same. */
function duplicateOf(a: UrlState, b: UrlState, textSha: string | null): string | null {
  const found = [a, b].filter((state) => (state.content?.textSha ?? null) === textSha);
  return found.map((state) => state.duplicateOf).find((id) => id !== null) ?? null;
}

function union(a: readonly string[], b: readonly string[]): string[] {
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return [...a];
  return [...new Set([...a, ...b])].sort();
}

function laterRow(a: UrlState['last'], b: UrlState['last']): UrlState['last'] {
  const order =
    compareText(a.at, b.at) ||
    Number(isTerminal(a.state)) - Number(isTerminal(b.state)) ||
    compareText(a.ulid, b.ulid);
  return order >= 0 ? a : b;
}

function later<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): T | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) >= 0 ? a : b;
}

type Version = { at: string; ulid: string };
type FetchVersion = { fetchedAt: string; ulid: string };
type ContentVersion = FetchVersion & { cleaner: number };

function compareAt(a: Version, b: Version): number {
  return compareText(a.at, b.at) || compareText(a.ulid, b.ulid);
}

function compareFetch(a: FetchVersion, b: FetchVersion): number {
  return compareText(a.fetchedAt, b.fetchedAt) || compareText(a.ulid, b.ulid);
}

function compareContent(a: ContentVersion, b: ContentVersion): number {
  return (
    compareText(a.fetchedAt, b.fetchedAt) || a.cleaner - b.cleaner || compareText(a.ulid, b.ulid)
  );
}

function earlier(a: string, b: string): string {
  return compareText(a, b) <= 0 ? a : b;
}
