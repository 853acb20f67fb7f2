import { withoutTakenDown } from '#lib/consume/snapshot.ts';
import { addEntry } from '#lib/manifest/add-entry.ts';
import { emptyIndex } from '#lib/manifest/move-index.ts';
import { FLOOR_KEY, INDEX_KEY, LOG_PREFIX, logNumber, SEGMENT_PREFIX } from '#lib/model/keys.ts';
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
import { decodeLines, parseRow } from '#lib/model/segment-codec.ts';
import { ProfileOracle } from './profile-oracle.ts';

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
  private floor = 0;

  fail(problem: string): never {
    const violation = new Violation(problem);
    this.violations.push(violation);
    throw violation;
  }

  /** Called for every write, in the order they take effect. */
  observe(key: string, body: Uint8Array, exists: (key: string) => boolean): void {
    if (key.startsWith(SEGMENT_PREFIX)) {
      if (this.listed.has(key)) this.again.add(key);
      const rows = [...decodeLines(key, body)].map((line) => parseRow(key, line));
      this.segments.set(key, rows);
      for (const row of rows) this.rows.set(row.ulid, row);
    }
    this.profiles.observe(key, body);
    if (key.startsWith(LOG_PREFIX)) this.observeEntry(parseJson(key, body, logEntry), key, exists);
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
    this.states.push(states);
  }

  private observeIndex(index: ManifestIndex): void {
    if (index.head > this.log.length) this.fail(`the index leads: ${index.head}`);
    if (index.head < this.index.head) this.fail(`the index goes back to ${index.head}`);
    if ((index.checkpoint?.number ?? 0) < (this.index.checkpoint?.number ?? 0))
      this.fail(`the index goes back to checkpoint ${index.checkpoint?.number}`);
    const folded = this.log.slice(0, index.head).reduce(addEntry, emptyIndex());
    if (JSON.stringify(folded.totals) !== JSON.stringify(index.totals))
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
