import { expect, it } from 'vitest';
import { plantForest, predict } from '#lib/clean/content/tree-model.ts';

const stump = (threshold: number) =>
  plantForest({ features: ['only'], trees: [[[0], [threshold], [-1], [-2], [-3, 3]]] });
const isLeft = (threshold: number, value: number): boolean =>
  predict(stump(threshold), Float32Array.of(value)) < 0.5;

it('goes left up to the threshold', () => {
  expect(isLeft(2, 2)).toBe(true);
  expect(isLeft(2, 2.5)).toBe(false);
  expect(isLeft(2, Number.NaN)).toBe(false);
});

// 0.1 as a float is more than 0.1: rounded up, the threshold would let it pass.
it.each([0.1, 0.3, -0.1, -0.3, 0.7, 1e-50, -1e-50, 0])(
  'parts at %d as double precision does',
  (threshold) => {
    for (const value of [threshold, threshold * (1 + 1e-6), threshold * (1 - 1e-6), 0]) {
      expect(isLeft(threshold, value)).toBe(Math.fround(value) <= threshold);
    }
  },
);

it('walks trees of several splits and sums their leaves', () => {
  const tree = [
    [0, 1],
    [0, 5],
    [1, -2],
    [-1, -3],
    [1, 2, 4],
  ];
  const forest = plantForest({ features: ['a', 'b'], trees: [[[], [], [], [], [0.5]], tree] });
  const sum = (a: number, b: number): number => {
    const p = predict(forest, Float32Array.of(a, b));
    return Math.round(Math.log(p / (1 - p)) * 100) / 100;
  };
  expect([sum(1, 0), sum(-1, 5), sum(-1, 6)]).toEqual([1.5, 2.5, 4.5]);
});
