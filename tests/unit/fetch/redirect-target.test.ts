import { describe, expect, it } from 'vitest';
import { redirectTarget } from '#lib/fetch/redirect-target.ts';

describe('redirectTarget', () => {
  it.each([
    ['/b', 'http://a.example/b'],
    ['b?c=d#e', 'http://a.example/x/b?c=d'],
    ['//c.example/', 'http://c.example/'],
    ['https://a.example/x/y', 'https://a.example/x/y'],
    ['/\u00e4\u00b8\u00ad', 'http://a.example/%E4%B8%AD'], // UTF-8
    ['/\u00d6\u00d0', 'http://a.example/%D6%D0'], // GBK
    ['http://[x', null],
    [`/${'x'.repeat(5000)}`, null],
    [null, null],
  ])('resolves %j to %j', (location, expected) => {
    expect(redirectTarget(location, 'http://a.example/x/y')?.toLowerCase()).toBe(
      expected?.toLowerCase(),
    );
  });
});
