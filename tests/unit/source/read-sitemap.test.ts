import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSitemap, type Sitemap } from '#lib/source/read-sitemap.ts';

const at = 'http://a.cn/sitemap.xml';
const read = (text: string): Promise<Sitemap> => readSitemap(new TextEncoder().encode(text), at);
const urlset = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inner}</urlset>`;

describe('readSitemap', () => {
  it('reads URLs with their dates', async () => {
    const sitemap = await read(
      urlset(`
        <url><loc> http://a.cn/1?a=1&amp;b=2 </loc><lastmod>2024-01-05</lastmod></url>
        <url><loc><![CDATA[http://a.cn/2]]></loc><lastmod>2024-01-05T10:00:00+08:00</lastmod></url>
        <url><lastmod>yesterday</lastmod><loc>http://a.cn/文</loc></url>`),
    );

    expect(sitemap).toEqual({
      kind: 'urlset',
      root: 'urlset',
      entries: [
        {
          url: 'http://a.cn/1?a=1&b=2',
          lastModified: '2024-01-05T00:00:00.000Z',
          crossHost: false,
        },
        { url: 'http://a.cn/2', lastModified: '2024-01-05T02:00:00.000Z', crossHost: false },
        { url: 'http://a.cn/%E6%96%87', lastModified: null, crossHost: false },
      ],
      invalid: 0,
      cut: false,
    });
  });

  it('reads an index as an index', async () => {
    const sitemap = await read(
      '<sitemapindex><sitemap><loc>http://a.cn/s1.xml</loc></sitemap></sitemapindex>',
    );

    expect(sitemap.kind).toBe('index');
    expect(sitemap.entries.map(({ url }) => url)).toEqual(['http://a.cn/s1.xml']);
  });

  it('knows the elements by any prefix and leaves those of images and videos alone', async () => {
    const sitemap = await read(
      `<s:urlset><s:url><s:loc>http://a.cn/1</s:loc><image:image><image:loc>http://a.cn/i.jpg</image:loc></image:image></s:url></s:urlset>`,
    );

    expect(sitemap.entries.map(({ url }) => url)).toEqual(['http://a.cn/1']);
  });

  it('counts relative and impossible addresses and marks those of other hosts', async () => {
    const locs = ['/relative', 'a.cn/2', '', 'ftp://a.cn/', `http://a.cn/${'x'.repeat(3000)}`];
    const sitemap = await read(
      urlset(
        [...locs, 'https://b.cn/'].map((loc) => `<url><loc>${loc}</loc></url>`).join('') +
          '<url></url>',
      ),
    );

    expect(sitemap.invalid).toBe(6);
    expect(sitemap.entries).toEqual([
      { url: 'https://b.cn/', lastModified: null, crossHost: true },
    ]);
  });

  it('reads gzip, whatever it is called', async () => {
    const body = gzipSync(urlset('<url><loc>http://a.cn/1</loc></url>'));

    expect((await readSitemap(body, at)).entries).toHaveLength(1);
  });

  it('keeps what came before damage in gzip data', async () => {
    const whole = gzipSync(
      urlset(
        Array.from(
          { length: 20_000 },
          (_, n) => `<url><loc>http://a.cn/${n * 7919}</loc></url>`,
        ).join(''),
      ),
    );

    const sitemap = await readSitemap(whole.subarray(0, whole.length >> 1), at);

    expect(sitemap.cut).toBe(true);
    expect(sitemap.entries.length).toBeGreaterThan(5000);
  });

  it('does not take an address for whole that the end of the file cuts', async () => {
    const sitemap = await read(
      '<urlset><url><loc>http://a.cn/1</loc></url><url><loc>http://a.cn/12',
    );

    expect(sitemap.entries.map(({ url }) => url)).toEqual(['http://a.cn/1']);
  });

  it('does not follow nesting that no sitemap has', async () => {
    const sitemap = await read(`<urlset>${'<url>'.repeat(200_000)}`);

    expect(sitemap).toMatchObject({ entries: [], cut: true });
  }, 30_000);

  it('reads one URL a line', async () => {
    const sitemap = await read('\uFEFFhttp://a.cn/1\r\nhttp://a.cn/2\n\nnonsense\nhttp://a.cn/3');

    expect(sitemap.kind).toBe('text');
    expect(sitemap.entries.map(({ url }) => url)).toEqual([
      'http://a.cn/1',
      'http://a.cn/2',
      'http://a.cn/3',
    ]);
    expect(sitemap.invalid).toBe(1);
  });

  it('reads a charset that the XML declaration names', async () => {
    const head = Buffer.from('<?xml version="1.0" encoding="GBK"?><urlset><url><loc>http://a.cn/');
    const body = Buffer.concat([
      head,
      Buffer.from([0xce, 0xc4]),
      Buffer.from('</loc></url></urlset>'),
    ]);

    expect((await readSitemap(body, at)).entries[0]?.url).toBe('http://a.cn/%E6%96%87');
  });

  it('reads UTF-16 with a byte order mark', async () => {
    const xml = '\uFEFF<urlset><url><loc>http://a.cn/1</loc></url></urlset>';

    const { entries } = await readSitemap(Buffer.from(xml, 'utf16le'), 'http://a.cn/s.xml');

    expect(entries.map(({ url }) => url)).toEqual(['http://a.cn/1']);
  });

  it('says of other documents what they are', async () => {
    expect(await read('<!DOCTYPE html><html><body>Not found</body></html>')).toMatchObject({
      kind: 'unknown',
      root: 'html',
      entries: [],
    });
    expect(await read('')).toMatchObject({ kind: 'unknown', root: null });
    expect(
      await read('<rss><channel><item><link>http://a.cn/</link></item></channel></rss>'),
    ).toMatchObject({
      kind: 'unknown',
      root: 'rss',
      entries: [],
    });
  });

  it('reads 50,000 URLs and no more', async () => {
    const text = urlset('<url><loc>http://a.cn/x</loc></url>'.repeat(50_001));

    const sitemap = await read(text);

    expect(sitemap.entries).toHaveLength(50_000);
    expect(sitemap.cut).toBe(true);
  }, 30_000);

  it('stops at the limits of the protocol in a gzip bomb, in bounded memory and time', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000, '<url></url>\n'));
    const before = process.memoryUsage().rss;
    const started = process.threadCpuUsage(); // a busy machine takes longer by the clock

    const sitemap = await readSitemap(bomb, at);

    expect(sitemap.cut).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
    expect(process.threadCpuUsage(started).user).toBeLessThan(10_000_000);
  }, 60_000);

  it('never throws', async () => {
    const text = fc
      .array(
        fc.constantFrom(
          '<url>',
          '<loc>',
          '</loc>',
          '</url>',
          '<urlset>',
          '<![CDATA[',
          'http://a.cn/',
          '&',
          '\u0000',
          '<?xml encoding="x"?>',
        ),
      )
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string()), async (input) => {
        expect((await read(input)).entries.every(({ url }) => URL.canParse(url))).toBe(true);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        await readSitemap(Uint8Array.from([0x1f, 0x8b, ...bytes]), at);
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});
