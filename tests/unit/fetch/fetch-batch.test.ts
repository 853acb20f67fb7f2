import { describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { row } from '#lib/model/row.ts';
import { isReasonOf } from '#lib/model/states.ts';
import { aMessage, anItem, aSource, endings, NO_LIMITS, ORIGIN } from '../../support/fetch-with.ts';
import { HTML, scripted } from './scripted-fetch.ts';

const page = (body: string) => ({ headers: HTML, body });

describe('fetchBatch', () => {
  it('ends every item once, with rows of the model and one file of raw responses', async () => {
    const { deps, archived } = scripted(({ url }) =>
      url.endsWith('/missing') ? { status: 404 } : page(url),
    );

    const outcome = await fetchBatch(
      aMessage(['/a', '/b', '/missing'].map((p) => anItem(p))),
      deps,
    );

    expect(endings(outcome)).toEqual({
      '/a': 'fetched (http-200)',
      '/b': 'fetched (http-200)',
      '/missing': 'gone (http-404)',
    });
    for (const one of outcome.rows) {
      expect(row.parse(one)).toEqual(one);
      expect(isReasonOf(one.state, one.reason)).toBe(true);
    }
    expect(archived.map(({ url }) => url)).toEqual([`${ORIGIN}/a`, `${ORIGIN}/b`]);
    expect(outcome.clean?.pages.map(({ parts }) => parts[0]?.raw.offset)).toEqual([0, 1]);
    expect(outcome.discover).toBeNull();
    expect(outcome.rest).toBeNull();
  });

  it('writes no file if there is nothing new', async () => {
    const { deps, archived } = scripted(() => ({ status: 500 }));

    await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(archived).toEqual([]);
  });

  it('sends sitemaps, feeds and listings to discover, pages to clean', async () => {
    const { deps } = scripted(({ url }) => page(url));
    const kinds = ['page', 'listing', 'sitemap', 'feed'] as const;

    const outcome = await fetchBatch(
      aMessage(kinds.map((kind) => anItem(`/${kind}`, { kind }))),
      deps,
    );

    expect(outcome.clean?.pages.map(({ item }) => item.kind)).toEqual(['page']);
    expect(outcome.discover?.pages.map(({ item }) => item.kind)).toEqual([
      'listing',
      'sitemap',
      'feed',
    ]);
  });

  it('names itself to no site with cookies or credentials', async () => {
    const { deps, http } = scripted(() => ({
      headers: { ...HTML, 'set-cookie': 'a=b' },
      body: 'x',
    }));

    await fetchBatch(aMessage([anItem('/a'), anItem('/b')]), deps);

    expect(http.requests.flatMap(({ headers = {} }) => Object.keys(headers))).toEqual([]);
  });

  it('makes a redirect’s target a link of its own, one hop on', async () => {
    const { deps } = scripted(() => ({
      status: 301,
      headers: { location: 'https://b.example/x' },
    }));

    const outcome = await fetchBatch(aMessage([anItem('/a', { depth: 2 })]), deps);

    expect(endings(outcome)).toEqual({ '/a': 'redirected (redirect)' });
    expect(outcome.rows[0]?.fetch?.redirectedTo).toBe('https://b.example/x');
    expect(outcome.discover?.links).toEqual([
      {
        url: 'https://b.example/x',
        kind: 'page',
        reason: 'redirect',
        depth: 2,
        hop: 1,
        via: `${ORIGIN}/a`,
        lastModified: null,
      },
    ]);
  });

  it('follows redirects that stay the same page five times, then takes them for a loop', async () => {
    const until = (tries: number) =>
      scripted(({ url }, count) =>
        url.endsWith('/a') && count <= tries
          ? { status: 302, headers: { location: '/a#again' } }
          : page('x'),
      );
    const five = until(5);
    const six = until(6);

    expect(endings(await fetchBatch(aMessage([anItem('/a')]), five.deps))).toEqual({
      '/a': 'fetched (http-200)',
    });
    expect(endings(await fetchBatch(aMessage([anItem('/a')]), six.deps))).toEqual({
      '/a': 'failed (redirect-loop)',
    });
  });

  it('says that an item is no URL it can ask for', async () => {
    const { deps } = scripted(() => page('x'));

    const outcome = await fetchBatch(
      aMessage([
        anItem('ftp://a.example/'),
        anItem('urn:sha256:0'),
        anItem("http://a'b!c.example/"),
        anItem(`http://${'a'.repeat(300)}.example/`),
        anItem('/fine'),
      ]),
      deps,
    );

    expect(outcome.rows.map(({ state, reason }) => [state, reason])).toEqual([
      ['failed', 'invalid-url'],
      ['failed', 'invalid-url'],
      ['failed', 'invalid-url'],
      ['failed', 'invalid-url'],
      ['fetched', 'http-200'],
    ]);
  });

  it('ends what was handed on a thousand times', async () => {
    const { deps, http } = scripted(() => page('x'));

    const outcome = await fetchBatch(aMessage([anItem('/a')], 1000), deps);

    expect(endings(outcome)).toEqual({ '/a': 'failed (hops)' });
    expect(http.requests).toEqual([]);
  });

  it('defers what is over the run’s budget, and asks no more', async () => {
    let left = 2;
    let bytes = 0;
    const { deps, http } = scripted(() => page('four'), {
      budget: {
        ...NO_LIMITS,
        takePage: () => left-- > 0,
        addBytes: (count) => {
          bytes += count;
        },
      },
    });

    const outcome = await fetchBatch(aMessage(['/a', '/b', '/c'].map((p) => anItem(p))), deps);

    expect(endings(outcome)).toMatchObject({ '/c': 'deferred (budget)' });
    expect(outcome.rows[2]?.fetch).toBeNull();
    expect(bytes).toBe(8);
    expect(http.requests).toHaveLength(3);
  });

  it('defers all when the run is cancelled', async () => {
    const { deps } = scripted(() => page('x'), { cancelled: async () => true });

    const outcome = await fetchBatch(aMessage([anItem('/a'), anItem('/b')]), deps);

    expect(new Set(Object.values(endings(outcome)))).toEqual(new Set(['deferred (cancelled)']));
  });

  it('hands on what it has not begun when it is told to stop', async () => {
    const stop = new AbortController();
    const { deps } = scripted(
      ({ url }) => {
        if (url.endsWith('/b')) stop.abort();
        return page('x');
      },
      { signal: stop.signal },
    );

    const outcome = await fetchBatch(
      aMessage(['/a', '/b', '/c', '/d'].map((p) => anItem(p))),
      deps,
    );

    expect(Object.keys(endings(outcome))).toEqual(['/a', '/b']);
    expect(outcome.rest?.items.map(({ url }) => url)).toEqual([`${ORIGIN}/c`, `${ORIGIN}/d`]);
    expect(outcome.rest?.attempt).toBe(1);
    expect(outcome.rest?.batch).toBe('batch');
  });

  it('hands on what does not come before the deadline', async () => {
    const politeness = { intervalMs: 10_000, concurrency: 1, maxCrawlDelayMs: 60_000 };
    const { deps, clock } = scripted(() => page('x'), {
      source: aSource({ politeness: { ...politeness, intervalMs: 40 } }),
    });
    const robots = { ...deps, deadlineMs: clock.now() + 100 };

    const outcome = await fetchBatch(
      aMessage(['/a', '/b', '/c', '/d', '/e'].map((p) => anItem(p))),
      robots,
    );

    expect(outcome.rows.length + (outcome.rest?.items.length ?? 0)).toBe(5);
    expect(outcome.rest?.items.length).toBeGreaterThan(0);
    expect(outcome.rows.length).toBeGreaterThan(0);
  });

  it('hands on the rest when it holds as much as it may', async () => {
    const { deps } = scripted(() => page('x'.repeat(1000)), { tuning: { maxHeldBytes: 2500 } });

    const outcome = await fetchBatch(
      aMessage(['/a', '/b', '/c', '/d', '/e'].map((p) => anItem(p))),
      deps,
    );

    expect(outcome.rows).toHaveLength(3);
    expect(outcome.rest?.items).toHaveLength(2);
  });

  it('tries thrice, with growing pauses, what may pass', async () => {
    const { deps, http, clock } = scripted(({ url }, count) =>
      url.endsWith('/a') && count < 3 ? { status: 500 } : page('x'),
    );
    const start = clock.now();

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(endings(outcome)).toEqual({ '/a': 'fetched (http-200)' });
    expect(http.requests.filter(({ url }) => url.endsWith('/a'))).toHaveLength(3);
    expect(clock.now() - start).toBe(1000 + 2000); // half of 2 s and of 4 s
  });

  it('tries once what will not pass', async () => {
    const fault = { state: 'failed', reason: 'tls', detail: 'expired', passing: false } as const;
    const { deps, http } = scripted(({ url }) => (url.endsWith('/a') ? { fault } : {}));

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(endings(outcome)).toEqual({ '/a': 'failed (tls)' });
    expect(http.requests).toHaveLength(2);
  });

  it('leaves a host alone that fails five URLs in a row', async () => {
    const { deps, http } = scripted(({ url }) =>
      url.endsWith('robots.txt') ? {} : { status: 500 },
    );
    const items = Array.from({ length: 9 }, (_, n) => anItem(`/${n}`));

    const outcome = await fetchBatch(aMessage(items), deps);

    expect(outcome.rows.map(({ state, reason }) => `${state} (${reason})`)).toEqual([
      ...Array.from({ length: 5 }, () => 'failed (http-5xx)'),
      ...Array.from({ length: 4 }, () => 'deferred (breaker)'),
    ]);
    expect(http.requests).toHaveLength(1 + 5 * 3);
    expect(outcome.rows[8]?.fetch?.nextDueAt).not.toBeNull();
  });

  it('goes on with other hosts when one fails', async () => {
    const { deps } = scripted(({ url }) => (url.includes('bad') ? { status: 500 } : page('x')));

    const outcome = await fetchBatch(
      aMessage([anItem('http://bad.example/x'), anItem('http://good.example/y')]),
      deps,
    );

    expect(endings(outcome)).toEqual({
      '/x': 'robots-disallowed (robots-unreachable)',
      '/y': 'fetched (http-200)',
    });
  });

  it('keeps a server’s words on one line', async () => {
    const detail = `\u001b[31m a\r\nb ${'x'.repeat(1000)}`;
    const fault = { state: 'failed', reason: 'connection', detail, passing: false } as const;
    const { deps } = scripted(({ url }) => (url.endsWith('/a') ? { fault } : {}));

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.rows[0]?.detail).toMatch(/^ \[31m a b x+$/);
    expect(outcome.rows[0]?.detail).toHaveLength(300);
  });

  it('tells of its progress', async () => {
    const told: unknown[] = [];
    const { deps } = scripted(() => page('x'), {
      onProgress: (url, state) => told.push([url, state]),
    });

    await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(told).toEqual([[`${ORIGIN}/a`, 'fetched']]);
  });
});
