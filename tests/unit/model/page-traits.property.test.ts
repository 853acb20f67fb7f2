import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_TRAIT_LINES,
  MAX_TRAIT_PATHS,
  type PageTraits,
  packTraits,
  unpackTraits,
} from '#lib/model/page-traits.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

const traits: fc.Arbitrary<PageTraits> = fc.record({
  text: fc.option(hex(16)),
  lines: fc.array(
    fc.record({
      key: hex(16),
      path: fc.option(fc.nat({ max: MAX_TRAIT_PATHS - 1 })),
      kept: fc.boolean(),
      first: fc.boolean(),
      last: fc.boolean(),
    }),
    { maxLength: MAX_TRAIT_LINES },
  ),
  paths: fc.array(fc.record({ key: hex(8), holds: fc.boolean() }), { maxLength: MAX_TRAIT_PATHS }),
});

describe('packed traits', () => {
  it('are unpacked as they were', () => {
    fc.assert(
      fc.property(traits, (one) => {
        expect(unpackTraits(packTraits(one))).toEqual(one);
      }),
    );
  });

  it('take some hundred bytes at most', () => {
    fc.assert(
      fc.property(traits, (one) => {
        expect(JSON.stringify(packTraits(one)).length).toBeLessThanOrEqual(420);
      }),
    );
  });

  it('are read as far as they go if somebody cut them', () => {
    fc.assert(
      fc.property(traits, fc.nat({ max: 300 }), (one, end) => {
        const packed = packTraits(one);
        const cut = { ...packed, lines: packed.lines.slice(0, end), paths: '?!' };
        expect(unpackTraits(cut).lines).toEqual(one.lines.slice(0, unpackTraits(cut).lines.length));
      }),
    );
  });
});
