/**
 * How one host is visited: one request after the other (or as many as the source allows), a pause
 * between them, longer when the host asks or gets slow, not at all while its breaker is open.
 */
import PQueue from 'p-queue';
import type { Clock } from '#lib/io/clock.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '#lib/io/http-client.ts';
import type { HostState } from '#lib/model/host-state.ts';
import { BACKOFF, type Backoff, backoffMs } from './backoff.ts';
import { firstValue } from './header-values.ts';
import { retryAfter } from './retry-after.ts';

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
  visit(request: HttpRequest, options?: { readonly first?: boolean }): Promise<Visit>;
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
  readonly maxWaitMs?: number;
  readonly random?: () => number;
  /** Shared by the hosts of a batch: bounds the exchanges under way. */
  readonly exchanges: PQueue;
  /** Aborted: no further request is begun. */
  readonly stop: AbortSignal;
  /** Aborted: requests under way are given up. */
  readonly giveUp?: AbortSignal | undefined;
  readonly deadlineMs?: number | undefined;
}

const MAX_TRIES = 3;
const MAX_WAIT_MS = 60_000;
/** Failed URLs in a row after which a host is left alone, and for how long at first and at most. */
const BREAKER_FAILURES = 5;
const BREAKER_MS = 60_000;
const BREAKER_MAX_MS = 60 * 60_000;
/** An answer slower than this makes the pause as long as the answer took; a quick one halves it. */
const SLOW_MS = 2000;
const QUICK_MS = 1000;
const MAX_SLOW_DOWN_MS = 30_000;
const TOO_MANY_MS = 1000;
/** A host that says 429 three times without saying how long is left alone for this. */
const UNSAID_WAIT_MS = 15 * 60_000;

/** A guest of one host, going on from what is remembered of it. */
export function hostGuest(remembered: HostState, deps: PolitenessDeps): HostGuest {
  const { clock, stop, exchanges } = deps;
  const { backoff = BACKOFF, maxWaitMs = MAX_WAIT_MS, random = Math.random } = deps;
  const { concurrency } = deps;
  let intervalMs = deps.intervalMs;
  let queue = hostQueue(concurrency, intervalMs);
  let { delayMs, failures } = remembered;
  let notBefore = remembered.notBefore === null ? 0 : Date.parse(remembered.notBefore);
  let openUntil = remembered.openUntil === null ? 0 : Date.parse(remembered.openUntil);
  let nextAt = 0;

  const gap = (): number => intervalMs + delayMs;

  /** Waits for this request's turn; something else if it does not come in this batch. */
  const turn = async (): Promise<Postponed | HandedOn | null> => {
    for (;;) {
      const now = clock.now();
      if (stop.aborted) return { kind: 'handed-on' };
      if (openUntil > now) return { kind: 'postponed', reason: 'breaker', until: openUntil };
      const at = Math.max(nextAt, notBefore);
      if (at <= now) {
        nextAt = now + gap();
        return null;
      }
      if (notBefore - now > maxWaitMs) {
        return { kind: 'postponed', reason: 'retry-after', until: notBefore };
      }
      if (deps.deadlineMs !== undefined && at >= deps.deadlineMs) return { kind: 'handed-on' };
      await clock.sleep(at - now, stop).catch(() => undefined);
    }
  };

  const exchange = async (request: HttpRequest): Promise<HttpOutcome> => {
    const signal = deps.giveUp;
    const outcome = await deps.http.get(signal ? { ...request, signal } : request);
    // Counted from the answer, not from the request: however long the way there took, the server
    // sees no shorter pause than the one it was promised.
    if (concurrency === 1) {
      const answeredAt = outcome.startedAt + (outcome.firstByteMs ?? outcome.ms);
      nextAt = Math.max(nextAt, answeredAt + gap());
    }
    return outcome;
  };

  /** Learns from an answer how much the host can bear. */
  const learn = (outcome: HttpOutcome): void => {
    const now = clock.now();
    const isOverload = outcome.status === 429 || outcome.status === 503;
    if (isOverload) {
      delayMs = Math.min(MAX_SLOW_DOWN_MS, Math.max(TOO_MANY_MS, delayMs * 2));
      const until = retryAfter(firstValue(outcome.headers, 'retry-after'), now);
      if (until !== null) notBefore = Math.max(notBefore, until);
    } else if (outcome.firstByteMs !== null) {
      const { firstByteMs } = outcome;
      if (firstByteMs > SLOW_MS) {
        delayMs = Math.min(MAX_SLOW_DOWN_MS, Math.max(delayMs, firstByteMs));
      } else if (firstByteMs < QUICK_MS) {
        delayMs = delayMs < 50 ? 0 : Math.floor(delayMs / 2);
      }
    }
  };

  const settle = (outcome: HttpOutcome): void => {
    if (outcome.kind === 'aborted') return;
    if (outcome.status === 429 && notBefore <= clock.now()) {
      notBefore = clock.now() + UNSAID_WAIT_MS;
    }
    if (!isHostFailure(outcome)) {
      failures = 0;
      return;
    }
    failures += 1;
    if (failures < BREAKER_FAILURES) return;
    const pause = BREAKER_MS * 2 ** Math.min(10, failures - BREAKER_FAILURES);
    openUntil = clock.now() + Math.min(BREAKER_MAX_MS, pause);
  };

  const tries = async (request: HttpRequest): Promise<Visit> => {
    // A host whose breaker was open gets one try, not three.
    const maxTries = failures >= BREAKER_FAILURES ? 1 : MAX_TRIES;
    for (let tried = 1; ; tried++) {
      const hindrance = await turn();
      if (hindrance) return hindrance;
      const outcome = await exchanges.add(() => exchange(request));
      if (outcome.kind === 'aborted') return { kind: 'handed-on' };
      learn(outcome);
      if (!mayPass(outcome) || tried >= maxTries) {
        settle(outcome);
        return outcome;
      }
      nextAt = Math.max(nextAt, clock.now() + backoffMs(tried, random(), backoff));
    }
  };

  return {
    visit: (request, options) =>
      queue.add(() => tries(request), { priority: options?.first ? 1 : 0 }),
    setCrawlDelay(ms) {
      if (ms <= intervalMs) return;
      intervalMs = ms;
      nextAt = Math.max(nextAt, clock.now() + ms);
      queue = hostQueue(concurrency, intervalMs);
    },
    state: () => ({
      ...remembered,
      delayMs,
      failures,
      notBefore: isoIfAhead(Math.max(notBefore, nextAt), clock.now()),
      openUntil: isoIfAhead(openUntil, clock.now()),
    }),
  };
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
  return outcome.status === 429 || (outcome.status ?? 0) >= 500;
}

/** Whether the host, not the page, is to blame. */
function isHostFailure(outcome: HttpOutcome): boolean {
  if (outcome.kind === 'fault') return outcome.state === 'failed' && outcome.status === null;
  return (outcome.status ?? 0) >= 500;
}

function isoIfAhead(at: number, now: number): string | null {
  return at > now ? new Date(at).toISOString() : null;
}
