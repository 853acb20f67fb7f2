import type { ObjectStore, StoredObject } from '#lib/io/object-store.ts';
import { ConflictError, RetryableError } from '#lib/model/errors.ts';
import type { Random } from './random.ts';
import type { Actor, Scheduler } from './scheduler.ts';

/** What the storage service answers to one request. */
type Answer<T> = { status: 200; value: T } | { status: 404 | 409 | 412 | 503 };

/** Told of every write that takes effect, at once. */
export type Observer = (key: string, body: Uint8Array, actor: Actor) => void;

/** Writes at which the worst happens to who sleeps before them, besides every deletion. */
const DECISIVE = /^manifest\/(log|checkpoints)\//;
const ATTEMPTS = 3;
const PAGE = 7;
const FAULTS = {
  unavailable: 0.02,
  collision: 0.02,
  lost: 0.02,
  crash: 0.004,
  stall: 0.006,
  sleep: 0.05,
};
const MAX_SLEEP_MS = 2 * 86_400_000;

/** A storage service in memory with the semantics of S3. */
export class SimulatedService {
  readonly objects = new Map<string, StoredObject>();
  private version = 0;
  private readonly observe: Observer;

  constructor(observe: Observer) {
    this.observe = observe;
  }

  put(key: string, body: Uint8Array, actor: Actor): string {
    this.version += 1;
    const etag = `"${this.version}"`;
    this.objects.set(key, { body, etag });
    this.observe(key, body, actor);
    return etag;
  }
}

/**
 * The service as one actor reaches it: an adapter like that of S3, which tries again on 409 and 503,
 * over a network that loses answers, and a machine that may stop at any request.
 */
export function storeOf(
  actor: Actor,
  service: SimulatedService,
  scheduler: Scheduler,
  random: Random,
): ObjectStore {
  const { objects } = service;

  const request = async <T>(
    apply: () => Answer<T>,
    isConditional: boolean,
    isDecisive = false,
  ): Promise<Answer<T>> => {
    if (isDecisive && scheduler.faults.enabled && random.chance(FAULTS.sleep)) sleep();
    for (let attempt = 1; ; attempt++) {
      await scheduler.turn(actor);
      const answer = await disturbed(apply, isConditional);
      const isRetried = answer.status === 503 || answer.status === 409;
      if (!isRetried || attempt === ATTEMPTS) return answer;
    }
  };

  const disturbed = async <T>(
    apply: () => Answer<T>,
    isConditional: boolean,
  ): Promise<Answer<T>> => {
    if (!scheduler.faults.enabled) return apply();
    if (random.chance(FAULTS.crash)) return stop();
    if (random.chance(FAULTS.unavailable)) return { status: 503 };
    if (isConditional && random.chance(FAULTS.collision)) return { status: 409 };
    const answer = apply();
    if (random.chance(FAULTS.crash)) return stop();
    if (random.chance(FAULTS.stall)) sleep();
    return random.chance(FAULTS.lost) ? { status: 503 } : answer;
  };

  /** For a moment, or for so long that everything it knew is collected. */
  const sleep = (): void => {
    actor.stalledUntil = scheduler.now() + random.int(random.chance(0.5) ? 60_000 : MAX_SLEEP_MS);
  };

  const stop = (): Promise<never> => {
    actor.crashed = true;
    return new Promise(() => undefined);
  };

  const outcomeOf = <T>(key: string, answer: Answer<T>): T => {
    if (answer.status === 200) return answer.value;
    if (answer.status === 404 || answer.status === 412) throw new ConflictError(key);
    throw new RetryableError(`${answer.status} ${key}`);
  };

  return {
    async get(key) {
      const answer = await request<StoredObject | null>(
        () => ({ status: 200, value: objects.get(key) ?? null }),
        false,
      );
      return outcomeOf(key, answer);
    },
    async create(key, body) {
      const answer = await request<string>(
        () => {
          if (objects.has(key)) return { status: 412 };
          return { status: 200, value: service.put(key, body, actor) };
        },
        true,
        DECISIVE.test(key),
      );
      if (answer.status !== 412) return { etag: outcomeOf(key, answer) };
      const found = await this.get(key);
      if (found === null) throw new RetryableError(`gone since: ${key}`);
      if (Buffer.compare(found.body, body) !== 0) throw new ConflictError(key);
      return { etag: found.etag };
    },
    async replace(key, body, etag) {
      const answer = await request<string>(
        () => {
          const found = objects.get(key);
          if (found === undefined) return { status: 404 };
          if (found.etag !== etag) return { status: 412 };
          return { status: 200, value: service.put(key, body, actor) };
        },
        true,
        true,
      );
      return { etag: outcomeOf(key, answer) };
    },
    async put(key, body) {
      const answer = await request<string>(
        () => ({ status: 200, value: service.put(key, body, actor) }),
        false,
      );
      return { etag: outcomeOf(key, answer) };
    },
    async delete(key) {
      const answer = await request<null>(
        () => {
          objects.delete(key);
          return { status: 200, value: null };
        },
        false,
        true,
      );
      outcomeOf(key, answer);
    },
    async forgetVersions() {
      // the service keeps none
    },
    async *list(prefix, { after = '', limit = Number.POSITIVE_INFINITY } = {}) {
      let last = after;
      let left = limit;
      while (left > 0) {
        const answer = await request<{ key: string; size: number }[]>(() => {
          const keys = [...objects.keys()]
            .filter((key) => key.startsWith(prefix) && key > last)
            .sort();
          const page = keys.slice(0, Math.min(PAGE, left));
          return {
            status: 200,
            value: page.map((key) => ({ key, size: objects.get(key)?.body.byteLength ?? 0 })),
          };
        }, false);
        const page = outcomeOf(prefix, answer);
        yield* page;
        if (page.length < PAGE) return;
        left -= page.length;
        last = page.at(-1)?.key ?? last;
      }
    },
  };
}
