import { describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import { aMessage, anItem, aSource, endings, ORIGIN } from '../../support/fetch-with.ts';
import { aPrevious, HTML, scripted } from './scripted-fetch.ts';

/** Pages whose body is a list of the paths they name as their article's further pages. */
const linked = (bytes: Uint8Array): string[] =>
  new TextDecoder()
    .decode(bytes)
    .split(' ')
    .filter((word) => word.startsWith('/'))
    .map((path) => ORIGIN + path);

const site = (pages: Record<string, string>) => (request: { url: string }) => {
  const body = pages[new URL(request.url).pathname];
  return body === undefined ? { status: 404 } : { headers: HTML, body };
};

const paths = (urls: readonly { url: string }[] | undefined) =>
  urls?.map(({ url }) => new URL(url).pathname);

describe('an article over several pages', () => {
  it('is fetched whole, in order, and its pages end as parts of it', async () => {
    const { deps, archived } = scripted(
      site({ '/a': 'one /a_2 /a_3', '/a_2': 'two', '/a_3': 'three' }),
      { articlePages: linked },
    );

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(endings(outcome)).toEqual({
      '/a': 'fetched (http-200)',
      '/a_2': 'part-of (page-of-article)',
      '/a_3': 'part-of (page-of-article)',
    });
    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a', '/a_2', '/a_3']);
    expect(outcome.clean?.pages[0]?.partsMissing).toBe(false);
    expect(archived).toHaveLength(3);
    expect(outcome.rows[1]).toMatchObject({ via: `${ORIGIN}/a`, detail: `${ORIGIN}/a`, hop: 0 });
  });

  it('is followed from page to page where each names only the next', async () => {
    const { deps } = scripted(site({ '/a': 'one /b', '/b': 'two /c', '/c': 'three' }), {
      articlePages: linked,
    });

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a', '/b', '/c']);
  });

  it('is cut where its pages lead in a circle', async () => {
    const { deps, http } = scripted(site({ '/a': 'one /b', '/b': 'two /c', '/c': 'three /a /b' }), {
      articlePages: linked,
    });

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a', '/b', '/c']);
    expect(http.requests).toHaveLength(4);
  });

  it('ends where a page repeats another, for servers that answer any number', async () => {
    const { deps, http } = scripted(
      ({ url }) => ({ headers: HTML, body: url.endsWith('.txt') ? '' : 'same' }),
      { articlePages: (_, __, url) => [`${url}x`] },
    );

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.clean?.pages[0]).toMatchObject({ partsMissing: false });
    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a']);
    expect(http.requests).toHaveLength(3);
  });

  it('never has more pages than the source allows', async () => {
    const { deps, http } = scripted(({ url }) => ({ headers: HTML, body: url }), {
      articlePages: (_, __, url) => [`${url}x`],
      source: aSource({ maxArticlePages: 5 }),
    });

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.clean?.pages[0]?.parts).toHaveLength(5);
    expect(outcome.clean?.pages[0]?.partsMissing).toBe(true);
    expect(http.requests).toHaveLength(6);
  });

  it('says that pages are missing which could not be had', async () => {
    const { deps } = scripted(site({ '/a': 'one /b /c', '/c': 'three' }), { articlePages: linked });

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.clean?.pages[0]).toMatchObject({ partsMissing: true });
    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a', '/c']);
    expect(Object.keys(endings(outcome))).toEqual(['/a', '/c']);
  });

  it('misses no page where a number past the end leads back to the article', async () => {
    const pages = site({ '/a': 'one /b' });
    const { deps } = scripted(
      (request) =>
        request.url.endsWith('/b') ? { status: 302, headers: { location: '/a' } } : pages(request),
      { articlePages: linked },
    );

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.clean?.pages[0]).toMatchObject({ partsMissing: false });
  });

  it('has no pages on other hosts, and none that robots.txt forbids', async () => {
    const { deps, http } = scripted(
      site({ '/robots.txt': 'user-agent: *\ndisallow: /b', '/a': 'one /b' }),
      { articlePages: (bytes) => ['http://other.example/a_2', ...linked(bytes)] },
    );

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.clean?.pages[0]).toMatchObject({ partsMissing: true });
    expect(http.requests).toHaveLength(2);
  });

  it('ends a page once that was also named by itself', async () => {
    const pages = { '/a': 'one /b', '/b': 'two' };
    for (const order of [
      ['/a', '/b'],
      ['/b', '/a'],
    ]) {
      const { deps } = scripted(site(pages), { articlePages: linked });

      const outcome = await fetchBatch(aMessage(order.map((path) => anItem(path))), deps);

      expect(outcome.rows.map(({ url, state }) => [new URL(url).pathname, state])).toEqual([
        ['/a', 'fetched'],
        ['/b', 'part-of'],
      ]);
      expect(outcome.clean?.pages).toHaveLength(1);
    }
  });

  it('is handed on whole if time runs out in its middle', async () => {
    const stop = new AbortController();
    const pages = site({ '/a': 'one /b /c', '/b': 'two', '/c': 'three' });
    const { deps } = scripted(
      (request) => {
        if (request.url.endsWith('/b')) stop.abort();
        return pages(request);
      },
      { articlePages: linked, signal: stop.signal },
    );

    const outcome = await fetchBatch(aMessage([anItem('/a')]), deps);

    expect(outcome.rows).toEqual([]);
    expect(paths(outcome.rest?.items)).toEqual(['/a']);
  });
});

