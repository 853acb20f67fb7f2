import { describe, expect, it } from 'vitest';
import { feedLinks } from '#lib/source/feed-links.ts';
import { urlShapes } from '#lib/source/url-shapes.ts';

const at = (...paths: string[]): string[] =>
  paths.map((path) => new URL(path, 'https://www.example.com/').href);
const patternsOf = (...paths: string[]): string[] =>
  urlShapes(at(...paths)).map(({ pattern }) => pattern);

describe('shapes of addresses', () => {
  it('takes numbers for any, the most frequent shape first', () => {
    const paths = ['/zw/1.html', '/list_1.html', '/zw/22.html', '/list_2.html', '/zw/333.html'];

    expect(patternsOf(...paths).slice(0, 2)).toEqual(['/zw/\\d+\\.html$', '/list_\\d+\\.html$']);
  });

  it('takes a last segment of words for any', () => {
    expect(patternsOf('/blog/how-to-sail', '/blog/when-to-rest-well')).toEqual([
      '/blog/[^/]+$',
      '/[^/]+/[^/]+$',
    ]);
  });

  it('lets folders be any if they differ', () => {
    expect(patternsOf('/zongjie/1.html', '/jianghua/2.html')).toEqual(['/[^/]+/\\d+\\.html$']);
  });

  it('keeps what a query says which page it is by', () => {
    const [pattern = ''] = patternsOf('/view.php?tid=1&page=1', '/view.php?tid=22&page=3');

    expect(pattern).toBe('/view\\.php\\?tid=\\d+&page=\\d+$');
    expect(new RegExp(pattern, 'u').test('https://www.example.com/view.php?tid=7&page=1')).toBe(
      true,
    );
  });

  it('gives patterns that match each of their addresses, and no front page', () => {
    const urls = at(
      '/',
      '/a+b(c)/1.html',
      '/a+b(c)/2.html',
      '/[x]/3.html',
      '/文/4.html',
      '/文/5.html',
    );

    for (const { pattern, urls: own } of urlShapes(urls)) {
      expect(own.every((url) => new RegExp(pattern, 'u').test(url))).toBe(true);
      expect(own).not.toContain('https://www.example.com/');
    }
  });
});

describe('feeds of a page', () => {
  it('are links of a feed type that say alternate, absolute and each once', () => {
    const html = `<link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel=alternate type="application/atom+xml" href=atom.xml><link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel="stylesheet" type="text/css" href="a.css"><link rel="alternate" hreflang="en" href="/en/">`;

    expect(feedLinks(html, 'https://www.example.com/a/')).toEqual(at('/feed.xml', '/a/atom.xml'));
  });
});
