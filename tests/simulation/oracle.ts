import { withoutTakenDown } from '#lib/consume/snapshot.ts';
import { addEntry } from '#lib/manifest/add-entry.ts';
import { emptyIndex } from '#lib/manifest/move-index.ts';
import {
  FLOOR_KEY,
  INDEX_KEY,
  LOG_PREFIX,
  logNumber,
  runIdOf,
  SEGMENT_PREFIX,
} from '#lib/model/keys.ts';
import {
  floorMarker,
  type LogEntry,
  logEntry,
  type ManifestIndex,
  manifestIndex,
} from '#lib/model/manifest-files.ts';
import { mergeRow } from '#lib/model/merge-rows.ts';
import { parseJson } from '#lib/model/object-reader.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { runRecord } from '#lib/model/run.ts';
import { decodeLines, parseRow } from '#lib/model/segment-codec.ts';
import { isTerminal } from '#lib/model/states.ts';
import { ProfileOracle } from './profile-oracle.ts';
import type { Actor } from './scheduler.ts';

/** An invariant that did not hold. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

type States = ReadonlyMap<string, UrlState>;

/** Sees every write take effect, knows what is true, and says when something else is claimed. */
export class Oracle {
  readonly segments = new Map<string, Row[]>();
  /** Segments whose writer was told that they are stored. */
  readonly acknowledged: string[] = [];
  readonly log: LogEntry[] = [];
  /** Ids a takedown was ever begun for: their documents may be missing. */
  readonly everTakenDown = new Set<string>();
  /** Ids whose takedown was confirmed and whose restore was not begun. */
  readonly takenDown = new Set<string>();
  readonly violations: Violation[] = [];
  /** Length of the log when each reaper last began to look. */
  readonly reapBegan = new WeakMap<Actor, number>();
  private readonly begun = new Set<string>();
  /** Runs with the length of the log when who completed them began to look. */
  private readonly completed = new Map<string, number>();
  late = 0;
  private readonly profiles = new ProfileOracle({
    rowOf: (ulid) => this.rows.get(ulid),
    stateAt: (number) => this.stateAt(number),
    fail: (problem) => this.fail(problem),
  });
  private readonly rows = new Map<string, Row>();
  private readonly listed = new Map<string, number>();
  /** Segments that were listed, collected, and written again. */
  private readonly again = new Set<string>();
  private readonly states: States[] = [new Map()];
  private index: ManifestIndex = emptyIndex();
  /** What the index should be after each entry. */
  private readonly folds: ManifestIndex[] = [emptyIndex()];
  private floor = 0;

  fail(problem: string): never {
    const violation = new Violation(problem);
    this.violations.push(violation);
    throw violation;
  }

  /** Called for every write, in the order they take effect. */
  observe(key: string, body: Uint8Array, exists: (key: string) => boolean, actor: Actor): void {
    if (key.startsWith(SEGMENT_PREFIX)) {
      if (this.listed.has(key)) this.again.add(key);
      const rows = [...decodeLines(key, body)].map((line) => parseRow(key, line));
      this.segments.set(key, rows);
      for (const row of rows) this.rows.set(row.ulid, row);
    }
    this.profiles.observe(key, body);
    if (key.startsWith(LOG_PREFIX)) this.observeEntry(parseJson(key, body, logEntry), key, exists);
    const run = runIdOf(key);
    const record = run === null ? null : parseJson(key, body, runRecord);
    if (record?.completedAt === null) this.begun.add(record.runId);
    else if (record) this.completed.set(record.runId, this.reapBegan.get(actor) ?? 0);
    if (key === INDEX_KEY) this.observeIndex(parseJson(key, body, manifestIndex));
    if (key === FLOOR_KEY) this.observeFloor(parseJson(key, body, floorMarker).floor);
  }

