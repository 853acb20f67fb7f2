import { describe, expect, it } from 'vitest';
import { hostPace } from '#lib/fetch/host-pace.ts';
import type { HttpOutcome } from '#lib/io/http-client.ts';
import type { HostState } from '#lib/model/host-state.ts';

const NOW = 1_000_000_000_000;
const FRESH: HostState = {
  schema: 1,
  host: 'a.example',
  robots: {},
  delayMs: 0,
  notBefore: null,
  failures: 0,
  openUntil: null,
};

function answer(status: number, facts: { ms?: number; retryAfter?: string } = {}): HttpOutcome {
  const { ms = 10, retryAfter } = facts;
  return {
    kind: 'answer',
    url: 'http://a.example/',
    startedAt: NOW,
    firstByteMs: ms,
    ms,
    requestHeaders: [],
    headers: retryAfter === undefined ? [] : [['retry-after', retryAfter]],
    status,
    statusText: '',
    payload: new Uint8Array(),
    cut: false,
  };
}

const pace = (state: Partial<HostState> = {}, intervalMs = 1000, concurrency = 1) =>
  hostPace({ ...FRESH, ...state }, { intervalMs, concurrency });

describe('hostPace', () => {
  it('counts the pause from the answer', () => {
    const host = pace();
    host.begin(NOW);
    host.learn(answer(200, { ms: 400 }), NOW + 400);

    expect(host.hindrance(NOW + 1200)).toEqual({ why: 'pause', until: NOW + 1400 });
    expect(host.hindrance(NOW + 1400)).toBeNull();
  });

  it('counts the pause from the start where requests may overlap', () => {
    const host = pace({}, 1000, 2);
    host.begin(NOW);
    host.learn(answer(200, { ms: 400 }), NOW + 400);

    expect(host.hindrance(NOW + 999)).toEqual({ why: 'pause', until: NOW + 1000 });
  });

  it('pauses as long as a slow answer took, and forgets it with quick ones', () => {
    const host = pace();
    host.learn(answer(200, { ms: 5000 }), NOW);
    expect(host.state(NOW).delayMs).toBe(5000);

    host.learn(answer(200, { ms: 1500 }), NOW);
    expect(host.state(NOW).delayMs).toBe(5000);

    for (let quick = 0; quick < 10; quick++) host.learn(answer(200), NOW);
    expect(host.state(NOW).delayMs).toBe(0);
  });

  it('slows down more with every overload, to a bound', () => {
    const host = pace();
    const delays = Array.from({ length: 8 }, () => {
      host.learn(answer(503), NOW);
      return host.state(NOW).delayMs;
    });

    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('does not come back before Retry-After', () => {
    const host = pace();
    host.learn(answer(429, { retryAfter: '90' }), NOW);

    expect(host.hindrance(NOW)).toEqual({ why: 'retry-after', until: NOW + 90_000 });
    expect(host.state(NOW).notBefore).toBe(new Date(NOW + 90_000).toISOString());
  });

  it('leaves a host alone that says 429 to the end without a time', () => {
    const host = pace();
    host.learn(answer(429), NOW);
    host.settle(answer(429), NOW);

    expect(host.hindrance(NOW)).toMatchObject({ why: 'retry-after', until: NOW + 15 * 60_000 });
  });

  it('opens the breaker at the fifth failed URL in a row, each time for longer', () => {
    const host = pace();
    const pauses: number[] = [];
    for (let failure = 0; failure < 12; failure++) {
      host.settle(answer(500), NOW);
      const hindrance = host.hindrance(NOW);
      pauses.push(hindrance?.why === 'breaker' ? (hindrance.until - NOW) / 60_000 : 0);
    }

    expect(pauses).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
    expect(host.isSuspect()).toBe(true);
  });

  it('closes the breaker with the first success', () => {
    const host = pace({ failures: 9 });
    host.settle(answer(404), NOW);

    expect(host.isSuspect()).toBe(false);
    expect(host.state(NOW).failures).toBe(0);
  });

  it('goes on from what is remembered', () => {
    const until = new Date(NOW + 5000).toISOString();

    expect(pace({ notBefore: until }).hindrance(NOW)).toMatchObject({ until: NOW + 5000 });
    expect(pace({ openUntil: until }).hindrance(NOW)).toMatchObject({ why: 'breaker' });
    expect(pace({ openUntil: until }).hindrance(NOW + 5000)).toBeNull();
  });

  it('only lengthens the pause for robots.txt', () => {
    const host = pace();
    host.lengthen(500, NOW);
    host.begin(NOW);
    expect(host.hindrance(NOW)).toMatchObject({ until: NOW + 1000 });

    host.lengthen(3000, NOW);
    expect(host.hindrance(NOW)).toMatchObject({ until: NOW + 3000 });
  });
});
