import { verify } from '#lib/manifest/verify.ts';
import { RetryableError } from '#lib/model/errors.ts';
import type { UrlState } from '#lib/model/row.ts';
import { runRecords } from '#lib/run/run-records.ts';
import { countingUlids } from '../support/manifest-rows.ts';
import {
  commit,
  follow,
  GRACE_MS,
  operate,
  RETAIN_MS,
  type Replica,
  readSnapshot,
  type Self,
  SWEEP_AGE_MS,
  type World,
  work,
} from './actors.ts';
import { Oracle, Violation } from './oracle.ts';
import { LEARNING } from './profile-oracle.ts';
import { PROTOCOL, type Protocol } from './protocol.ts';
import { random as randomOf } from './random.ts';
import { beginRun, LOST_AFTER_MS, noRunWork, reap, workForRun } from './run-actors.ts';
import { type Actor, scheduler as schedulerOf } from './scheduler.ts';
import { SimulatedService, storeOf } from './simulated-store.ts';

export interface SimulationResult {
  readonly violation: string | null;
  readonly steps: number;
  readonly commits: number;
  /** Entries that writers who slept created below the floor. */
  readonly late: number;
}

const STEPS = 560;
const SKEW_MS = 20_000;
const MAX_QUIET_STEPS = 20_000;
const COMPACTION = { maxPartBytes: 4_000, ...LEARNING };
/** Three times as long as until a run is given up. */
const REAPS = 4 * 3 * 3;

/** Plays one seed: everybody at work with faults, then everybody at rest; says what did not hold. */
export async function simulate(
  seed: number,
  protocol: Protocol = PROTOCOL,
): Promise<SimulationResult> {
  const random = randomOf(seed);
  const scheduler = schedulerOf(random);
  const oracle = new Oracle();
  const service = new SimulatedService((key, body, actor) =>
    oracle.observe(key, body, (other) => service.objects.has(other), actor),
  );
  let isOver = false;
  const world: World = {
    protocol,
    oracle,
    random,
    queue: [],
    runs: noRunWork(),
    now: scheduler.now,
    isOver: () => isOver,
    faultsEnabled: () => scheduler.faults.enabled,
  };
  const ulids = countingUlids(() => 0);

  const newSelf = (name: string, skewMs: number): Self => {
    const actor: Actor = { name, skewMs, crashed: false, stalledUntil: 0 };
    const store = storeOf(actor, service, scheduler, random);
    const now = (): number => scheduler.now() + skewMs;
    return { actor, store, deps: { store, now, ulid: ulidsAt(now, ulids) } };
  };

  /** Repeats its job until the end; another takes its place when it crashes. */
  const employ = (
    name: string,
    share: number,
    job: (self: Self) => Promise<void>,
  ): (() => void) => {
    let self = newSelf(name, random.int(2 * SKEW_MS) - SKEW_MS);
    const loop = async (own: Self): Promise<void> => {
      while (!isOver) {
        await scheduler.turn(own.actor);
        if (isOver) return;
        if (!random.chance(share)) continue;
        try {
          await job(own);
        } catch (error) {
          if (!(error instanceof RetryableError)) throw error;
        }
      }
    };
    scheduler.start(self.actor, () => loop(self));
    return () => {
      if (!self.actor.crashed || isOver) return;
      self = newSelf(name, random.int(2 * SKEW_MS) - SKEW_MS);
      const own = self;
      scheduler.start(own.actor, () => loop(own));
    };
  };

  const last = { number: 0 };
  const replica: Replica = { cursor: 0, states: new Map(), keeper: null };
  const garbage = { retainMs: RETAIN_MS, graceMs: GRACE_MS };
  const many = (name: string, count: number, share: number, job: (self: Self) => Promise<void>) =>
    Array.from({ length: count }, (_, n) => employ(`${name} ${n}`, share, job));

  /**
   * Things were calm for days: there is a checkpoint, and a log the next collector may begin to remove,
   * unless a run of that time goes on: one that has an answer for one host, and lost the message for another.
   */
  const pastDays = async (): Promise<void> => {
    const self = newSelf('past', 0);
    const hasRun = random.chance(0.25);
    scheduler.faults.enabled = false;
    scheduler.start(self.actor, async () => {
      const commitAfter = async (job: typeof beginRun): Promise<void> => {
        await job(world, self);
        await commitRest(world, self);
      };
      if (hasRun) {
        await beginRun(world, self);
        await commitAfter(workForRun);
      }
      for (let commits = 2 + random.int(3); commits > 0; commits--) await commitAfter(work);
      if (hasRun) await commitAfter(workForRun);
      world.runs.fetch.length = 0;
      await protocol.compact(self.deps, COMPACTION);
      scheduler.advance(RETAIN_MS);
      await protocol.collectGarbage(self.deps, garbage);
      scheduler.advance(GRACE_MS);
    });
    await scheduler.run(MAX_QUIET_STEPS);
    scheduler.faults.enabled = true;
  };

  const hired = (): (() => void)[] => [
    ...many('worker', 3, 0.06, (self) => work(world, self)),
    ...many('committer', 2, 0.6, (self) => commit(world, self)),
    ...many('sweeper', 1, 0.05, async ({ deps }) => {
      await protocol.sweep(deps, { olderThanMs: SWEEP_AGE_MS });
    }),
    ...many('compactor', 2, 0.1, async ({ deps }) => {
      await protocol.compact(deps, COMPACTION);
    }),
    ...many('collector', 2, 0.1, async ({ deps }) => {
      await protocol.collectGarbage(deps, garbage);
    }),
    ...many('scheduler', 1, 0.05, (self) => beginRun(world, self)),
    ...many('run worker', 2, 0.1, (self) => workForRun(world, self)),
    ...many('reaper', 1, 0.05, (self) => reap(world, self)),
    ...many('operator', 1, 0.1, (self) => operate(world, self)),
    ...many('reader', 1, 0.1, (self) => readSnapshot(world, self, last)),
    ...many('consumer', 1, 0.04, (self) => follow(world, self, replica)),
  ];

  const finish = async (rounds: number): Promise<void> => {
    const self = newSelf('closing', 0);
    const ended: Actor = self.actor;
    scheduler.start(ended, async () => {
      await protocol.sweep(self.deps, { olderThanMs: 0 });
      await commitRest(world, self);
      await endRuns(world, self, scheduler.advance);
      for (let round = 0; round < rounds; round++) {
        await protocol.compact(self.deps, COMPACTION);
        await readSnapshot(world, self, last);
        await follow(world, self, replica);
        await protocol.collectGarbage(self.deps, garbage);
        scheduler.advance(2 * GRACE_MS + RETAIN_MS);
        await protocol.writeSegment([], self.deps);
        await protocol.sweep(self.deps, { olderThanMs: 0 });
      }
      await follow(world, self, replica);
      await closingChecks(world, self, replica);
    });
    await scheduler.run(MAX_QUIET_STEPS);
  };

  try {
    if (random.chance(0.7)) await pastDays();
    const staff = hired();
    for (let step = 0; step < STEPS; step += 20) {
      await scheduler.run(20);
      for (const replace of staff) replace();
    }
    scheduler.faults.enabled = false;
    isOver = true;
    const wakeSleepers = scheduler.holdSleepers();
    await scheduler.run(MAX_QUIET_STEPS);
    await finish(2);
    // who slept wakes up, into a world where all it knew is collected
    if (wakeSleepers()) {
      await scheduler.run(MAX_QUIET_STEPS);
      await finish(1);
    }
    if (scheduler.isBusy()) oracle.fail('somebody never ends');
  } catch (error) {
    if (!(error instanceof Violation) && oracle.violations.length === 0)
      oracle.violations.push(
        new Violation(`threw ${error instanceof Error ? error.stack : error}`),
      );
  }
  return {
    violation: oracle.violations[0]?.message ?? null,
    steps: scheduler.steps.count,
    commits: oracle.log.length,
    late: oracle.late,
  };
}

