import { expect, it } from 'vitest';
import { once } from '#lib/clean/once.ts';

it('makes nothing before it is asked, and makes it once', () => {
  const made: string[] = [];
  const value = once(() => {
    made.push('made');
    return undefined;
  });

  expect(made).toEqual([]);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toEqual(['made']);
});