describe('a later page of an article that was named by itself', () => {
  /** Pages that say `first=/a` are later ones of the article that begins at /a. */
  const first = (bytes: Uint8Array): string | null => {
    const found = /first=(\S+)/.exec(new TextDecoder().decode(bytes))?.[1];
    return found ? ORIGIN + found : null;
  };
  const article = { '/a': 'one /b /c', '/b': 'two first=/a', '/c': 'three first=/b' };
  const fetched = async (pages: Record<string, string>, ...items: string[]) => {
    const { deps, http } = scripted(site(pages), { articlePages: linked, firstPage: first });
    const outcome = await fetchBatch(aMessage(items.map((path) => anItem(path))), deps);
    const asked = http.requests.map(({ url }) => new URL(url).pathname).slice(1);
    return { outcome, asked };
  };

  it('is a part of it: the article is fetched whole, under its first page, each page once', async () => {
    for (const item of ['/b', '/c']) {
      const { outcome, asked } = await fetched(article, item);

      expect(endings(outcome)).toEqual({
        '/a': 'fetched (http-200)',
        '/b': 'part-of (page-of-article)',
        '/c': 'part-of (page-of-article)',
      });
      expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a', '/b', '/c']);
      expect(outcome.clean?.pages).toHaveLength(1);
      expect(asked.toSorted()).toEqual(['/a', '/b', '/c']);
    }
  });

  it('is asked for once, in whatever order its pages were named', async () => {
    for (const items of [
      ['/c', '/b', '/a'],
      ['/b', '/a', '/c'],
    ]) {
      const { outcome, asked } = await fetched(article, ...items);

      expect(Object.keys(endings(outcome)).toSorted()).toEqual(['/a', '/b', '/c']);
      expect(outcome.clean?.pages).toHaveLength(1);
      expect(outcome.rest).toBeNull();
      expect(asked).toHaveLength(3);
    }
  });

  it('stands for itself, and says so, if the first page cannot be had', async () => {
    const { outcome } = await fetched({ '/b': 'two first=/a /c', '/c': 'three' }, '/b');

    expect(endings(outcome)).toMatchObject({ '/b': 'fetched (http-200)' });
    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/b', '/c']);
    expect(outcome.clean?.pages[0]?.partsMissing).toBe(true);
  });

  it('stands for itself if the first page does not lead to it', async () => {
    const { outcome } = await fetched({ ...article, '/a': 'one' }, '/b');

    expect(endings(outcome)).toEqual({ '/b': 'fetched (http-200)' });
  });

  it('is not led in a circle', async () => {
    const { outcome, asked } = await fetched({ '/a': 'one first=/b', '/b': 'two first=/a' }, '/b');

    expect(endings(outcome)).toEqual({ '/b': 'fetched (http-200)' });
    expect(asked).toEqual(['/b', '/a']);
  });
});

describe('a page whose links cannot be read', () => {
  it('is fetched without further pages', async () => {
    const { deps } = scripted(site({ '/a': 'one' }), {
      articlePages: () => {
        throw new Error('a bug');
      },
    });

    expect(endings(await fetchBatch(aMessage([anItem('/a')]), deps))).toEqual({
      '/a': 'fetched (http-200)',
    });
  });
});

