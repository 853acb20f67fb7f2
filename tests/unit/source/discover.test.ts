import { describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { DiscoverMessage, FetchedPage, FetchItem, Link } from '#lib/model/messages.ts';
import { fetchRegister, row, type UrlState } from '#lib/model/row.ts';
import type { Skips } from '#lib/model/run.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { isReasonOf } from '#lib/model/states.ts';
import { type DiscoverDeps, type Discovered, discover } from '#lib/source/discover.ts';

const now = new Date('2026-06-01T00:00:00.000Z');
const ULID = '01JGJ3V7XX00000000000';
let ulids = 0;
const ulid = (): string => {
  ulids += 1;
  return ULID + String(ulids).padStart(5, '0');
};
const noneSkipped: Skips['skipped'] = {
  notDue: 0,
  outOfScope: 0,
  overBudget: 0,
  traps: 0,
  takenDown: 0,
};

const link = (url: string, overrides: Partial<Link> = {}): Link => ({
  url,
  kind: 'page',
  reason: 'seed',
  depth: 0,
  hop: 0,
  via: null,
  lastModified: null,
  ...overrides,
});

const itemOf = (url: string, overrides: Partial<FetchItem> = {}): FetchItem => ({
  id: documentId(url),
  url,
  canonicalUrl: url,
  kind: 'listing',
  depth: 0,
  hop: 0,
  via: null,
  previous: null,
  ...overrides,
});

interface Setting {
  readonly source?: object;
  readonly links?: readonly Link[];
  /** Fetched pages: what was asked for and what came. */
  readonly pages?: readonly { item: FetchItem; body: string; robots?: string[] }[];
  readonly known?: readonly UrlState[];
  readonly deps?: Partial<DiscoverDeps>;
}

async function run(setting: Setting): Promise<Discovered> {
  const store = memoryObjectStore();
  const writer = warcWriter(store, { now: () => now.getTime(), sleep: async () => {} }, ulid);
  const asked = setting.pages ?? [];
  const references = await writer.write(
    asked.map(({ item, body }) => ({
      url: item.url,
      fetchedAt: now.toISOString(),
      requestHeaders: [],
      status: 200,
      statusText: 'OK',
      responseHeaders: [],
      payload: new TextEncoder().encode(body),
      truncated: null,
    })),
  );
  const pages = asked.map(({ item, robots = [] }, index): FetchedPage => {
    const raw = references[index];
    if (!raw) throw new Error('not written');
    const part = {
      url: item.url,
      canonicalUrl: item.canonicalUrl,
      fetchedAt: now.toISOString(),
      contentType: 'text/html',
      payloadDigest: 'x',
      robots,
      raw,
    };
    return { item, parts: [part], partsMissing: false };
  });
  const message: DiscoverMessage = {
    runId: 'R',
    source: 's',
    links: [...(setting.links ?? [])],
    pages,
  };
  const states = new Map((setting.known ?? []).map((state) => [state.canonicalUrl, state]));
  const found = await discover(message, {
    source: sourceDefinition.parse({ name: 's', seeds: ['http://a.cn/'], ...setting.source }),
    raw: warcReader(store),
    lookup: async (urls) =>
      new Map(urls.flatMap((url) => [states.get(url) ?? []].flat().map((one) => [url, one]))),
    seen: new Set(),
    decode: (bytes) => new TextDecoder().decode(bytes),
    now,
    ulid,
    dueOnly: false,
    remainingPages: 1000,
    ...setting.deps,
  });
  for (const one of found.rows) {
    expect(row.parse(one)).toEqual(one);
    expect(isReasonOf(one.state, one.reason), `${one.state} ${one.reason}`).toBe(true);
  }
  return found;
}

const ends = ({ rows }: Discovered): string[][] =>
  rows.map(({ url, state, reason }) => [url, state, reason]);
const urls = ({ items }: Discovered): string[] => items.map(({ url }) => url);

/** A URL that was fetched 10 hours ago and is due in `dueInHours`. */
const knownUrl = (
  url: string,
  dueInHours: number | null,
  presence: 'present' | 'taken-down' = 'present',
): UrlState => ({
  schema: 1,
  id: documentId(url),
  url,
  canonicalUrl: url,
  kind: 'page',
  sources: ['s'],
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  last: {
    run: 'Q',
    state: 'published',
    reason: 'new',
    at: '2026-05-31T14:00:00.000Z',
    ulid: ulid(),
  },
  fetch: {
    ...fetchRegister.parse({
      fetchedAt: '2026-05-31T14:00:00.000Z',
      status: 200,
      contentType: null,
      etag: '"e"',
      lastModified: null,
      payloadDigest: 'd',
      bytes: 1,
      ms: 1,
      raw: null,
      redirectedTo: null,
      robots: [],
      missingSince: null,
      changedAt: null,
      nextDueAt:
        dueInHours === null ? null : new Date(now.getTime() + dueInHours * 3_600_000).toISOString(),
    }),
    ulid: ulid(),
  },
  content: null,
  presence: { value: presence, at: '2026-01-01T00:00:00.000Z', ulid: ulid() },
  duplicateOf: null,
});

describe('discover', () => {
  it('gives every new URL a row and an item, each spelling once', async () => {
    const found = await run({
      links: [
        link('http://a.cn/1#x'),
        link('HTTP://A.cn:80/1'),
        link('http://a.cn/2', { kind: 'feed' }),
      ],
    });

    expect(ends(found)).toEqual([
      ['http://a.cn/2', 'discovered', 'seed'],
      ['http://a.cn/1', 'discovered', 'seed'],
    ]);
    expect(found.items[1]).toEqual(itemOf('http://a.cn/1', { kind: 'page' }));
    expect(found.skips.skipped).toEqual(noneSkipped);
  });

  it('lets a URL into a run once', async () => {
    const seen = new Set(['http://a.cn/1']);

    const found = await run({
      links: [link('http://a.cn/1'), link('http://a.cn/2')],
      deps: { seen },
    });

    expect(urls(found)).toEqual(['http://a.cn/2']);
    expect([...seen]).toEqual(['http://a.cn/1', 'http://a.cn/2']);
  });

  it('ends what a person named and nobody can fetch, once a run', async () => {
    const seen = new Set<string>();
    const setting = {
      links: [link('not a url'), link('not a url'), link('ftp://a.cn/x'), link('mailto:a@b')],
      deps: { seen },
    };

    const found = await run(setting);

    expect(ends(found)).toEqual([
      ['not a url', 'discovered', 'seed'],
      ['not a url', 'failed', 'invalid-url'],
      ['ftp://a.cn/x', 'discovered', 'seed'],
      ['ftp://a.cn/x', 'blocked-address', 'scheme'],
      ['mailto:a@b', 'discovered', 'seed'],
      ['mailto:a@b', 'blocked-address', 'scheme'],
    ]);
    expect(new Set(found.rows.map(({ canonicalUrl: canonical }) => canonical)).size).toBe(3);
    expect(await run(setting)).toEqual({
      rows: [],
      items: [],
      skips: { skipped: noneSkipped, traps: {} },
    });
  });

  it('follows redirects five times and no more', async () => {
    const to = (hop: number): Link =>
      link(`http://b.cn/${hop}`, { reason: 'redirect', hop, via: 'http://a.cn/' });

    const found = await run({ links: [to(5), to(6)] });

    expect(found.items).toMatchObject([
      { url: 'http://b.cn/5', hop: 5, depth: 0, via: 'http://a.cn/' },
    ]);
    expect(ends(found)).toEqual([
      ['http://b.cn/6', 'discovered', 'redirect'],
      ['http://b.cn/6', 'failed', 'redirect-depth'],
      ['http://b.cn/5', 'discovered', 'redirect'],
    ]);
  });

  it('reads a listing: pages, further pages, listings below, and its own end', async () => {
    const item = itemOf('http://a.cn/list/');
    const found = await run({
      source: { listingPattern: ['/sub/$'] },
      pages: [
        {
          item,
          body: `<a href="1.html">a</a><a href="/sub/">b</a><a href="index_1.html">2</a>
            <a href="http://other.cn/">c</a><a href="p.jpg">d</a><a rel=nofollow href="n.html">e</a>`,
        },
      ],
    });

    expect(found.items.map(({ url, kind, depth, via }) => [url, kind, depth, via])).toEqual([
      ['http://a.cn/sub/', 'listing', 1, 'http://a.cn/list/'],
      ['http://a.cn/list/index_1.html', 'listing', 0, 'http://a.cn/list/'],
      ['http://a.cn/list/1.html', 'page', 1, 'http://a.cn/list/'],
    ]);
    expect(ends(found).at(-1)).toEqual(['http://a.cn/list/', 'no-document', 'listing']);
    expect(found.rows.at(-1)?.detail).toBe('4 links, 1 nofollow, 1 files');
    expect(found.rows.at(-1)?.fetch).toBeNull();
    expect(found.skips.skipped).toEqual({ ...noneSkipped, outOfScope: 3 });
  });

  it('reads sitemaps, indexes and feeds, and takes a feed that is called a sitemap for one', async () => {
    const found = await run({
      pages: [
        {
          item: itemOf('http://a.cn/index.xml', { kind: 'sitemap' }),
          body: '<sitemapindex><sitemap><loc>http://a.cn/s.xml</loc></sitemap></sitemapindex>',
        },
        {
          item: itemOf('http://a.cn/s2.xml', { kind: 'sitemap', depth: 1 }),
          body: '<urlset><url><loc>http://a.cn/1</loc></url><url><loc>/bad</loc></url><url><loc>http://z.cn/</loc></url></urlset>',
        },
        {
          item: itemOf('http://a.cn/feed', { kind: 'sitemap' }),
          body: '<rss><channel><item><link>http://a.cn/2</link></item></channel></rss>',
        },
        { item: itemOf('http://a.cn/feed2', { kind: 'feed' }), body: '<html>no</html>' },
      ],
    });

    expect(found.items.map(({ url, kind, depth }) => [url, kind, depth])).toEqual([
      ['http://a.cn/s.xml', 'sitemap', 1],
      ['http://a.cn/2', 'page', 1],
      ['http://a.cn/1', 'page', 1],
    ]);
    expect(found.rows.slice(-4).map(({ reason, detail }) => [reason, detail])).toEqual([
      ['sitemap', 'index: 1 URLs'],
      ['sitemap', 'urlset: 2 URLs, 1 invalid'],
      ['feed', 'rss: 1 URLs'],
      ['feed', 'no feed: 0 URLs'],
    ]);
    expect(found.skips.skipped).toEqual({ ...noneSkipped, outOfScope: 2 });
  });

  it('does not follow indexes of indexes for ever', async () => {
    const index = (depth: number) =>
      run({
        pages: [
          {
            item: itemOf('http://a.cn/i.xml', { kind: 'sitemap', depth }),
            body: `<sitemapindex><sitemap><loc>http://a.cn/${depth}.xml</loc></sitemap></sitemapindex>`,
          },
        ],
      });

    expect(urls(await index(2))).toEqual(['http://a.cn/2.xml']);
    expect(await index(5)).toMatchObject({ items: [], skips: { skipped: { outOfScope: 1 } } });
  });

  it('obeys a nofollow in the header of the answer', async () => {
    const found = await run({
      pages: [{ item: itemOf('http://a.cn/l'), body: '<a href="1">a</a>', robots: ['NoFollow'] }],
    });

    expect(found.items).toEqual([]);
    expect(found.skips.skipped.outOfScope).toBe(1);
  });

  it('ends a page whose raw response is gone', async () => {
    const found = await run({
      pages: [{ item: itemOf('http://a.cn/l'), body: '' }],
      deps: { raw: { read: async () => null } },
    });

    expect(ends(found)).toEqual([['http://a.cn/l', 'failed', 'lost']]);
  });

  it('counts traps and what is out of scope, unless a person named it', async () => {
    const named = 'http://a.cn/x/x/x/x';
    const found = await run({
      source: { exclude: ['/private/'] },
      links: [
        link(named),
        link(`${named}/1`, { reason: 'listing' }),
        link('http://a.cn/private/1', { reason: 'listing' }),
        link('http://z.cn/', { reason: 'sitemap' }),
        link('javascript:x', { reason: 'listing' }),
      ],
    });

    expect(urls(found)).toEqual([named]);
    expect(found.skips).toEqual({
      skipped: { ...noneSkipped, traps: 1, outOfScope: 3 },
      traps: { 'repeated-segments': { links: 1, examples: [`${named}/1`] } },
    });
  });

  it('hands what is known of a URL to its item', async () => {
    const found = await run({
      links: [link('http://a.cn/1')],
      known: [knownUrl('http://a.cn/1', 5)],
    });

    expect(found.items[0]?.previous).toMatchObject({ etag: '"e"', payloadDigest: 'd' });
  });

  it('hands nothing on of a fetch of this run: a message that comes again makes no page unchanged', async () => {
    const known = knownUrl('http://a.cn/', -1);
    const ofRun = (own: string, fetchUlid: string): UrlState => ({
      ...known,
      last: { ...known.last, run: own },
      fetch: known.fetch && { ...known.fetch, ulid: fetchUlid },
    });
    const previousOf = async (state: UrlState) =>
      (await run({ links: [link('http://a.cn/')], known: [state] })).items[0]?.previous;

    expect(await previousOf(ofRun('R', `S${'0'.repeat(25)}`))).toBeNull();
    expect(await previousOf(ofRun('R', `Q${'0'.repeat(25)}`))).toMatchObject({ etag: '"e"' });
    expect(await previousOf(ofRun('Q', `S${'0'.repeat(25)}`))).toMatchObject({ etag: '"e"' });
  });

  it('skips URLs that were taken down, also those a person named', async () => {
    const found = await run({
      links: [link('http://a.cn/1')],
      known: [knownUrl('http://a.cn/1', null, 'taken-down')],
    });

    expect(found).toMatchObject({ rows: [], items: [], skips: { skipped: { takenDown: 1 } } });
  });

  it('leaves what is not due for another run, but asks again where news begins', async () => {
    const known = ['1', '2', '3', 'list', 'next'].map((name) => knownUrl(`http://a.cn/${name}`, 5));
    const found = await run({
      links: [
        link('http://a.cn/1'),
        link('http://a.cn/2', { reason: 'sitemap', lastModified: '2026-05-31T20:00:00.000Z' }),
        link('http://a.cn/3', { reason: 'sitemap', lastModified: '2026-05-31T10:00:00.000Z' }),
        link('http://a.cn/list', { kind: 'listing' }),
        link('http://a.cn/next', { kind: 'listing', reason: 'listing' }),
      ],
      known,
      deps: { dueOnly: true },
    });

    expect(urls(found)).toEqual(['http://a.cn/list', 'http://a.cn/2']);
    expect(found.skips.skipped).toEqual({ ...noneSkipped, notDue: 3 });
  });

  it('spends the budget on what was named, what is new and what changed before the rest', async () => {
    const listed = (name: string, overrides: Partial<Link> = {}): Link =>
      link(`http://a.cn/${name}`, { reason: 'sitemap', depth: 1, ...overrides });
    const found = await run({
      links: [
        listed('known'),
        listed('new'),
        listed('changed', { lastModified: '2026-05-31T20:00:00.000Z' }),
        listed('dated', { lastModified: '2026-05-01T00:00:00.000Z' }),
        link('http://a.cn/named'),
      ],
      known: [knownUrl('http://a.cn/known', 5), knownUrl('http://a.cn/changed', 5)],
      deps: { remainingPages: 4 },
    });

    expect(urls(found).map((url) => url.slice('http://a.cn/'.length))).toEqual([
      'named',
      'changed',
      'dated',
      'new',
    ]);
    expect(found.skips.skipped.overBudget).toBe(1);
    expect(
      (await run({ links: [link('http://a.cn/1')], deps: { remainingPages: -3 } })).items,
    ).toEqual([]);
  });

  it('stops at made-up pages of a listing that repeat what was there', async () => {
    const body = (page: number): string =>
      `<a href="/1.html">a</a><a href="?page=${page - 1}">上一页</a><a href="?page=${page + 1}">下一页</a>`;
    const at = (page: number, seen: string[], dueOnly = false) =>
      run({
        pages: [
          {
            item: itemOf(`http://a.cn/list?page=${page}`, { via: 'http://a.cn/list' }),
            body: body(page),
          },
        ],
        deps: { seen: new Set(seen), dueOnly },
      });

    const repeats = [`http://a.cn/1.html`];
    expect(urls(await at(51, []))).toContain('http://a.cn/list?page=52');
    expect(await at(51, [...repeats, 'http://a.cn/list?page=50'])).toMatchObject({
      items: [],
      skips: { skipped: { traps: 1 } },
    });
    expect(urls(await at(20, [...repeats, 'http://a.cn/list?page=19']))).toEqual([
      'http://a.cn/list?page=21',
    ]);
    expect(urls(await at(3, [...repeats, 'http://a.cn/list?page=2'], true))).toEqual([]);
    expect(await at(1001, [])).toMatchObject({ skips: { skipped: { traps: 2 } } });
  });

  it('does not go into the depth of a listing where all is known and not due', async () => {
    const found = await run({
      pages: [
        {
          item: itemOf('http://a.cn/list?page=3', { via: 'http://a.cn/list' }),
          body: '<a href="/1">a</a><a href="?page=2">上一页</a><a href="?page=4">下一页</a>',
        },
      ],
      known: [knownUrl('http://a.cn/1', 5)],
      deps: { dueOnly: true, seen: new Set(['http://a.cn/list?page=2']) },
    });

    expect(found).toMatchObject({ items: [], skips: { skipped: { notDue: 2, traps: 0 } } });
  });

  it('admits a URL if one of the ways it was found allows it', async () => {
    const found = await run({
      source: { maxDepth: 1 },
      links: [
        link('http://a.cn/1', { reason: 'listing', depth: 9 }),
        link('http://a.cn/1', { reason: 'sitemap', depth: 1 }),
      ],
    });

    expect(urls(found)).toEqual(['http://a.cn/1']);
    expect(found.skips.skipped).toEqual(noneSkipped);
  });

  it('names each URL as it was found, without its fragment', async () => {
    const found = await run({ links: [link('http://a.cn/1?utm_source=x&b=1&a=2#part')] });

    expect(found.items[0]).toMatchObject({
      url: 'http://a.cn/1?utm_source=x&b=1&a=2',
      canonicalUrl: canonicalUrl('http://a.cn/1?a=2&b=1'),
    });
  });
});