function ulidsAt(now: () => number, count: () => string): () => string {
  const atNow = countingUlids(now);
  return () => atNow().slice(0, 10) + count().slice(10);
}

/** Whatever was lost of runs is sent again or given up, until all of them are complete. */
async function endRuns(world: World, self: Self, advance: (ms: number) => void): Promise<void> {
  for (let round = 0; round < REAPS && world.oracle.hasOpenRuns(); round++) {
    while (world.runs.discover.length + world.runs.fetch.length > 0) await workForRun(world, self);
    await world.protocol.sweep(self.deps, { olderThanMs: 0 });
    await commitRest(world, self);
    await reap(world, self);
    advance(LOST_AFTER_MS / 4);
  }
  await world.protocol.sweep(self.deps, { olderThanMs: 0 });
}

async function commitRest({ protocol, queue }: World, { deps }: Self): Promise<void> {
  await protocol.commitSegments(queue.splice(0), deps);
}

/** Nothing that was acknowledged is lost, copies are equal, and every invariant of the store holds. */
async function closingChecks(
  { protocol, oracle }: World,
  { store }: Self,
  replica: Replica,
): Promise<void> {
  for (const key of oracle.acknowledged)
    if (!oracle.isListed(key)) oracle.fail(`${key} was acknowledged and is lost`);
  const { number, states } = await protocol.openSnapshot(store, { keepTakenDown: true });
  const found = await Array.fromAsync(states);
  if (number !== oracle.log.length) oracle.fail(`the last snapshot is of ${number}`);
  oracle.checkStates(number, found, 'last snapshot');
  if (replica.cursor !== number) oracle.fail(`the consumer is at ${replica.cursor} of ${number}`);
  oracle.checkStates(replica.cursor, replica.states.values(), 'last feed');
  checkDuplicates(found, oracle);
  oracle.checkProfiles();
  await checkRuns(store, oracle);
  const excused = new Set(oracle.everTakenDown);
  const findings = (await verify(store)).filter(
    ({ rule, where }) =>
      !(rule.startsWith('taken') || rule === 'documents-exist') ||
      ![...excused].some((id) => where.includes(id)),
  );
  if (findings.length > 0) oracle.fail(`verify: ${JSON.stringify(findings)}`);
}

/** Every run is complete, and each URL the reaper could know of ended in it. */
async function checkRuns(store: Self['store'], oracle: Oracle): Promise<void> {
  for await (const { record } of runRecords(store)) {
    if (record.completedAt === null) oracle.fail(`run ${record.runId} is not complete`);
    for (const url of oracle.openIn(record.runId))
      oracle.fail(`${url} never ended in run ${record.runId}`);
  }
}

/** Of the documents with one text that may be read exactly one is no duplicate. */
function checkDuplicates(states: readonly UrlState[], oracle: Oracle): void {
  const texts = new Map<string, UrlState[]>();
  for (const state of states) {
    if (!state.content?.textSha || state.presence?.value !== 'present') continue;
    texts.set(state.content.textSha, [...(texts.get(state.content.textSha) ?? []), state]);
  }
  for (const [text, group] of texts) {
    const [first] = group.toSorted((a, b) =>
      `${a.firstSeenAt} ${a.id}` < `${b.firstSeenAt} ${b.id}` ? -1 : 1,
    );
    for (const { id, duplicateOf } of group)
      if (duplicateOf !== (id === first?.id ? null : first?.id))
        oracle.fail(`${id} of text ${text} is a duplicate of ${duplicateOf}, not of ${first?.id}`);
  }
}
