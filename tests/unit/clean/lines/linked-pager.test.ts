import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const URL = 'http://www.example.com/html/8841_2.html';
const BODY = '<p>这一段说的是河边的柳树，春天到了，柳树抽出了嫩芽，孩子们在树下做游戏。</p>'.repeat(
  4,
);

function read(pager: string, url: string | null = URL) {
  const html = `<html><head><title>河边的柳树</title></head><body><h1>河边的柳树</h1><div class="content">${BODY}</div>${pager}</body></html>`;
  const { document } = cleanPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html; charset=utf-8',
    url,
  });
  const { page, pageCount, incomplete } = document;
  return { page, pageCount, incomplete };
}

describe('the pager of an article, by its links', () => {
  it('takes the number without a link for the page shown', () => {
    const pager =
      '<p><a href="8841.html">上一页</a> [<a href="8841.html">1</a>] [2] [<a href="8841_3.html">3</a>] <a href="8841_3.html">下一页</a></p>';

    expect(read(pager)).toEqual({
      page: 2,
      pageCount: 3,
      incomplete: ['starts-mid-document', 'continues-on-next-page'],
    });
  });

  it('is not misled by the counts of other things close by', () => {
    const pager =
      '<div><a href="8841.html">上一页</a> <a href="8841.html">[1]</a> <b>[2]</b> <span>下一页</span></div><p>赞(<em>240</em>)</p>';

    expect(read(pager)).toEqual({
      page: 2,
      pageCount: 2,
      incomplete: ['starts-mid-document'],
    });
  });

  it('reads a list whose present page links to itself', () => {
    const pager =
      '<ul class="pagelist"><li><a>共3页: </a></li><li><a href="8841.html">上一页</a></li><li><a href="8841.html">1</a></li><li class="on"><a href="#">2</a></li><li><a href="8841_3.html">3</a></li></ul>';

    expect(read(pager)).toMatchObject({ page: 2, pageCount: 3 });
  });

  it('finds the page between those that lead back and on, where a list has the numbers', () => {
    const pager =
      '<p><a href="8841.html">上一页</a> <select><option>第1页</option><option selected>第2页</option><option>第3页</option></select> <a href="8841_3.html">下一页</a></p>';

    expect(read(pager)).toMatchObject({ page: 2 });
    expect(
      read('<p><a href="8841_2.html">下一页</a></p>', 'http://www.example.com/html/8841.html').page,
    ).toBe(1);
  });

  it('says no page where the two links do not agree', () => {
    const pager = '<p><a href="8841.html">上一页</a> <a href="8841_7.html">下一页</a></p>';

    expect(read(pager).page).toBeNull();
  });

  it('is not led on by a pager whose links go to other articles', () => {
    const pager =
      '<p>下页更精彩：<a href="9001.html">1</a> <a href="9002.html">2</a> <a href="9003.html">下一页</a></p>';

    expect(read(pager, 'http://www.example.com/html/8841.html')).toEqual({
      page: null,
      pageCount: null,
      incomplete: [],
    });
  });

  it('does not take the article before or after for a page', () => {
    const pager =
      '<p>上一篇：<a href="8840.html">春雨</a> 下一篇：<a href="8842.html">秋风</a></p>';

    expect(read(pager, 'http://www.example.com/html/8841.html').incomplete).toEqual([]);
  });
});
