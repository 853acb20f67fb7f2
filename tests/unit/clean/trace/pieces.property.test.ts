import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '#lib/clean/block.ts';
import { editsBetween } from '#lib/clean/trace/edits-between.ts';
import { changePieces, joinAlike, textNow, untouched } from '#lib/clean/trace/pieces.ts';

const text = fc.string({ unit: fc.constantFrom('学', '學', '(', 'x', ')', ' '), maxLength: 24 });

/** Sorted edits of a text that do not overlap. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc.uniqueArray(fc.nat(length), { maxLength: 6 }).chain((places) => {
    const sorted = places.toSorted((a, b) => a - b);
    const pairs = Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) => ({
      from: sorted[2 * n] ?? 0,
      to: sorted[2 * n + 1] ?? 0,
    }));
    return fc.tuple(...pairs.map((pair) => text.map((insert) => ({ ...pair, insert }))));
  });

const twoSteps = text.chain((before) =>
  editsOf(before.length).chain((first) => {
    const middle = applyEdits(before, first);
    return editsOf(middle.length).map((second) => ({ before, first, middle, second }));
  }),
);

describe('pieces of a block', () => {
  it('keep the text as fetched, and say what it became, over any two steps', () => {
    fc.assert(
      fc.property(twoSteps, ({ before, first, middle, second }) => {
        const once = changePieces(untouched(before), first, { repair: 'escapes' });
        const twice = joinAlike(changePieces(once, second, { repair: 'zero-width' }));

        expect(twice.map(({ was }) => was).join('')).toBe(before);
        expect(textNow(once)).toBe(middle);
        expect(textNow(twice)).toBe(applyEdits(middle, second));
      }),
    );
  });

  it('give up no character of the page to a cut', () => {
    fc.assert(
      fc.property(twoSteps, ({ before, first, middle }) => {
        const repaired = changePieces(untouched(before), first, { repair: 'escapes' });
        const all = [{ from: 0, to: middle.length, insert: '' }];
        const cut = changePieces(repaired, all, { reason: 'related', step: 'content' });

        expect(cut.map(({ was }) => was).join('')).toBe(before);
        expect(textNow(cut)).toBe('');
      }),
    );
  });
});

describe('edits between two texts', () => {
  it('turn the one into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      }),
    );
  });

  it('leave what both have', () => {
    expect(editsBetween('關(guān)于学校', '关于学校')).toEqual([{ from: 0, to: 7, insert: '关' }]);
  });
});