describe('an article known from an earlier run', () => {
  const previousParts: Record<string, PreviousFetch> = {
    [`${ORIGIN}/b`]: aPrevious({ payloadDigest: sha256('two'), etag: '"b"' }),
    [`${ORIGIN}/c`]: aPrevious({ payloadDigest: sha256('three'), etag: '"c"' }),
  };
  const previous = aPrevious({ parts: Object.keys(previousParts) });

  async function refetch(
    changed: Record<string, string | { status: number }>,
    known = previousParts,
    item = previous,
  ) {
    const { deps, http } = scripted(
      ({ url, headers = {} }) => {
        const { pathname } = new URL(url);
        const body = changed[pathname];
        if (typeof body === 'object') return body;
        if (body !== undefined) return { headers: HTML, body };
        if (pathname === '/robots.txt') return {};
        return headers['if-none-match'] ? { status: 304 } : { headers: HTML, body: pathname };
      },
      {
        articlePages: linked,
        previousOf: async (urls) =>
          new Map(Object.entries(known).filter(([url]) => urls.includes(url))),
      },
    );
    await deps.store.put('raw/old', new Uint8Array(100));
    const outcome = await fetchBatch(aMessage([anItem('/a', { previous: item })]), deps);
    const parts = outcome.clean?.pages[0]?.parts.map(({ raw }) => raw.key);
    return { outcome, http, parts };
  }

  it('is unchanged if none of its pages changed', async () => {
    const { outcome } = await refetch({});

    expect(endings(outcome)).toEqual({
      '/a': 'unchanged (not-modified)',
      '/b': 'part-of (page-of-article)',
      '/c': 'part-of (page-of-article)',
    });
    expect(outcome.clean).toBeNull();
  });

  it('is put together from old and new if one page changed', async () => {
    const { outcome, parts } = await refetch({ '/b': 'two, changed' });

    expect(endings(outcome)).toMatchObject({ '/a': 'fetched (http-200)' });
    expect(parts).toEqual(['raw/old', 'raw/new', 'raw/old']);
  });

  it('is put together from old and new if its first page changed', async () => {
    const { parts } = await refetch({ '/a': 'one, changed /b /c' });

    expect(parts).toEqual(['raw/new', 'raw/old', 'raw/old']);
  });

  it('keeps a page that cannot be had just now', async () => {
    const { outcome, parts } = await refetch({ '/a': 'one, changed /b /c', '/b': { status: 503 } });

    expect(parts).toEqual(['raw/new', 'raw/old', 'raw/old']);
    expect(outcome.clean?.pages[0]?.partsMissing).toBe(false);
    expect((await refetch({ '/b': { status: 503 } })).outcome.clean).toBeNull();
  });

  it('misses a page that is gone', async () => {
    const { outcome, parts } = await refetch({ '/b': { status: 404 } });

    expect(parts).toEqual(['raw/old', 'raw/old']);
    expect(outcome.clean?.pages[0]?.partsMissing).toBe(true);
  });

  it('archives no page again that came again as it was', async () => {
    const { outcome, parts } = await refetch({ '/a': 'one, changed /b /c', '/b': 'two' });

    expect(parts).toEqual(['raw/new', 'raw/old', 'raw/old']);
    expect(outcome.rows.find(({ url }) => url.endsWith('/b'))?.fetch?.raw?.key).toBe('raw/old');
  });

  it('has a page fetched without validators whose stored response is lost', async () => {
    const lost = aPrevious({ etag: '"b"', raw: { key: 'raw/lost', offset: 0, length: 1 } });
    const known = { ...previousParts, [`${ORIGIN}/b`]: lost };
    const { outcome, parts } = await refetch({}, known);

    expect(parts).toEqual(['raw/old', 'raw/new', 'raw/old']);
    expect(outcome.clean?.pages[0]?.partsMissing).toBe(false);
  });

  it('is asked for the pages it lacked, though its first page did not change', async () => {
    const lacking = aPrevious({ parts: [`${ORIGIN}/b`], partsMissing: true });
    const { http, outcome } = await refetch({ '/a': 'one /b /c' }, previousParts, lacking);

    expect(http.requests.find(({ url }) => url.endsWith('/a'))?.headers).toEqual({});
    expect(paths(outcome.clean?.pages[0]?.parts)).toEqual(['/a', '/b', '/c']);
  });

  it('has its pages fetched without validators if nothing is known of them', async () => {
    const { parts } = await refetch({}, {});

    expect(parts).toEqual(['raw/old', 'raw/new', 'raw/new']);
  });
});
