import { openingMessage } from '#lib/cloud/begin-run.ts';
import { reapRuns } from '#lib/cloud/reap-runs.ts';
import { markRead, readList } from '#lib/cloud/run-lists.ts';
import type { Messages } from '#lib/io/messenger.ts';
import type { Segment } from '#lib/manifest/write-segment.ts';
import { ConflictError } from '#lib/model/errors.ts';
import { runKey } from '#lib/model/keys.ts';
import { packMessages } from '#lib/model/lanes.ts';
import type { DiscoverMessage, FetchMessage } from '#lib/model/messages.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { newRun } from '#lib/run/run-records.ts';
import { addressOf, rowMaker } from '#lib/source/discovered-rows.ts';
import type { Self, World } from './actors.ts';

const RUNS = 2;
const SEEDS = Array.from({ length: 3 }, (_, n) => `https://run${n % 2}.example.com/${n}.html`);
const SOURCE = sourceDefinition.parse({ name: 'site', seeds: SEEDS });
const LIMITS = { items: 2, itemsPerHost: 2 };

export const LOST_AFTER_MS = 20 * 60_000;
const REAP_EVERY_MS = 5 * 60_000;

/** What is under way for runs: messages that may be lost, doubled, and given to two workers. */
export interface RunWork {
  begun: number;
  readonly discover: DiscoverMessage[];
  readonly fetch: FetchMessage[];
}

export function noRunWork(): RunWork {
  return { begun: 0, discover: [], fetch: [] };
}

/** Begins a run: its record, then its first message. */
export async function beginRun(world: World, { store, deps }: Self): Promise<void> {
  if (world.runs.begun >= RUNS) return;
  world.runs.begun += 1;
  const runId = deps.ulid();
  const startedAt = new Date(deps.now()).toISOString();
  const record = newRun(SOURCE, 'schedule', { runId, startedAt, checkpoint: null });
  try {
    await store.create(runKey(runId), jsonBytes(record));
  } catch (error) {
    // who slept over a lost answer finds the record of a run that has ended meanwhile
    if (error instanceof ConflictError) return;
    throw error;
  }
  const opening = await openingMessage(store, record);
  send(world, { discover: [opening], fetch: [], clean: [] });
}

/** Takes a message of a run: links become rows and work for fetch, items become rows that end them. */
export async function workForRun(world: World, { store, deps }: Self): Promise<void> {
  const { runs, random } = world;
  const [discover] = runs.discover;
  const fetch = runs.fetch[random.int(Math.max(1, runs.fetch.length))];
  if (discover && (!fetch || random.chance(0.5))) {
    const { row } = rowMaker(discover, { now: new Date(deps.now()), ulid: deps.ulid });
    const links = [...discover.links, ...(await readList(store, discover))];
    const addresses = links.map((link) => addressOf(link, link.url));
    const rows = addresses.map((address) => row(address, 'discovered', 'seed'));
    const segment = rows.length > 0 ? await writeRows(rows, world, deps) : null;
    const items = addresses.map((address) => ({ ...address, previous: null }));
    send(world, {
      discover: [],
      fetch: packMessages(discover, items, LIMITS, deps.ulid),
      clean: [],
    });
    await markRead(store, discover, segment?.key ?? null);
    remove(runs.discover, discover);
  } else if (fetch) {
    const { row } = rowMaker(fetch, { now: new Date(deps.now()), ulid: deps.ulid });
    const ends = [
      ['no-document', 'empty'],
      ['failed', 'timeout'],
    ] as const;
    const rows = fetch.items.map((item) => {
      const [state, reason] = random.pick(ends);
      return row(item, state, reason);
    });
    await writeRows(rows, world, deps);
    remove(runs.fetch, fetch);
  }
}

/** Sends again what was lost, gives up what is lost for good, completes runs that have ended. */
export async function reap(world: World, { actor, store, deps }: Self): Promise<void> {
  world.oracle.reapBegan.set(actor, world.oracle.log.length);
  try {
    await reapRuns({
      ...deps,
      store,
      messenger: { send: async (messages) => send(world, messages) },
      lostAfterMs: LOST_AFTER_MS,
      everyMs: REAP_EVERY_MS,
    });
  } catch (error) {
    // of two invocations one completes the run; the other fails, and the next looks again
    if (!(error instanceof ConflictError)) throw error;
  }
}

async function writeRows(
  rows: readonly Row[],
  { protocol, oracle, random, queue }: World,
  deps: Self['deps'],
): Promise<Segment> {
  const segment = await protocol.writeSegment(rows, deps);
  oracle.acknowledged.push(segment.key);
  if (!random.chance(0.1)) queue.push(segment);
  return segment;
}

/** A message is lost now and then, and now and then comes twice. */
function send({ runs, random, faultsEnabled }: World, { discover, fetch }: Messages): void {
  const arrivals = (): number => {
    if (!faultsEnabled()) return 1;
    return random.chance(0.15) ? 0 : random.chance(0.1) ? 2 : 1;
  };
  for (const message of discover) for (let n = arrivals(); n > 0; n--) runs.discover.push(message);
  for (const message of fetch) for (let n = arrivals(); n > 0; n--) runs.fetch.push(message);
}

function remove<T>(queue: T[], message: T): void {
  const at = queue.indexOf(message);
  if (at !== -1) queue.splice(at, 1);
}
