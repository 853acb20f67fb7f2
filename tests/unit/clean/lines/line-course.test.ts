import { describe, expect, it } from 'vitest';
import { likeliestCourse, likelyKept, type Seams } from '#lib/clean/lines/line-course.ts';

const seams = (enter: readonly number[], leave: readonly number[]): Seams => ({
  enter: Float64Array.from(enter),
  leave: Float64Array.from(leave),
});

describe('likeliestCourse', () => {
  it('enters where the document begins and leaves where it ends', () => {
    const down = seams([0.1, 0.9, 0.5, 0.1], [0.9, 0.1, 0.1, 0.9]);
    const up = seams([0.1, 0.5, 0.9, 0.1], [0.9, 0.1, 0.1, 0.9]);

    expect(likeliestCourse({ down, up })).toEqual([false, true, true, false]);
  });

  it('comes back after a line that looks like the end from above, but not from below', () => {
    const down = seams([0.9, 0.01, 0.01, 0.01, 0.01], [0.1, 0.7, 0.02, 0.02, 0.02]);
    const up = seams([0.1, 0.2, 0.2, 0.5, 0.9], [0.02, 0.02, 0.02, 0.02, 0.1]);

    expect(likeliestCourse({ down, up: down })).toEqual([true, false, false, false, false]);
    expect(likeliestCourse({ down, up })).toEqual([true, true, true, true, true]);
  });

  it('goes nowhere in no lines', () => {
    const none = seams([], []);

    expect(likeliestCourse({ down: none, up: none })).toEqual([]);
  });
});

describe('likelyKept', () => {
  it('is the mean of what both directions say', () => {
    const down = seams([0.8, 0.5], [0.5, 0.25]);
    const up = seams([0.2, 0.4], [0.5, 0.5]);

    const [first, second] = likelyKept({ down, up });

    // down: 0.8, then 0.8 · 0.75 + 0.2 · 0.5 = 0.7; up: 0.4, then 0.4 · 0.5 + 0.6 · 0.2 = 0.32
    expect(first).toBeCloseTo(0.56, 6);
    expect(second).toBeCloseTo(0.55, 6);
  });
});
