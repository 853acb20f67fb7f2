import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKOFF, backoffMs } from '#lib/fetch/backoff.ts';

describe('backoffMs', () => {
  it('doubles its bound with every try, up to the cap', () => {
    expect([1, 2, 3, 4, 5, 60].map((tries) => backoffMs(tries, 0.999999, BACKOFF))).toEqual([
      1999, 3999, 7999, 15_999, 29_999, 29_999,
    ]);
  });

  it('takes any time from nothing to its bound', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const ms = backoffMs(tries, random, BACKOFF);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThan(BACKOFF.capMs);
      }),
    );
  });
});
