import { describe, expect, it } from 'vitest';
import { firstPage } from '#lib/source/first-page.ts';

const at = (url: string, html: string): string | null =>
  firstPage(new TextEncoder().encode(html), 'text/html', url);
const pager = (...links: [href: string, label: string][]): string =>
  links.map(([href, label]) => `<a href="${href}">${label}</a>`).join(' ');

describe('firstPage', () => {
  it.each([
    [
      'http://a.cn/1_3.html',
      pager(['1.html', '1'], ['1_2.html', '2'], ['1_4.html', '4']),
      'http://a.cn/1.html',
    ],
    ['http://a.cn/1_2.html', pager(['1.html', '上一页']), 'http://a.cn/1.html'],
    ['http://a.cn/1_3.html', pager(['1_2.html', '上一页']), 'http://a.cn/1_2.html'],
    ['http://a.cn/1.html?page=2', pager(['1.html', '首页']), 'http://a.cn/1.html'],
    ['http://a.cn/x/2/', pager(['/x/', '1'], ['/x/3/', '3']), 'http://a.cn/x/'],
  ])('finds the way back from %s', (url, html, first) => {
    expect(at(url, html)).toBe(first);
  });

  it.each([
    ['http://a.cn/1.html', pager(['1_2.html', '2'], ['1_3.html', '3'])],
    ['http://a.cn/1_2.html', ''],
    ['http://a.cn/1_2.html', pager(['1_3.html', '下一页'])],
    ['http://a.cn/news/13.html', pager(['/news/12.html', '上一篇'])],
    ['http://a.cn/news/13', pager(['/news/12', '上一页'])],
    ['not a url', pager(['1.html', '1'])],
  ])('has none for %s', (url, html) => {
    expect(at(url, html)).toBeNull();
  });
});
