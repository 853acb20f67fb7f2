import { describe, expect, test } from 'vitest';
import { ownTitle } from '#lib/clean/lines/drop-title.ts';

const at = (url: string) => ({ url, first: undefined });

describe('ownTitle', () => {
  test.each([
    ['article', 'Frozen harbour', 'Frozen harbour'],
    ['listing', 'Frozen harbour', null],
    ['listing', '渡口的桥修好了', '渡口的桥修好了'],
    ['forum', '渡口的桥修好了', null],
  ] as const)('of a page of kind %s called %j is %j', (kind, title, own) => {
    expect(ownTitle(kind, title, at('https://www.example.cn/a/1.html'))).toBe(own);
  });

  test('of a thread is none, whatever the page is made of', () => {
    expect(ownTitle('listing', '渡口的桥修好了', at('https://www.example.cn/topic/1'))).toBe(null);
    expect(ownTitle('listing', '渡口的桥修好了', at('https://www.example.cn/p/7214550981'))).toBe(
      null,
    );
    expect(ownTitle('listing', '渡口的桥', at('https://www.example.cn/p/14'))).toBe('渡口的桥');
  });
});
