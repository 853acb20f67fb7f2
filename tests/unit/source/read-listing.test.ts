import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListing } from '#lib/source/read-listing.ts';

const at = 'http://a.cn/list/';

describe('readListing', () => {
  it('gives each link once, in order, with absolute addresses', () => {
    const { links } = readListing(
      `<a href="1.html">一</a><a href="/2.html">二</a><a href="//b.cn/3">三</a><a href="1.html">again</a>
       <a href="#top">top</a><a href="mailto:a@b">m</a><a href="javascript:;">j</a><a>none</a><a href="">e</a>`,
      at,
    );

    expect(links.map(({ url }) => url)).toEqual([
      'http://a.cn/list/1.html',
      'http://a.cn/2.html',
      'http://b.cn/3',
    ]);
  });

  it('tells further pages of the listing from other links', () => {
    const { links, number } = readListing(
      `<a href="7.html">正文</a><a href="index_1.html">2</a><a href="index_2.html">3</a>
       <a href="index_1.html">下一页</a><a href="/about/2.html">2</a>`,
      at,
    );

    expect(number).toBe(1);
    expect(links.filter(({ role }) => role === 'further').map(({ url }) => url)).toEqual([
      'http://a.cn/list/index_1.html',
      'http://a.cn/list/index_2.html',
    ]);
  });

  it('follows a next link whose address shows no number, on its host', () => {
    const { links } = readListing(
      '<a href="?cursor=abc">下一页</a><a href="http://b.cn/?cursor=abc">下一页</a>',
      at,
    );

    expect(links).toEqual([
      { url: 'http://a.cn/list/?cursor=abc', role: 'further' },
      { url: 'http://b.cn/?cursor=abc', role: 'link' },
    ]);
  });

  it('obeys nofollow of links and of the page', () => {
    expect(
      readListing('<a rel="external NoFollow" href="1">a</a><a href="2">b</a>', at),
    ).toMatchObject({ links: [{ url: 'http://a.cn/list/2' }], nofollow: 1 });
    expect(
      readListing('<meta name="Robots" content="index, nofollow"><a href="2">b</a>', at),
    ).toMatchObject({ links: [], nofollow: 1 });
  });

  it('leaves pictures and archives out, and reads areas', () => {
    expect(
      readListing(
        '<a href="1.JPG">a</a><a href="2.zip">b</a><area href="3.html"><a href="4.pdf">d</a>',
        at,
      ),
    ).toMatchObject({
      links: [{ url: 'http://a.cn/list/3.html' }, { url: 'http://a.cn/list/4.pdf' }],
      files: 2,
    });
  });

  it('reads the text of a link past scripts, styles and markup', () => {
    const { links } = readListing(
      '<a href="?c=1"><b>下一</b><style>x{}</style><script>"上一页"</script><i>页</i></a>',
      at,
    );

    expect(links).toEqual([{ url: 'http://a.cn/list/?c=1', role: 'further' }]);
  });

  it('is total on nested and broken markup of 1 MB', () => {
    for (const piece of [
      '<div>',
      '<a href="x">',
      '</a>',
      '<a ',
      '<!--',
      '<base href="http://b.cn/">',
    ]) {
      expect(readListing(piece.repeat(1_000_000 / piece.length), at).links.length).toBeLessThan(2);
    }
  }, 20_000);

  it('never throws, and gives http addresses alone', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('<a href="', '">', '</a>', '<base href="', '&#0;', '<constructor>'),
          ),
        ),
        (pieces) => {
          for (const { url } of readListing(pieces.join(''), at).links) {
            expect(new URL(url).protocol).toMatch(/^https?:$/);
          }
        },
      ),
    );
  });
});
