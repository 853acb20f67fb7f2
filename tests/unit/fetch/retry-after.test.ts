import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfter } from '#lib/fetch/retry-after.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('retryAfter', () => {
  it.each([
    ['120', NOW + 120_000],
    [' 5 ', NOW + 5000],
    ['Sun, 22 Nov 2026 10:05:00 GMT', Date.parse('2026-11-22T10:05:00Z')],
    ['Sunday, 22-Nov-26 10:05:00 GMT', Date.parse('2026-11-22T10:05:00Z')],
    ['Sun Nov 22 10:05:00 2026 GMT', Date.parse('2026-11-22T10:05:00Z')],
    ['Sun Nov 22 10:05:00 2026', Date.parse('2026-11-22T10:05:00Z')],
    ['9999999999', NOW + 7 * 24 * 3_600_000],
    ['Fri, 22 Nov 2099 10:05:00 GMT', NOW + 7 * 24 * 3_600_000],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    [null, null],
    ['Sun, 06 Nov 1994 08:49:37 GMT', null],
    ['Sun, 99 Nov 2026 10:05:00 GMT', null],
    ['2', NOW + 2000],
  ])('reads %j', (value, expected) => {
    expect(retryAfter(value, NOW)).toBe(expected);
  });

  it('is never in the past and never later than a week', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const until = retryAfter(value, NOW);
        expect(until === null || (until > NOW && until <= NOW + 7 * 24 * 3_600_000)).toBe(true);
      }),
    );
  });
});
