import type { ObjectStore } from '#lib/io/object-store.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { LOG_PREFIX, logKey, logNumber, SEGMENT_PREFIX } from '#lib/model/keys.ts';
import { readEntry } from '#lib/model/log.ts';
import type { LogEntry } from '#lib/model/manifest-files.ts';
import type { Row } from '#lib/model/row.ts';
import type { State } from '#lib/model/states.ts';
import { type Finding, withoutKey } from './finding.ts';
import { verifySegments } from './verify-segments.ts';

/** The state each URL of a run last reached, by run and id. */
export type RunStates = Map<string, Map<string, { state: State; ulid: string }>>;

/** Number of the last commit whose rows a run's totals are of. */
export type LastCommit = (runId: string) => number;

export interface VerifiedLog {
  readonly findings: Finding[];
  /** The entries that exist, in order. */
  readonly entries: LogEntry[];
  readonly runs: RunStates;
}

/** Entries: contiguous above the floor, each naming the one before, with segments that say the same. */
export async function verifyLog(
  store: ObjectStore,
  floor: number,
  lastCommit: LastCommit,
): Promise<VerifiedLog> {
  const findings: Finding[] = [];
  const entries: LogEntry[] = [];
  const runs: RunStates = new Map();
  const listed = new Map<string, number>();
  for await (const { key } of store.list(LOG_PREFIX)) {
    const number = logNumber(key);
    if (number === null) {
      findings.push({ rule: 'log-keys', where: key, problem: 'not the key of a log entry' });
      continue;
    }
    const entry = await readWhole(store, number, findings);
    if (entry === null) continue;
    findings.push(...follows(entry, number, entries.at(-1), floor));
    for (const segment of entry.segments) {
      const earlier = listed.get(segment.key);
      if (earlier !== undefined)
        findings.push({
          rule: 'segments-once',
          where: segment.key,
          problem: `is listed by commits ${earlier} and ${number}`,
        });
      listed.set(segment.key, number);
    }
    findings.push(
      ...(await verifySegments(store, entry, floor, (row) => {
        if (entry.number <= lastCommit(row.run)) noteState(runs, row);
      })),
    );
    entries.push(entry);
  }
  for await (const { key } of store.list(SEGMENT_PREFIX))
    if (!listed.has(key))
      findings.push({ rule: 'segments-listed', where: key, problem: 'no commit lists it: sweep' });
  return { findings, entries, runs };
}

/** Null if it is gone since it was listed, or damaged, which is a finding. */
async function readWhole(
  store: ObjectStore,
  number: number,
  findings: Finding[],
): Promise<LogEntry | null> {
  try {
    return await readEntry(store, number);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    const where = logKey(number);
    findings.push({ rule: 'log-readable', where, problem: withoutKey(where, error) });
    return null;
  }
}

function follows(
  entry: LogEntry,
  number: number,
  before: LogEntry | undefined,
  floor: number,
): Finding[] {
  const where = logKey(number);
  const findings: Finding[] = [];
  const say = (problem: string): number =>
    findings.push({ rule: 'log-contiguous', where, problem });
  if (entry.number !== number) say(`says it is commit ${entry.number}`);
  const expected = before ? before.number + 1 : floor + 1;
  if (number > floor && number > expected) say(missing(expected, number - 1));
  if (before?.number === number - 1 && number - 1 > floor) {
    if (entry.prev !== before.commitId) say('does not follow the commit before it');
    if (entry.at < before.at) say('is earlier than the commit before it');
  }
  return findings;
}

function missing(first: number, last: number): string {
  return first === last ? `commit ${first} is missing` : `commits ${first} to ${last} are missing`;
}

/** The last row of a URL is that of the highest ulid, as for whoever completes the run. */
function noteState(runs: RunStates, { run, id, state, ulid }: Row): void {
  const urls = runs.get(run) ?? new Map();
  runs.set(run, urls);
  const known = urls.get(id);
  if (known === undefined || ulid > known.ulid) urls.set(id, { state, ulid });
}
