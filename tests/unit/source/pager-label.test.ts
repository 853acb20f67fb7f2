import { describe, expect, it } from 'vitest';
import { pagerLabel } from '#lib/source/pager-label.ts';

describe('pagerLabel', () => {
  it.each([
    ['[2]', 2],
    ['第3页', 3],
    ['第 12 页', 12],
    ['（4）', 4],
    ['Page 5', 5],
    ['第二页', 2],
    ['第十页', 10],
    ['第十二页', 12],
    ['第二十三页', 23],
    ['3/7', 3],
  ])('reads %s as page %i', (text, page) => {
    expect(pagerLabel(text)).toEqual({ kind: 'number', page });
  });

  it.each([
    ['下一页', 'next'],
    ['[下一页]', 'next'],
    ['下一页 >', 'next'],
    ['下 一 頁', 'next'],
    ['Next page', 'next'],
    ['›', 'next'],
    ['上页', 'previous'],
    ['« Prev', 'previous'],
    ['首页', 'first'],
    ['余下全文>>', 'whole'],
  ])('reads %s as %s', (text, kind) => {
    expect(pagerLabel(text)?.kind).toBe(kind);
  });

  it.each(['下一篇', '上一篇：通知', '下页更精彩', '第2章', '2024年', '12345', '>>', '', '全文'])(
    'reads nothing into %j',
    (text) => {
      expect(pagerLabel(text)).toBeNull();
    },
  );
});
