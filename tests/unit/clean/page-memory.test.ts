import { expect, it } from 'vitest';
import { forgetPage, rememberingPage } from '#lib/clean/page-memory.ts';

it('asks once for each text of a page, and again after it', () => {
  const asked: string[] = [];
  const lengthOf = rememberingPage((text) => {
    asked.push(text);
    return text.length;
  });
  expect([lengthOf('渡口'), lengthOf('渡口'), lengthOf('船')]).toEqual([2, 2, 1]);
  expect(asked).toEqual(['渡口', '船']);
  forgetPage();
  expect(lengthOf('渡口')).toBe(2);
  expect(asked).toEqual(['渡口', '船', '渡口']);
});

it('remembers that there is nothing', () => {
  let asked = 0;
  const nothing = rememberingPage(() => {
    asked += 1;
    return null;
  });
  expect([nothing('a'), nothing('a')]).toEqual([null, null]);
  expect(asked).toBe(1);
});

it('does not hold long texts', () => {
  let asked = 0;
  const count = rememberingPage(() => {
    asked += 1;
    return asked;
  });
  const long = 'a'.repeat(401);
  expect([count(long), count(long)]).toEqual([1, 2]);
});
