import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlePages } from '#lib/source/article-pages.ts';
import { processorTime } from '../../support/processor-time.ts';

/** Further pages of an article at `url` whose pager is `html`, as paths. */
const pages = (url: string, html: string): string[] =>
  articlePages(new TextEncoder().encode(html), 'text/html; charset=utf-8', url).map((page) => {
    const { origin, pathname, search } = new URL(page);
    return origin === new URL(url).origin ? pathname + search : page;
  });

const first = 'http://a.cn/doc/1021.html';

describe('articlePages', () => {
  it('follows a numbered pager in the order of its numbers', () => {
    const html = `上一页 <b>[1]</b> <a href="1021_3.html">[3]</a> <a href="1021_2.html">[2]</a>
      <a href="1021_2.html">下一页</a>`;

    expect(pages(first, html)).toEqual(['/doc/1021_2.html', '/doc/1021_3.html']);
  });

  it('follows the next page alone where there are no numbers', () => {
    expect(pages(first, '<a href="1021_2.html">下一页</a>')).toEqual(['/doc/1021_2.html']);
    expect(pages(first, '<a href="1021_2.html"><img src="n.gif" alt="下一页"></a>')).toEqual([
      '/doc/1021_2.html',
    ]);
    expect(pages(first, '<link rel="next" href="/doc/1021_2.html">')).toEqual(['/doc/1021_2.html']);
    expect(pages(first, '<a rel="next" href="?page=2">more</a>')).toEqual([
      '/doc/1021.html?page=2',
    ]);
  });

  it('stops at the first number a pager leaves out, and goes on from there', () => {
    const at = (page: number, numbers: number[]): string[] =>
      pages(
        page === 1 ? first : `http://a.cn/doc/1021_${page}.html`,
        numbers.map((n) => `<a href="1021${n === 1 ? '' : `_${n}`}.html">${n}</a>`).join(' '),
      );

    expect(at(1, [2, 3, 10])).toEqual(['/doc/1021_2.html', '/doc/1021_3.html']);
    expect(at(3, [1, 2, 4, 5, 10])).toEqual(['/doc/1021_4.html', '/doc/1021_5.html']);
    expect(at(10, [1, 8, 9])).toEqual([]);
  });

  it.each([
    ['a suffix', '/a/1.html', '1_2.html', '/a/1_2.html'],
    ['a dash', '/a/1.html', '1-2.html', '/a/1-2.html'],
    ['a parameter', '/a.php?id=7', '?id=7&page=2', '/a.php?id=7&page=2'],
    [
      'a parameter of many names',
      '/a.php?id=7',
      '?currentPage=2&id=7',
      '/a.php?currentPage=2&id=7',
    ],
    ['a post number beside it', '/?p=12', '/?p=12&page=2', '/?p=12&page=2'],
    ['a last segment', '/a/1', '/a/1/2', '/a/1/2'],
    ['a last segment with slash', '/a/1/', '/a/1/2/', '/a/1/2/'],
    ['a page segment', '/a/1.html', '/a/1/page/2', '/a/1/page/2'],
    ['an index that counts from 0', '/a/1/index.html', 'index_1.html', '/a/1/index_1.html'],
    ['a page without extension', '/a/1', '1_2', '/a/1_2'],
  ])('knows pages by %s', (_, own, href, expected) => {
    expect(pages(`http://a.cn${own}`, `<a href="${href}">下一页</a>`)).toEqual([expected]);
  });

  it('counts addresses from 0 where the pager shows that they do', () => {
    const html = '<a href="x.html">1</a><a href="x_1.html">2</a><a href="x_2.html">3</a>';

    expect(pages('http://a.cn/x.html', html)).toEqual(['/x_1.html', '/x_2.html']);
    expect(pages('http://a.cn/x_1.html', html)).toEqual(['/x_2.html']);
    expect(pages('http://a.cn/x_2.html', html)).toEqual([]);
  });

  it.each([
    '下一篇',
    '下一篇：上海',
    '下页更精彩',
    '上一篇',
    '>>',
    '尾页',
    '末页',
    '2 上海',
    '相关文章',
  ])('does not follow a link that says %s', (label) => {
    expect(pages(first, `<a href="1021_2.html">${label}</a>`)).toEqual([]);
  });

  it.each([
    ['another article', '1022.html'],
    ['another host', 'http://b.cn/doc/1021_2.html'],
    ['a script', 'javascript:next()'],
    ['itself', '1021.html#p2'],
    ['an article whose number has the same beginning', '10211_2.html'],
    ['another folder', '/other/1021_2.html'],
    ['the listing', 'index_2.html'],
    ['the same page with another id', '1021_2.html?id=4'],
    ['a page that is no URL', 'http://['],
  ])('does not follow a next link to %s', (_, href) => {
    expect(pages(first, `<a href="${href}">下一页</a>`)).toEqual([]);
  });

  it('does not take the next article for a page, though addresses are mere numbers', () => {
    const html = '<a href="11.html">上一页</a> <a href="13.html">下一页</a>';

    expect(pages('http://a.cn/news/12.html', html)).toEqual([]);
  });

  it('goes on from a numbered page only if that links back to a lower one', () => {
    const own = 'http://a.cn/doc/1021_2.html';

    expect(pages(own, '<a href="1021_3.html">下一页</a>')).toEqual([]);
    expect(pages(own, '<a href="1021.html">上一页</a><a href="1021_3.html">下一页</a>')).toEqual([
      '/doc/1021_3.html',
    ]);
  });

  it('never goes back', () => {
    const html = '<a href="1021.html">1</a><a href="1021.html">上一页</a>';

    expect(pages('http://a.cn/doc/1021_2.html', html)).toEqual([]);
    expect(
      pages(
        'http://a.cn/doc/1021_2.html',
        '<a href="1021.html">上一页</a><a href="1021.html">下一页</a>',
      ),
    ).toEqual([]);
  });

  it('does not go round where the last page leads to the first', () => {
    for (const to of ['1021.html', '1021_1.html', '1021_2.html']) {
      const html = `<a href="1021_2.html">上一页</a><a href="${to}">下一页</a>`;
      expect(pages('http://a.cn/doc/1021_3.html', html)).toEqual([]);
    }
  });

  it('takes the pages of comments for no pages of the article', () => {
    expect(pages(first, '<a href="?cpage=2">下一页</a>')).toEqual([]);
    expect(pages('http://a.cn/doc/', '<a href="comment-page-2/">2</a>')).toEqual([]);
  });

  it('takes a link to the whole text if there is no pager', () => {
    const whole = '<a href="1021_all.html">余下全文&gt;&gt;</a>';

    expect(pages(first, whole)).toEqual(['/doc/1021_all.html']);
    expect(pages(first, `${whole}<a href="1021_2.html">下一页</a>`)).toEqual(['/doc/1021_2.html']);
    expect(pages(first, '<a href="/doc/1022.html">阅读全文</a>')).toEqual([]);
  });

  it('reads page selectors and Chinese numbers', () => {
    expect(
      pages(
        first,
        '<select><option value="1021.html">第1页<option value="1021_2.html">第2页</select>',
      ),
    ).toEqual(['/doc/1021_2.html']);
    expect(
      pages(first, '<a href="1021_2.html">第二页</a><a href="1021_3.html">第三页</a>'),
    ).toEqual(['/doc/1021_2.html', '/doc/1021_3.html']);
  });

  it('reads pages in a legacy charset, also without a declaration', () => {
    const html = Buffer.concat([
      Buffer.from('<a href="1021_2.html">'),
      Buffer.from([0xcf, 0xc2, 0xd2, 0xbb, 0xd2, 0xb3]), // 下一页
      Buffer.from('</a>'),
    ]);

    expect(articlePages(html, null, first)).toEqual(['http://a.cn/doc/1021_2.html']);
    expect(articlePages(html, 'text/html; charset=utf-8', first)).toHaveLength(1);
    expect(articlePages(html, 'text/html; charset=no-such', first)).toHaveLength(1);
  });

  it('obeys a base element', () => {
    const html = '<base href="http://a.cn/doc/"><a href="1021_2.html">下一页</a>';

    expect(pages(first, html)).toEqual(['/doc/1021_2.html']);
  });

  it('is total, and every page it names is on the host', () => {
    const label = fc.constantFrom('下一页', '2', '[3]', '›', '余下全文', '上一页', 'x');
    const href = fc.oneof(
      fc.constantFrom('http://b.cn/', 'http://[', '1021_9.html', '../x', '%'),
      fc.string(),
      fc.constantFrom('1021_2.html', '?page=2', '//b.cn/'),
    );
    const url = fc.constantFrom(first, 'http://a.cn/doc/1021_2.html', 'http://a.cn/', 'not a url');
    fc.assert(
      fc.property(fc.array(fc.tuple(href, label)), url, (links, own) => {
        const html = links.map(([to, text]) => `<a href="${to}">${text}</a>`).join('');
        for (const page of articlePages(new TextEncoder().encode(html), null, own)) {
          expect(new URL(page).host).toBe('a.cn');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to the length of hostile pages', () => {
    const pieces = [
      '<a href=x>',
      '<div ',
      '<a ',
      '[',
      '<option value=',
      '&#',
      '<a href="1021_2.html">下一页',
    ];
    const time = processorTime(() => {
      for (const piece of pieces) pages(first, piece.repeat(300_000 / piece.length));
    });
    expect(time).toBeLessThan(5000);
  }, 30_000);
});
