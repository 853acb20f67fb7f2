import type { ObjectStore } from '#lib/io/object-store.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { PermanentError, RetryableError } from '#lib/model/errors.ts';
import { StaleViewError } from '#lib/model/log.ts';
import { type PackedTraits, packTraits } from '#lib/model/page-traits.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { aFetch, aRow, contentOf } from '../support/manifest-rows.ts';
import type { Oracle } from './oracle.ts';
import type { Protocol } from './protocol.ts';
import type { Random } from './random.ts';
import type { RunWork } from './run-actors.ts';
import type { Actor } from './scheduler.ts';

/** What the actors share besides the store: a queue that is at least once, in no order. */
export interface World {
  readonly protocol: Protocol;
  readonly oracle: Oracle;
  readonly random: Random;
  readonly queue: { key: string }[];
  readonly runs: RunWork;
  readonly now: () => number;
  readonly isOver: () => boolean;
  readonly faultsEnabled: () => boolean;
}

/** One actor's view of the world. */
export interface Self {
  readonly actor: Actor;
  readonly store: ObjectStore;
  readonly deps: ManifestDeps;
}

const PAGES = Array.from({ length: 8 }, (_, n) => `https://host${n % 2}.example.com/${n}.html`);
const TEXTS = 4;
const RUNS = ['01KDVNTG00000000000000RVN1', '01KDVNTG00000000000000RVN2'];

export const RETAIN_MS = 2 * 3_600_000;
export const GRACE_MS = 3_600_000;
export const SWEEP_AGE_MS = 10 * 60_000;

/** Stores documents, then their rows; tries again with the same rows if the store fails. */
export async function work(
  { protocol, oracle, random, queue }: World,
  { store, deps }: Self,
): Promise<void> {
  const rows = Array.from({ length: 1 + random.int(3) }, () => someRow(random, deps));
  const storeDocuments = async (): Promise<void> => {
    for (const { content } of rows)
      if (content?.key) await store.create(content.key, new TextEncoder().encode(content.key));
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      if (protocol.documentsFirst) await storeDocuments();
      const segment = await protocol.writeSegment(rows, deps);
      oracle.acknowledged.push(segment.key);
      if (!random.chance(0.1)) queue.push(segment); // else the event is lost
      if (random.chance(0.1)) queue.push(segment);
      if (!protocol.documentsFirst) await storeDocuments();
      return;
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
    }
  }
}

function someRow(random: Random, deps: ManifestDeps): Row {
  const url = random.pick(PAGES);
  const at = new Date(deps.now() - random.int(60_000)).toISOString();
  const base = { ulid: deps.ulid(), run: random.pick(RUNS), url, canonicalUrl: url, at };
  const fetch = aFetch({ fetchedAt: at });
  switch (random.int(6)) {
    case 0:
      return aRow({
        ...base,
        state: 'unchanged',
        reason: 'not-modified',
        fetch: { ...fetch, status: 304 },
      });
    case 1:
      return aRow({
        ...base,
        state: 'failed',
        reason: 'http-5xx',
        fetch: { ...fetch, status: 503 },
      });
    case 2:
      return aRow({
        ...base,
        state: 'gone',
        reason: 'http-404',
        fetch: { ...fetch, status: 404 },
        presence: { value: 'gone', at },
      });
    default: {
      const content = contentOf(url, `text ${random.int(TEXTS)}`, at);
      const traits = random.chance(0.9) ? { traits: someTraits(random) } : {};
      return aRow({ ...base, state: 'published', reason: 'new', fetch, content, ...traits });
    }
  }
}

/** Few lines and paths, so that pages share them. */
function someTraits(random: Random): PackedTraits {
  const lines = Array.from({ length: 1 + random.int(3) }, () => ({
    key: String(random.int(5)).padStart(16, '0'),
    path: random.int(2),
    kept: random.chance(0.8),
    first: random.chance(0.3),
    last: random.chance(0.3),
  }));
  const paths = ['0000000a', '0000000b'].map((key) => ({ key, holds: random.chance(0.5) }));
  return packTraits({ text: null, lines, paths });
}

