import type { HttpOutcome } from '#lib/io/http-client.ts';
import type { HostState } from '#lib/model/host-state.ts';
import { firstValue } from './header-values.ts';
import { retryAfter } from './retry-after.ts';

/** Failed URLs in a row after which a host is left alone, and for how long at first and at most. */
const BREAKER_FAILURES = 5;
const BREAKER_MS = 60_000;
const BREAKER_MAX_MS = 60 * 60_000;
/** An answer slower than this makes the pause as long as the answer took; a quick one halves it. */
const SLOW_MS = 2000;
const QUICK_MS = 1000;
const MAX_SLOW_DOWN_MS = 30_000;
const OVERLOAD_MS = 1000;
const NEGLIGIBLE_MS = 50;
/** A host that says 429 to the last try without saying how long is left alone for this. */
const UNSAID_WAIT_MS = 15 * 60_000;

/** Why no request may be made now, and until when. */
export interface Hindrance {
  readonly why: 'pause' | 'retry-after' | 'breaker';
  readonly until: number;
}

/** When the next request to a host may be made. Times are epoch milliseconds, given by the caller. */
export interface HostPace {
  hindrance(now: number): Hindrance | null;
  /** A request is made now. */
  begin(now: number): void;
  /** Learns from an answer how much the host can bear. */
  learn(outcome: HttpOutcome, now: number): void;
  /** No request before: a try failed and another is worth making. */
  holdOff(until: number): void;
  /** The last try of a URL is over. */
  settle(outcome: HttpOutcome, now: number): void;
  /** Sets the pause robots.txt asks for; it only ever lengthens the configured one. */
  lengthen(intervalMs: number, now: number): void;
  /** Whether the host failed so often that one try has to do. */
  isSuspect(): boolean;
  /** What to remember. */
  state(now: number): HostState;
}

export function hostPace(
  remembered: HostState,
  configured: { readonly intervalMs: number; readonly concurrency: number },
): HostPace {
  let { intervalMs } = configured;
  let { delayMs, failures } = remembered;
  let notBefore = epochMs(remembered.notBefore);
  let openUntil = epochMs(remembered.openUntil);
  let nextAt = 0;
  const gap = (): number => intervalMs + delayMs;

  return {
    hindrance(now) {
      if (openUntil > now) return { why: 'breaker', until: openUntil };
      if (notBefore > now && notBefore >= nextAt) return { why: 'retry-after', until: notBefore };
      return nextAt > now ? { why: 'pause', until: nextAt } : null;
    },
    begin(now) {
      nextAt = now + gap();
    },
    learn(outcome, now) {
      delayMs = slowedDown(delayMs, outcome);
      if (isOverload(outcome)) {
        notBefore = Math.max(
          notBefore,
          retryAfter(firstValue(outcome.headers, 'retry-after'), now) ?? 0,
        );
      }
      // Counted from the answer, not from the request: however long the way there took, the server
      // sees no shorter pause than the one it was promised.
      if (configured.concurrency > 1) return;
      const answeredAt = outcome.startedAt + (outcome.firstByteMs ?? outcome.ms);
      nextAt = Math.max(nextAt, answeredAt + gap());
    },
    holdOff(until) {
      nextAt = Math.max(nextAt, until);
    },
    settle(outcome, now) {
      if (outcome.status === 429 && notBefore <= now) notBefore = now + UNSAID_WAIT_MS;
      failures = isHostFailure(outcome) ? failures + 1 : 0;
      if (failures < BREAKER_FAILURES) return;
      const pause = BREAKER_MS * 2 ** Math.min(10, failures - BREAKER_FAILURES);
      openUntil = now + Math.min(BREAKER_MAX_MS, pause);
    },
    lengthen(ms, now) {
      if (ms <= intervalMs) return;
      intervalMs = ms;
      nextAt = Math.max(nextAt, now + ms);
    },
    isSuspect: () => failures >= BREAKER_FAILURES,
    state: (now) => ({
      ...remembered,
      delayMs,
      failures,
      notBefore: isoIfAhead(Math.max(notBefore, nextAt), now),
      openUntil: isoIfAhead(openUntil, now),
    }),
  };
}

/** The adaptive pause after an answer: up when the host says it has enough or is slow, down again. */
function slowedDown(delayMs: number, outcome: HttpOutcome): number {
  const { firstByteMs } = outcome;
  if (isOverload(outcome)) {
    return Math.min(MAX_SLOW_DOWN_MS, Math.max(OVERLOAD_MS, delayMs * 2));
  }
  if (firstByteMs === null) return delayMs;
  if (firstByteMs > SLOW_MS) return Math.min(MAX_SLOW_DOWN_MS, Math.max(delayMs, firstByteMs));
  if (firstByteMs >= QUICK_MS) return delayMs;
  return delayMs < NEGLIGIBLE_MS ? 0 : Math.floor(delayMs / 2);
}

/** Too Many Requests, or Service Unavailable (RFC 9110, section 15.6.4; RFC 6585, section 4). */
function isOverload({ status }: HttpOutcome): boolean {
  return status === 429 || status === 503;
}

/** Whether the host, not the page, is to blame. */
function isHostFailure(outcome: HttpOutcome): boolean {
  if (outcome.kind === 'fault') return outcome.state === 'failed' && outcome.status === null;
  return (outcome.status ?? 0) >= 500;
}

function epochMs(iso: string | null): number {
  return iso === null ? 0 : Date.parse(iso);
}

function isoIfAhead(at: number, now: number): string | null {
  return at > now ? new Date(at).toISOString() : null;
}
