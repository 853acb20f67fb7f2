import { describe, expect, it } from 'vitest';
import { pace } from '../../../bin/cli/pace.ts';

/** Work at `rate` a second for `seconds`, noted every tenth of a second. */
function afterWork(rate: number, seconds: number, total: number): string {
  let now = 0;
  const speed = pace(() => now);
  for (let step = 1; step <= seconds * 10; step += 1) {
    now = step * 100;
    speed.note(Math.round((rate * now) / 1000));
  }
  return speed.text(total);
}

describe('pace', () => {
  it.each([
    [20, 10, 400, '20/s, 10 s left'],
    [2, 30, 1260, '2.0/s, 10 min left'],
    [1, 20, 9020, '1.0/s, 2 h 30 min left'],
    [50, 4, 200, '50/s'],
  ])('tells of %d a second after %d s and %d in all: %s', (rate, seconds, total, text) => {
    expect(afterWork(rate, seconds, total)).toBe(text);
  });

  it('says nothing in the first second, nor of work that stands still', () => {
    expect(afterWork(10, 0.5, 100)).toBe('');
    expect(afterWork(0, 5, 100)).toBe('');
  });

  it('follows a change: the last twenty seconds count', () => {
    let now = 0;
    let done = 0;
    const speed = pace(() => now);
    for (let second = 1; second <= 90; second += 1) {
      now = second * 1000;
      done += second <= 60 ? 100 : 10;
      speed.note(done);
    }

    expect(speed.text(done + 100)).toBe('10/s, 10 s left');
  });
});