/** Takes events from the queue and gives them back unless the commit succeeds. */
export async function commit(
  { protocol, oracle, random, queue }: World,
  { deps }: Self,
): Promise<void> {
  const taken = Array.from({ length: Math.min(queue.length, 1 + random.int(4)) }, () =>
    queue.splice(random.int(queue.length), 1),
  ).flat();
  queue.push(...taken); // seen again until they are acknowledged
  const { number, entry, rejected } = await protocol.commitSegments(taken, deps);
  if (entry !== null && oracle.log[entry.number - 1]?.commitId !== entry.commitId)
    oracle.fail(`a committer believes that commit ${entry.number} is its own`);
  for (const segment of taken) {
    const at = queue.indexOf(segment);
    if (at !== -1) queue.splice(at, 1);
    if (!oracle.isListed(segment.key))
      oracle.fail(`a commit returned ${number}, but ${segment.key} is in no commit`);
  }
  if (rejected.length > 0) oracle.fail(`rejected ${JSON.stringify(rejected)}`);
}

export async function operate(
  { protocol, oracle, random, now }: World,
  { store, deps }: Self,
): Promise<void> {
  const states = await read(protocol, store);
  const down = states.filter(({ presence }) => presence?.value === 'taken-down');
  const url =
    down.length > 0 && random.chance(0.5) ? random.pick(down).canonicalUrl : random.pick(PAGES);
  const state = states.find(({ canonicalUrl }) => canonicalUrl === url) ?? null;
  const target = { canonicalUrl: url, state };
  const id = state?.id;
  if (id === undefined) return;
  if (state?.presence?.value === 'taken-down') {
    oracle.takenDown.delete(id);
    await protocol.restore([target], null, deps);
    return;
  }
  oracle.everTakenDown.add(id);
  const before = now();
  await protocol.takeDown([target], null, deps);
  // confirmed, unless this clock was behind a restore; the operator's clock does not go back
  if (now() >= before) oracle.takenDown.add(id);
}

async function read(protocol: Protocol, store: ObjectStore): Promise<UrlState[]> {
  return Array.fromAsync((await protocol.openSnapshot(store, { keepTakenDown: true })).states);
}

/** Reads a snapshot and the documents it names. */
export async function readSnapshot(
  world: World,
  { store }: Self,
  last: { number: number },
): Promise<void> {
  const { protocol, oracle } = world;
  const started = world.now();
  const earlier = last.number;
  const takenDown = new Set(oracle.takenDown);
  try {
    const { number, states } = await protocol.openSnapshot(store);
    const found = await Array.fromAsync(states);
    if (number < earlier) oracle.fail(`a snapshot of ${number} after one of ${earlier}`);
    last.number = Math.max(last.number, number);
    oracle.checkStates(number, found, 'snapshot');
    const still = new Set([...takenDown].filter((id) => oracle.takenDown.has(id)));
    oracle.checkTakenDown(still, found);
    for (const { id, content } of found) {
      const isThere = !content?.key || (await store.get(content.key)) !== null;
      if (!isThere && !oracle.everTakenDown.has(id)) oracle.fail(`${content?.key} is missing`);
    }
  } catch (error) {
    mayBeStale(error, world, started);
  }
}

/** A reader who was overtaken by collection is told so, but only after the grace period. */
function mayBeStale(error: unknown, { oracle, now }: World, started: number): void {
  if (error instanceof PermanentError) oracle.fail(`a reader got: ${error.message}`);
  if (!(error instanceof StaleViewError)) throw error;
  if (now() - started < GRACE_MS)
    oracle.fail(`after ${now() - started} ms a reader got: ${error.message}`);
}

/** A consumer's copy, kept up to date by the feed. */
export interface Replica {
  cursor: number;
  states: Map<string, UrlState>;
  /** Who keeps it: one who wakes up and is not any more leaves it alone. */
  keeper: symbol | null;
}

export async function follow(world: World, { store }: Self, replica: Replica): Promise<void> {
  const { protocol, oracle } = world;
  const started = world.now();
  const keeper = Symbol('keeper');
  replica.keeper = keeper;
  try {
    for await (const event of protocol.feed(store, replica.cursor)) {
      if (replica.keeper !== keeper) return;
      if (event.kind === 'row') {
        const { row } = event;
        replica.states.set(row.id, protocol.mergeRow(replica.states.get(row.id), row));
      } else if (event.kind === 'cursor') {
        replica.cursor = event.cursor;
        oracle.checkStates(replica.cursor, replica.states.values(), 'feed');
      } else {
        const { number, states } = await protocol.openSnapshot(store, { keepTakenDown: true });
        const found = await Array.fromAsync(states);
        if (replica.keeper !== keeper) return;
        replica.cursor = number;
        replica.states = new Map(found.map((state) => [state.id, state]));
      }
    }
  } catch (error) {
    mayBeStale(error, world, started);
  }
}