  private observeEntry(entry: LogEntry, key: string, exists: (key: string) => boolean): void {
    const number = logNumber(key) ?? 0;
    if (number <= this.floor) {
      this.late += 1; // of a writer that slept: nobody may read it
      return;
    }
    if (number !== this.log.length + 1)
      this.fail(`commit ${number} is written when the last is ${this.log.length}`);
    const states = new Map(this.stateAt(number - 1));
    for (const { key: segment } of entry.segments) {
      if (!exists(segment)) this.fail(`commit ${number} lists ${segment}, which is not there`);
      // A writer that slept until its segment was collected may write it again: its rows change nothing.
      const before = this.listed.get(segment);
      const mayBeListed =
        before === undefined || (before <= this.floor && this.again.delete(segment));
      if (!mayBeListed) this.fail(`commit ${number} lists ${segment} again`);
      this.listed.set(segment, number);
      for (const row of this.segments.get(segment) ?? [])
        states.set(row.id, mergeRow(states.get(row.id), row));
    }
    this.log.push(entry);
    this.folds.push(addEntry(this.folds.at(-1) ?? emptyIndex(), entry));
    this.states.push(states);
  }

  hasOpenRuns(): boolean {
    return this.begun.size > this.completed.size;
  }

  /** URLs that had entered the run when the reaper looked, and never ended in it. */
  openIn(run: string): string[] {
    const seen = this.completed.get(run) ?? 0;
    const urlsOf = (entries: readonly LogEntry[], isWanted: (row: Row) => boolean): Set<string> => {
      const keys = entries.flatMap(({ segments }) => segments.map(({ key }) => key));
      const rows = keys.flatMap((key) => this.segments.get(key) ?? []);
      return new Set(rows.filter((row) => row.run === run && isWanted(row)).map(({ url }) => url));
    };
    const ended = urlsOf(this.log, ({ state }) => isTerminal(state));
    return [...urlsOf(this.log.slice(0, seen), () => true)].filter((url) => !ended.has(url));
  }

  private observeIndex(index: ManifestIndex): void {
    if (index.head > this.log.length) this.fail(`the index leads: ${index.head}`);
    if (index.head < this.index.head) this.fail(`the index goes back to ${index.head}`);
    if ((index.checkpoint?.number ?? 0) < (this.index.checkpoint?.number ?? 0))
      this.fail(`the index goes back to checkpoint ${index.checkpoint?.number}`);
    if (JSON.stringify(this.folds[index.head]?.totals) !== JSON.stringify(index.totals))
      this.fail(`the index counts ${JSON.stringify(index.totals)}`);
    this.index = index;
  }

  private observeFloor(floor: number): void {
    if (floor < this.floor) this.fail(`the floor goes back to ${floor}`);
    if (floor > (this.index.checkpoint?.number ?? 0))
      this.fail(`the floor ${floor} is above the checkpoint`);
    this.floor = floor;
  }

  stateAt(number: number): States {
    return this.states[number] ?? this.fail(`commit ${number} was never made`);
  }

  isListed(segment: string): boolean {
    return this.listed.has(segment);
  }

  /** At rest profiles say what the state at the index's checkpoint says. */
  checkProfiles(): void {
    this.profiles.checkAtRest(this.index.checkpoint?.number ?? 0);
  }

  /** What a reader holds as of a commit is what the rows up to that commit merge to. */
  checkStates(number: number, found: Iterable<UrlState>, reader: string): void {
    const expected = shown(this.stateAt(number).values());
    const actual = shown(found);
    if (actual !== expected)
      this.fail(`${reader} at ${number} of ${this.log.length}:\n${actual}\nis not\n${expected}`);
  }

  /** What was taken down before a read began is not in what it gives. */
  checkTakenDown(takenDown: ReadonlySet<string>, found: Iterable<UrlState>): void {
    for (const { id, content, presence } of found)
      if (takenDown.has(id) && (presence?.value !== 'taken-down' || content !== null))
        this.fail(`${id} came back`);
  }
}

function shown(states: Iterable<UrlState>): string {
  return [...states]
    .map((state) => withoutTakenDown({ ...state, duplicateOf: null }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((state) => JSON.stringify(state))
    .join('\n');
}
