import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys } from '#lib/io/object-key.ts';

describe('compareKeys', () => {
  it('orders by UTF-8 bytes where UTF-16 units would order otherwise', () => {
    expect(compareKeys('\uFF21', '\u{1F600}')).toBeLessThan(0);
    expect('\uFF21' < '\u{1F600}').toBe(false);
  });

  it('is an order that knows equality', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(-Math.sign(compareKeys(b, a)) + 0);
        expect(compareKeys(a, a)).toBe(0);
      }),
    );
  });
});
