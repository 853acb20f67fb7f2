import { describe, expect, it } from 'vitest';
import { sourceDefinition } from '#lib/model/source.ts';
import { scopeOf } from '#lib/source/in-scope.ts';

const scope = (definition: object) => scopeOf(sourceDefinition.parse({ name: 'x', ...definition }));
const page = { kind: 'page', reason: 'listing', depth: 1 } as const;

describe('scopeOf', () => {
  it('includes the hosts of what is named, with and without www, and those listed', () => {
    const { includes } = scope({
      seeds: ['http://www.a.cn/'],
      feeds: ['http://b.cn:8080/f'],
      hosts: ['c.cn', '*.d.cn'],
    });

    for (const url of [
      'https://a.cn/1',
      'http://www.a.cn/1',
      'http://b.cn:8080/',
      'http://c.cn/',
    ]) {
      expect(includes(url, page), url).toBe(true);
    }
    expect(includes('http://x.d.cn/', page)).toBe(true);
    for (const url of ['http://m.a.cn/', 'http://b.cn/', 'http://d.cn/', 'http://xa.cn/']) {
      expect(includes(url, page), url).toBe(false);
    }
  });

  it('asks pages to match include, and everything to miss exclude', () => {
    const { includes } = scope({
      listings: ['http://a.cn/'],
      include: ['/article/'],
      exclude: ['print'],
    });

    expect(includes('http://a.cn/article/1', page)).toBe(true);
    expect(includes('http://a.cn/other/1', page)).toBe(false);
    expect(includes('http://a.cn/list/2', { ...page, kind: 'listing' })).toBe(true);
    expect(includes('http://a.cn/article/print', page)).toBe(false);
    expect(includes('http://a.cn/print', { ...page, kind: 'listing' })).toBe(false);
  });

  it('goes as many listings deep as told, and reads the pages of the last', () => {
    const { includes } = scope({ listings: ['http://a.cn/'], maxDepth: 1 });

    expect(includes('http://a.cn/1', { ...page, depth: 2 })).toBe(true);
    expect(includes('http://a.cn/1', { ...page, depth: 3 })).toBe(false);
    expect(includes('http://a.cn/1', { ...page, kind: 'listing', depth: 1 })).toBe(true);
    expect(includes('http://a.cn/1', { ...page, kind: 'listing', depth: 2 })).toBe(false);
  });

  it('always includes what a person named, and where it redirects to', () => {
    const { includes } = scope({ seeds: ['http://a.cn/'], exclude: ['.'] });

    expect(includes('http://z.cn/', { kind: 'page', reason: 'seed', depth: 0 })).toBe(true);
    expect(
      scope({ seeds: ['http://a.cn/'] }).includes('http://z.cn/', {
        kind: 'page',
        reason: 'redirect',
        depth: 0,
      }),
    ).toBe(true);
    expect(includes('http://z.cn/', { kind: 'page', reason: 'redirect', depth: 1 })).toBe(false);
  });

  it('trusts robots.txt with sitemaps of other hosts, and nobody else', () => {
    const { includes } = scope({ seeds: ['http://a.cn/'] });
    const sitemap = { kind: 'sitemap', reason: 'sitemap', depth: 0 } as const;

    expect(includes('http://cdn.cn/sitemap.xml', sitemap)).toBe(true);
    expect(includes('http://cdn.cn/sitemap.xml', { ...sitemap, depth: 1 })).toBe(false);
    expect(includes('http://a.cn/sitemap.xml', { ...sitemap, depth: 5 })).toBe(false);
  });

  it('knows listings by pattern', () => {
    const { isListing } = scope({ seeds: ['http://a.cn/'], listingPattern: ['/list_\\d+'] });

    expect(isListing('http://a.cn/list_2.html')).toBe(true);
    expect(isListing('http://a.cn/list.html')).toBe(false);
  });
});
