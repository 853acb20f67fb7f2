import { PermanentError } from '#lib/model/errors.ts';
import { readEntry, readFloor, readLog, StaleViewError } from '#lib/model/log.ts';
import { type LogEntry, OPERATOR_RUN } from '#lib/model/manifest-files.ts';
import { stateOfRow } from '#lib/model/merge-rows.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { parseRow } from '#lib/model/segment-codec.ts';
import { segmentLines } from '#lib/model/segment-lines.ts';
import { matches, type StateFilter } from './state-filter.ts';

/** What a feed says, in order. */
export type FeedEvent =
  /** A row. Apply it with `mergeRow`: it may come twice and late, and then changes nothing. */
  | {
      readonly kind: 'row';
      readonly number: number;
      readonly row: Row;
      /** A later commit took the URL down: the document is not there, do not show what the row tells. */
      readonly withdrawn: boolean;
    }
  /** Everything up to `cursor` was given: keep it and go on from there. */
  | { readonly kind: 'cursor'; readonly cursor: number }
  /** What follows the cursor is collected: read `snapshot` and go on from its number. */
  | { readonly kind: 'resync'; readonly floor: number };

export interface FeedOptions {
  /** At most this many commits. */
  readonly limit?: number;
  /**
   * Only rows of this source, host, state. There is no choice by language or quality here: rows that say
   * that a document is gone or was taken down have none, and a copy must not miss them.
   */
  readonly filter?: Pick<StateFilter, 'source' | 'host' | 'states'>;
}

const KEPT_ENTRIES = 256;

/**
 * Every row committed after commit `cursor` (0 for all), at least once, then the next cursor after
 * each commit. Ends with the last commit; call again later with the last cursor.
 * Requests: 3 if nothing is new, else 2 a commit and 1 a segment, whatever the store holds.
 * @throws PermanentError if there was never a commit of that number: the cursor is of another store
 * @example
 * for await (const event of feed(store, cursor)) {
 *   if (event.kind === 'row') apply(event.row);
 *   if (event.kind === 'cursor') cursor = event.cursor;
 * }
 */
export async function* feed(
  store: ObjectReader,
  cursor: number,
  options: FeedOptions = {},
): AsyncGenerator<FeedEvent> {
  try {
    yield* changes(store, cursor, options);
  } catch (error) {
    if (!(error instanceof StaleViewError)) throw error;
    const floor = (await readFloor(store))?.value.floor ?? 0;
    if (floor <= cursor) throw error;
    yield { kind: 'resync', floor };
  }
}

async function* changes(
  store: ObjectReader,
  cursor: number,
  { limit = Number.POSITIVE_INFINITY, filter = {} }: FeedOptions,
): AsyncGenerator<FeedEvent> {
  const { last, kept, takenDown } = await survey(store, cursor);
  const floor = (await readFloor(store))?.value.floor ?? 0;
  if (floor > cursor) throw new StaleViewError(`commits up to ${floor} are collected`);
  if (last === cursor) await requireCommit(store, cursor, floor);
  const until = Math.min(last, cursor + limit);
  for await (const entry of entries(store, kept, cursor + 1, until)) {
    for await (const row of segmentRows(store, entry)) {
      if (!matches(stateOfRow(row), filter)) continue;
      yield { kind: 'row', number: entry.number, row, withdrawn: takenDown.has(row.id) };
    }
    yield { kind: 'cursor', cursor: entry.number };
  }
}

/** A cursor nothing follows is the last commit, or of another store. */
async function requireCommit(store: ObjectReader, cursor: number, floor: number): Promise<void> {
  if (cursor <= floor || (await readEntry(store, cursor)) !== null) return;
  const since = (await readFloor(store))?.value.floor ?? 0; // it may be collected by now
  if (since > cursor) throw new StaleViewError(`commits up to ${since} are collected`);
  if (since < cursor) throw new PermanentError(`there is no commit ${cursor}`);
}

interface Survey {
  readonly last: number;
  /** The first entries, so that a short feed reads each once. */
  readonly kept: readonly LogEntry[];
  /** Ids of what is taken down as of the last entry, if that is said after the cursor. */
  readonly takenDown: ReadonlySet<string>;
}

async function survey(store: ObjectReader, cursor: number): Promise<Survey> {
  let last = cursor;
  const kept: LogEntry[] = [];
  const takedowns = new Map<string, { value: string; version: string }>();
  for await (const entry of readLog(store, cursor + 1)) {
    last = entry.number;
    if (kept.length < KEPT_ENTRIES) kept.push(entry);
    if (!hasTakedowns(entry)) continue;
    for await (const { id, ulid, presence } of segmentRows(store, entry)) {
      if (presence?.value !== 'taken-down' && presence?.value !== 'restored') continue;
      const version = `${presence.at} ${ulid}`;
      if (version > (takedowns.get(id)?.version ?? ''))
        takedowns.set(id, { value: presence.value, version });
    }
  }
  const takenDown = [...takedowns].filter(([, { value }]) => value === 'taken-down');
  return { last, kept, takenDown: new Set(takenDown.map(([id]) => id)) };
}

function hasTakedowns({ counts }: LogEntry): boolean {
  return Object.entries(counts).some(
    ([run, states]) => run === OPERATOR_RUN || (states['taken-down'] ?? 0) > 0,
  );
}

async function* entries(
  store: ObjectReader,
  kept: readonly LogEntry[],
  from: number,
  until: number,
): AsyncGenerator<LogEntry> {
  yield* kept.filter(({ number }) => number <= until);
  yield* readLog(store, from + kept.length, until);
}

async function* segmentRows(store: ObjectReader, { segments }: LogEntry): AsyncGenerator<Row> {
  for await (const [key, line] of segmentLines(store, segments)) yield parseRow(key, line);
}
