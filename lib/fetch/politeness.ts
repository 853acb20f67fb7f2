/**
 * How one host is visited: one request after the other (or as many at a time as the source
 * allows), a pause between them, longer when the host asks for it or gets slow, not at all while
 * its breaker is open.
 */
import PQueue from 'p-queue';
import type { Clock } from '#lib/io/clock.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '#lib/io/http-client.ts';
import type { HostState } from '#lib/model/host-state.ts';
import { BACKOFF, type Backoff, backoffMs } from './backoff.ts';
import { type Hindrance, hostPace } from './host-pace.ts';

/** Why a host is not visited now; `until` is when it may be. */
export interface Postponed {
  readonly kind: 'postponed';
  readonly reason: 'retry-after' | 'breaker';
  readonly until: number;
}

/** No time is left for this request in this batch. */
export interface HandedOn {
  readonly kind: 'handed-on';
}

export type Visit = HttpOutcome | Postponed | HandedOn;

export interface HostGuest {
  /** One exchange with the host, when its turn comes; tried again if that may help. */
  visit(request: HttpRequest): Promise<Visit>;
  /** Sets the pause the host's robots.txt asks for; it only ever lengthens the configured one. */
  setCrawlDelay(ms: number): void;
  /** What to remember of the host. */
  state(): HostState;
}

export interface PolitenessDeps {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly intervalMs: number;
  readonly concurrency: number;
  readonly backoff?: Backoff;
  /** A host that wants to be left alone for longer is left for another time. */
  readonly maxWaitMs?: number;
  /** From 0 to below 1. */
  readonly random?: () => number;
  /** Shared by the hosts of a batch: bounds the exchanges under way. */
  readonly exchanges: PQueue;
  /** Aborted: no further request is begun. */
  readonly stop: AbortSignal;
  /** Aborted: requests under way are given up. */
  readonly giveUp?: AbortSignal | undefined;
  /** Epoch milliseconds; no request is begun after it. */
  readonly deadlineMs?: number | undefined;
}

const MAX_TRIES = 3;
/** Request Timeout, Too Early, Too Many Requests: about the moment, not about the page. */
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 425, 429]);
/** The longest wait a batch sits out. */
export const MAX_WAIT_MS = 60_000;

/** A guest of one host, going on from what is remembered of it. */
export function hostGuest(remembered: HostState, deps: PolitenessDeps): HostGuest {
  const { clock, stop, exchanges, concurrency } = deps;
  const { backoff = BACKOFF, random = Math.random } = deps;
  const pace = hostPace(remembered, deps);
  let queue = hostQueue(concurrency, deps.intervalMs);

  /** Waits for this request's turn; something else if it does not come in this batch. */
  const turn = async (): Promise<Postponed | HandedOn | null> => {
    while (!stop.aborted) {
      const now = clock.now();
      const hindrance = pace.hindrance(now);
      if (hindrance === null) {
        pace.begin(now);
        return null;
      }
      const end = tooLong(hindrance, now, deps);
      if (end) return end;
      await clock.sleep(hindrance.until - now, stop).catch(() => undefined);
    }
    return { kind: 'handed-on' };
  };

  const exchange = (request: HttpRequest): Promise<HttpOutcome> =>
    deps.http.get(deps.giveUp ? { ...request, signal: deps.giveUp } : request);

  const tries = async (request: HttpRequest): Promise<Visit> => {
    const maxTries = pace.isSuspect() ? 1 : MAX_TRIES;
    for (let tried = 1; ; tried++) {
      const end = await turn();
      if (end) return end;
      const outcome = await exchanges.add(() => exchange(request));
      if (outcome.kind === 'aborted') return { kind: 'handed-on' };
      pace.learn(outcome, clock.now());
      if (!mayPass(outcome) || tried >= maxTries) {
        pace.settle(outcome, clock.now());
        return outcome;
      }
      pace.holdOff(clock.now() + backoffMs(tried, random(), backoff));
    }
  };

  /** Stopped while it waits in the queue, a request is handed on at once; begun, it is finished. */
  const visit = async (request: HttpRequest): Promise<Visit> => {
    const waiting = new AbortController();
    const leave = (): void => waiting.abort();
    stop.addEventListener('abort', leave);
    const begin = (): Promise<Visit> => {
      stop.removeEventListener('abort', leave);
      return tries(request);
    };
    try {
      if (stop.aborted) return { kind: 'handed-on' };
      return await queue.add(begin, { signal: waiting.signal });
    } catch (error) {
      if (waiting.signal.aborted) return { kind: 'handed-on' };
      throw error;
    } finally {
      stop.removeEventListener('abort', leave);
    }
  };

  return {
    visit,
    setCrawlDelay(ms) {
      if (ms <= deps.intervalMs) return;
      pace.lengthen(ms, clock.now());
      queue = hostQueue(concurrency, ms);
    },
    state: () => pace.state(clock.now()),
  };
}

/** What a wait comes to that this batch cannot sit out; null if it can. */
function tooLong(
  { why, until }: Hindrance,
  now: number,
  { maxWaitMs = MAX_WAIT_MS, deadlineMs }: PolitenessDeps,
): Postponed | HandedOn | null {
  if (why === 'breaker') return { kind: 'postponed', reason: why, until };
  if (why === 'retry-after' && until - now > maxWaitMs) {
    return { kind: 'postponed', reason: why, until };
  }
  return deadlineMs !== undefined && until >= deadlineMs ? { kind: 'handed-on' } : null;
}

/** Strict: the pause holds between any two starts, not only within fixed windows. */
function hostQueue(concurrency: number, intervalMs: number): PQueue {
  return intervalMs > 0
    ? new PQueue({ concurrency, interval: intervalMs, intervalCap: 1, strict: true })
    : new PQueue({ concurrency });
}

/** Whether the same request may succeed in a moment. */
function mayPass(outcome: HttpOutcome): boolean {
  if (outcome.kind === 'fault') return outcome.passing;
  return PASSING_STATUS.has(outcome.status ?? 0) || (outcome.status ?? 0) >= 500;
}
