import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '#lib/source/read-feed.ts';

const at = 'http://a.cn/feed.xml';

describe('readFeed', () => {
  it('reads RSS 2.0', () => {
    const feed = readFeed(
      `<rss version="2.0" xmlns:dc="x" xmlns:atom="y"><channel><link>http://a.cn/</link>
        <atom:link rel="self" href="http://a.cn/feed.xml"/>
        <item><title>a</title><link>http://a.cn/1?x=1&amp;y=2</link><pubDate>Mon, 06 May 2024 08:00:00 +0800</pubDate></item>
        <item><guid isPermaLink="true">http://a.cn/2</guid><dc:date>2024-05-07</dc:date></item>
        <item><guid isPermaLink="false">urn:3</guid></item>
        <item><link><![CDATA[ /4 ]]></link><comments>http://a.cn/4#c</comments></item>
      </channel></rss>`,
      at,
    );

    expect(feed).toEqual({
      kind: 'rss',
      entries: [
        { url: 'http://a.cn/1?x=1&y=2', lastModified: '2024-05-06T00:00:00.000Z' },
        { url: 'http://a.cn/2', lastModified: '2024-05-07T00:00:00.000Z' },
        { url: 'http://a.cn/4', lastModified: null },
      ],
      invalid: 1,
    });
  });

  it('reads RSS 1.0', () => {
    const feed = readFeed(
      `<rdf:RDF><channel rdf:about="x"><link>http://a.cn/</link></channel>
       <item rdf:about="http://a.cn/1"><link>http://a.cn/1</link><dc:date>2024-05-06T08:00:00Z</dc:date></item></rdf:RDF>`,
      at,
    );

    expect(feed).toMatchObject({ kind: 'rdf', entries: [{ url: 'http://a.cn/1' }] });
  });

  it('reads Atom: the alternate link and the later date', () => {
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://a.cn/"/>
       <entry><link rel="enclosure" href="/1.mp3"/><link rel="alternate" href="/1"/>
         <published>2024-05-06T08:00:00Z</published><updated>2024-06-06T08:00:00Z</updated></entry>
       <entry><link href="http://a.cn/2"/></entry><entry><id>urn:x</id></entry></feed>`,
      at,
    );

    expect(feed).toEqual({
      kind: 'atom',
      entries: [
        { url: 'http://a.cn/1', lastModified: '2024-06-06T08:00:00.000Z' },
        { url: 'http://a.cn/2', lastModified: null },
      ],
      invalid: 1,
    });
  });

  it('takes addresses relative to xml:base, and out of CDATA', () => {
    const atom = '<feed xml:base="/base/"><entry><link href="one.html"/></entry></feed>';
    const rss = '<rss><channel><item><link><![CDATA[ /2?a=1&b=2 ]]></link></item></channel></rss>';

    expect(readFeed(atom, 'http://a.cn/feed').entries[0]?.url).toBe('http://a.cn/base/one.html');
    expect(readFeed(rss, 'http://a.cn/feed').entries[0]?.url).toBe('http://a.cn/2?a=1&b=2');
  });

  it('finds nothing in what is no feed', () => {
    expect(readFeed('<html><item><link>http://a.cn/</link></item></html>', at)).toEqual({
      kind: 'unknown',
      entries: [],
      invalid: 0,
    });
    expect(readFeed('', at).kind).toBe('unknown');
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<rss>',
      '<item>',
      '</item>',
      '<link>',
      '</link>',
      'http://a.cn',
      '<link href="',
      '<guid>',
      '<__proto__>',
      '<constructor>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        expect(readFeed(pieces.join(''), at).entries).toBeInstanceOf(Array);
      }),
    );
  });
});
