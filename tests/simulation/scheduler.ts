import type { Random } from './random.ts';

/** One actor of a simulation: everything it does to the store waits for its turn. */
export interface Actor {
  readonly name: string;
  /** Difference of its clock from the true time. */
  readonly skewMs: number;
  crashed: boolean;
  stalledUntil: number;
}

export interface Scheduler {
  /** True time, milliseconds since the epoch. */
  now(): number;
  /** Resolves when the scheduler lets the actor go on; never if it has crashed. */
  turn(actor: Actor): Promise<void>;
  start(actor: Actor, work: () => Promise<void>): void;
  /** Lets actors go on, one at a time in random order, until all ended or `steps` are over. */
  run(steps: number): Promise<void>;
  /** Lets nobody who sleeps now wake up until the function it gives is called: was there anybody? */
  holdSleepers(): () => boolean;
  /** Whether any actor that did not crash is still at work. */
  isBusy(): boolean;
  advance(ms: number): void;
  readonly faults: { enabled: boolean };
  readonly steps: { count: number };
}

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Lets asynchronous functions run one step at a time, in an order only the seed decides. */
export function scheduler(random: Random): Scheduler {
  let time = START;
  const waiting: { actor: Actor; resume: () => void }[] = [];
  const working = new Set<Actor>();
  const errors: unknown[] = [];
  const faults = { enabled: true };
  const steps = { count: 0 };

  /** Mostly moments; sometimes so long that everybody else is overtaken. */
  const pass = (): void => {
    const draw = random.next();
    if (draw < 0.9) time += random.int(500);
    else if (draw < 0.975) time += random.int(MINUTE);
    else if (draw < 0.99) time += random.int(HOUR);
    else if (faults.enabled) time += random.int(12 * HOUR);
  };

  return {
    faults,
    steps,
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
    turn: (actor) =>
      new Promise((resume) => {
        if (!actor.crashed) waiting.push({ actor, resume });
      }),
    start(actor, work) {
      working.add(actor);
      work().then(
        () => working.delete(actor),
        (error: unknown) => errors.push(error),
      );
    },
    holdSleepers() {
      const asleep = [...working].filter(({ stalledUntil }) => stalledUntil > time);
      for (const actor of asleep) actor.stalledUntil = Number.POSITIVE_INFINITY;
      return () => {
        for (const actor of asleep) actor.stalledUntil = 0;
        return asleep.length > 0;
      };
    },
    isBusy: () => [...working].some(({ crashed }) => !crashed),
    async run(limit) {
      for (let step = 0; step < limit; step++) {
        await settled();
        if (errors.length > 0) throw errors[0];
        for (let at = waiting.length - 1; at >= 0; at--)
          if (waiting[at]?.actor.crashed) waiting.splice(at, 1);
        if (waiting.length === 0) return;
        steps.count += 1;
        pass();
        const ready = waiting.filter(({ actor }) => actor.stalledUntil <= time);
        if (ready.length === 0) {
          const wakes = Math.min(...waiting.map(({ actor }) => actor.stalledUntil));
          if (wakes === Number.POSITIVE_INFINITY) return;
          time = wakes;
          continue;
        }
        const chosen = random.pick(ready);
        waiting.splice(waiting.indexOf(chosen), 1);
        chosen.resume();
      }
      await settled();
      if (errors.length > 0) throw errors[0];
    },
  };
}

/** Everything that can go on without the store has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
