import { describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { hostKey } from '#lib/model/keys.ts';
import { aMessage, anItem, aSource, endings, ORIGIN } from '../../../support/fetch-with.ts';
import { HTML, scripted } from '../scripted-fetch.ts';
import type { Script } from '../scripted-http.ts';

const CLOSED = 'user-agent: *\ndisallow: /';
const HOUR = 3_600_000;

/** How a page ends whose host answers for robots.txt as told. */
async function pageUnder(
  answer: Script | ((url: string, count: number) => Script),
): Promise<{ ends: string | undefined; requests: string[]; detail: string | null | undefined }> {
  const { deps, http } = scripted((request, count) => {
    if (!request.url.includes('robots')) return { headers: HTML, body: 'x' };
    return typeof answer === 'function' ? answer(request.url, count) : answer;
  });
  const outcome = await fetchBatch(aMessage([anItem('/page')]), deps);
  const requests = http.requests.map(({ url }) => url.replace(ORIGIN, ''));
  return { ends: endings(outcome)['/page'], requests, detail: outcome.rows[0]?.detail };
}

const FETCHED = 'fetched (http-200)';
const UNREACHABLE = 'robots-disallowed (robots-unreachable)';
const fault = (
  reason: 'timeout' | 'connection' | 'tls' | 'malformed-response' | 'dns',
  passing = true,
) => ({
  fault: { state: 'failed', reason, detail: 'x', passing } as const,
});

describe('answers for robots.txt', () => {
  it.each<readonly [string, Script, string]>([
    ['200 with rules', { status: 200, body: CLOSED }, 'robots-disallowed (robots-rule)'],
    ['200 without a word', { status: 200, body: '' }, FETCHED],
    ['200 with a web page', { status: 200, body: '<html>Disallow: /</html>' }, FETCHED],
    ['204', { status: 204 }, FETCHED],
    ['400', { status: 400 }, FETCHED],
    ['401', { status: 401 }, FETCHED],
    ['403', { status: 403 }, FETCHED],
    ['404', { status: 404 }, FETCHED],
    ['410', { status: 410 }, FETCHED],
    ['418', { status: 418 }, FETCHED],
    ['451', { status: 451 }, FETCHED],
    ['429', { status: 429 }, UNREACHABLE],
    ['500', { status: 500 }, UNREACHABLE],
    ['502', { status: 502 }, UNREACHABLE],
    ['503', { status: 503 }, UNREACHABLE],
    ['599', { status: 599 }, UNREACHABLE],
    ['999', { status: 999 }, UNREACHABLE],
    ['a redirect without a target', { status: 302 }, FETCHED],
    ['no answer in time', fault('timeout'), UNREACHABLE],
    ['a broken connection', fault('connection'), UNREACHABLE],
    ['a bad certificate', fault('tls', false), UNREACHABLE],
    ['no HTTP', fault('malformed-response', false), UNREACHABLE],
    ['no such host', fault('dns', false), 'failed (dns)'],
  ])('%s: %s', async (_, answer, expected) => {
    expect((await pageUnder(answer)).ends).toBe(expected);
  });

  it('names the rule that forbids', async () => {
    expect((await pageUnder({ status: 200, body: CLOSED })).detail).toBe(
      'robots.txt line 2: Disallow: /',
    );
  });

  it.each([1, 5])('follows %i redirects', async (redirects) => {
    const { ends } = await pageUnder((url) => {
      const step = Number(/robots(\d*)/.exec(url)?.[1] ?? 0);
      return step < redirects
        ? { status: 301, headers: { location: `/robots${step + 1}.txt` } }
        : { status: 200, body: CLOSED };
    });

    expect(ends).toBe('robots-disallowed (robots-rule)');
  });

  it('takes a sixth redirect for no robots.txt', async () => {
    const { ends, requests } = await pageUnder((url) => ({
      status: 301,
      headers: { location: url },
    }));

    expect(ends).toBe(FETCHED);
    expect(requests).toHaveLength(7);
  });

  it('follows a redirect to another host', async () => {
    const { ends } = await pageUnder((url) =>
      url.startsWith(ORIGIN)
        ? { status: 301, headers: { location: 'https://www.a.example/robots.txt' } }
        : { status: 200, body: CLOSED },
    );

    expect(ends).toBe('robots-disallowed (robots-rule)');
  });

  it('asks again when it fails in passing', async () => {
    const { ends } = await pageUnder((_, count) =>
      count < 3 ? { status: 503 } : { status: 200, body: 'user-agent: *\nallow: /' },
    );

    expect(ends).toBe(FETCHED);
  });

  it('obeys the group of our own name', async () => {
    const body = 'user-agent: *\ndisallow: /\n\nuser-agent: Winnow\nallow: /page';

    expect((await pageUnder({ status: 200, body })).ends).toBe(FETCHED);
  });
});

describe('the copy of robots.txt', () => {
  it('serves for 24 hours, across runs, and no longer', async () => {
    const { deps, http, clock } = scripted(({ url }) =>
      url.includes('robots') ? { status: 200, body: CLOSED } : { headers: HTML, body: 'x' },
    );
    const fetchAgain = () => fetchBatch(aMessage([anItem('/page')]), deps);

    await fetchAgain();
    await clock.sleep(24 * HOUR - 1000);
    await fetchAgain();
    expect(http.requests).toHaveLength(1);

    await clock.sleep(2000);
    await fetchAgain();
    expect(http.requests).toHaveLength(2);
  });

  it('serves on while the file is unreachable, for thirty days', async () => {
    let isUp = true;
    const { deps, clock } = scripted(({ url }) => {
      if (!url.includes('robots')) return { headers: HTML, body: 'x' };
      return isUp ? { status: 200, body: 'user-agent: *\ndisallow: /no' } : { status: 500 };
    });
    const fetchAgain = async () =>
      endings(await fetchBatch(aMessage([anItem('/page'), anItem('/no')]), deps));
    await fetchAgain();
    isUp = false;

    await clock.sleep(10 * 24 * HOUR);
    expect(await fetchAgain()).toEqual({
      '/page': FETCHED,
      '/no': 'robots-disallowed (robots-rule)',
    });

    await clock.sleep(21 * 24 * HOUR);
    expect(await fetchAgain()).toEqual({ '/page': UNREACHABLE, '/no': UNREACHABLE });
  });

  it('is not asked for again within the hour while it is unreachable', async () => {
    const { deps, http, clock } = scripted(({ url }) =>
      url.includes('robots') ? fault('timeout') : { headers: HTML, body: 'x' },
    );
    const fetchAgain = () => fetchBatch(aMessage([anItem('/page')]), deps);
    const first = await fetchAgain();
    const asked = http.requests.length;
    await fetchAgain();

    expect(http.requests).toHaveLength(asked);
    const dueIn = Date.parse(first.rows[0]?.fetch?.nextDueAt ?? '') - clock.now();
    expect(dueIn).toBeGreaterThan(0.9 * HOUR);
  });

  it('is kept for each scheme by itself', async () => {
    const { deps, http } = scripted(({ url }) => {
      if (url === `${ORIGIN}/robots.txt`) return { status: 200, body: CLOSED };
      return url.includes('robots') ? { status: 404 } : { headers: HTML, body: 'x' };
    });

    const outcome = await fetchBatch(aMessage([anItem('/a'), anItem('https://a.example/b')]), deps);

    expect(endings(outcome)).toEqual({
      '/a': 'robots-disallowed (robots-rule)',
      '/b': FETCHED,
    });
    expect(http.requests).toHaveLength(3);
  });

  it('survives a state that cannot be read', async () => {
    const { deps } = scripted(() => ({ headers: HTML, body: 'x' }));
    await deps.store.put(hostKey('a.example'), new TextEncoder().encode('{"schema":0'));

    expect(endings(await fetchBatch(aMessage([anItem('/a')]), deps))).toEqual({ '/a': FETCHED });
  });

  it('keeps the bytes of a rule in any charset', async () => {
    const { deps } = scripted(({ url }) =>
      url.includes('robots')
        ? { status: 200, body: 'user-agent: *\ndisallow: /中文/' }
        : { headers: HTML, body: 'x' },
    );
    await fetchBatch(aMessage([anItem('/a')]), deps);

    const outcome = await fetchBatch(aMessage([anItem('/%E4%B8%AD%E6%96%87/1.html')]), deps);

    expect(outcome.rows[0]?.state).toBe('robots-disallowed');
  });
});

describe('what else robots.txt says', () => {
  const saying = (body: string, source = {}) =>
    scripted(
      ({ url }) => (url.includes('robots') ? { status: 200, body } : { headers: HTML, body: url }),
      { source: aSource(source) },
    );

  it('keeps the pause of Crawl-delay', async () => {
    const { deps, clock } = saying('user-agent: *\ncrawl-delay: 0.2');
    const start = clock.now();

    await fetchBatch(aMessage([anItem('/a'), anItem('/b'), anItem('/c')]), deps);

    expect(clock.now() - start).toBeGreaterThanOrEqual(3 * 200);
  });

  it('defers a host whose Crawl-delay is longer than the source waits', async () => {
    const { deps, http } = saying('user-agent: *\ncrawl-delay: 61');

    const outcome = await fetchBatch(aMessage([anItem('/a'), anItem('/b')]), deps);

    expect(endings(outcome)).toEqual({
      '/a': 'deferred (crawl-delay)',
      '/b': 'deferred (crawl-delay)',
    });
    expect(http.requests).toHaveLength(1);
  });

  it('hands sitemaps to discover, if the source wants them', async () => {
    const body = 'Sitemap: /s.xml\nSitemap: https://b.example/t.xml\nSitemap: http://[\n';
    const wanted = await fetchBatch(aMessage([anItem('/a')]), saying(body).deps);
    const unwanted = await fetchBatch(
      aMessage([anItem('/a')]),
      saying(body, { robotsSitemaps: false }).deps,
    );

    expect(wanted.discover?.links.map(({ url, kind, via }) => [url, kind, via])).toEqual([
      [`${ORIGIN}/s.xml`, 'sitemap', `${ORIGIN}/robots.txt`],
      ['https://b.example/t.xml', 'sitemap', `${ORIGIN}/robots.txt`],
    ]);
    expect(unwanted.discover).toBeNull();
  });

  it('records its signals with the page', async () => {
    const { deps } = saying('user-agent: *\nContent-Signal: ai-train=no');

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.rows[0]?.fetch?.robots).toEqual(['content-signal: ai-train=no']);
    expect(outcome.clean?.pages[0]?.parts[0]?.robots).toEqual(['content-signal: ai-train=no']);
  });
});
