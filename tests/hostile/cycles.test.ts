import { afterEach, describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { isTerminal } from '#lib/model/states.ts';
import { runInto } from '../support/sample-run.ts';
import { head, type RawAnswer, type RawServer, rawServer, respond } from './raw-server.ts';
import { rssGrowth } from './rss-growth.ts';

const MAX_RSS_GROWTH = 256 * 1024 * 1024;
const PROSE = 'The keeper of the light wrote down the weather twice a day for forty years. '.repeat(
  20,
);
const article = (n: string, links = ''): string =>
  `<!doctype html><title>Entry ${n}</title><h1>Entry ${n}</h1><p>${n} ${PROSE}</p>${links}`;
const pager = (previous: string, next: string): string =>
  `<p><a href="${previous}">上一页</a> <a href="${next}">下一页</a></p>`;
const html = (body: string): RawAnswer => respond('200 OK', ['Content-Type: text/html'], body);
const xml = (body: string): RawAnswer => respond('200 OK', ['Content-Type: application/xml'], body);

let server: RawServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

/** Crawls a site of raw answers to its end; the good page is among its seeds. */
async function crawl(
  pages: (path: string, origin: string) => RawAnswer | null,
  facts: Record<string, readonly string[]>,
  limits: Record<string, unknown> = {},
) {
  let origin = '';
  const one = await rawServer((socket, request) => {
    const answer =
      pages(request.path, origin) ??
      (request.path === '/good.html' ? html(article('good')) : respond('404 Not Found', []));
    answer(socket, request);
  });
  server = one;
  origin = one.origin;
  const absolute = (paths: readonly string[] = []) => paths.map((path) => origin + path);
  const source = sourceDefinition.parse({
    name: 'hostile',
    politeness: { intervalMs: 0 },
    ...limits,
    ...Object.fromEntries(Object.entries(facts).map(([key, paths]) => [key, absolute(paths)])),
    seeds: absolute(['/good.html', ...(facts['seeds'] ?? [])]),
  });
  const watch = rssGrowth();
  const summary = await runInto(memoryObjectStore(), source);
  const ends = Object.fromEntries(
    summary.rows.map(({ url, state, reason }) => [url.replace(origin, ''), `${state} (${reason})`]),
  );

  expect(watch.end()).toBeLessThan(MAX_RSS_GROWTH);
  expect(summary.complete).toBe(true);
  expect(summary.rows.every(({ state }) => isTerminal(state))).toBe(true);
  expect(ends['/good.html']).toBe('published (new)');
  return { ends, summary, requests: one.requests.map(({ path }) => path) };
}

const index = (...urls: string[]): RawAnswer =>
  xml(
    `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`,
  );

describe('cycles and endless series', () => {
  it('a sitemap index that names itself is read once', async () => {
    const { requests } = await crawl(
      (path, origin) => (path === '/s.xml' ? index(`${origin}/s.xml`, `${origin}/s.xml#x`) : null),
      { sitemaps: ['/s.xml'] },
    );

    expect(requests.filter((path) => path === '/s.xml')).toHaveLength(1);
  });

  it('two sitemap indexes that name each other are read once each', async () => {
    const { requests } = await crawl(
      (path, origin) => {
        if (path === '/a.xml') return index(`${origin}/b.xml`);
        return path === '/b.xml' ? index(`${origin}/a.xml`) : null;
      },
      { sitemaps: ['/a.xml'] },
    );

    expect(requests.filter((path) => path.endsWith('.xml'))).toEqual(['/a.xml', '/b.xml']);
  });

  it('sitemap indexes without end stop at the run’s budget', async () => {
    const { requests } = await crawl(
      (path, origin) =>
        path.endsWith('.xml') ? index(`${origin}${path.replace('.xml', 'x.xml')}`) : null,
      { sitemaps: ['/s.xml'] },
      { budget: { pages: 30 } },
    );

    expect(requests.length).toBeLessThan(40);
  });

  it('a sitemap of 60,000 URLs fills the budget and no more', async () => {
    const urls = (origin: string) =>
      Array.from({ length: 60_000 }, (_, n) => `<url><loc>${origin}/p/${n}.html</loc></url>`);
    const { requests } = await crawl(
      (path, origin) => {
        if (path === '/s.xml') return xml(`<urlset>${urls(origin).join('')}</urlset>`);
        return path.startsWith('/p/') ? html(article(path)) : null;
      },
      { sitemaps: ['/s.xml'] },
      { budget: { pages: 20 } },
    );

    expect(requests.length).toBeLessThan(30);
  });

  it('a sitemap cut in the middle gives what it named', async () => {
    const { ends } = await crawl(
      (path, origin) => {
        if (path === '/s.xml') return xml(`<urlset><url><loc>${origin}/p.html</loc></url><url><lo`);
        return path === '/p.html' ? html(article('p')) : null;
      },
      { sitemaps: ['/s.xml'] },
    );

    expect(ends['/p.html']).toBe('published (new)');
  });

  it('pages that redirect to each other end there', async () => {
    const to = (path: string) => respond('302 Found', [`Location: ${path}`]);
    const { ends } = await crawl(
      (path) => (path === '/a.html' ? to('/b.html') : path === '/b.html' ? to('/a.html') : null),
      { seeds: ['/a.html'] },
    );

    expect(ends).toMatchObject({
      '/a.html': 'redirected (redirect)',
      '/b.html': 'redirected (redirect)',
    });
  });

  it('redirects that lead ever deeper end at the sixth', async () => {
    const { ends } = await crawl(
      (path) => (path.startsWith('/r') ? respond('302 Found', [`Location: ${path}r`]) : null),
      { seeds: ['/r'] },
    );

    expect(Object.values(ends).filter((end) => end === 'redirected (redirect)')).toHaveLength(5);
    expect(Object.values(ends)).toContain('failed (redirect-depth)');
  });

  it('listings that link to each other are read once each', async () => {
    const { requests } = await crawl(
      (path) => {
        if (path === '/l1/') return html('<a href="/l2/">two</a><a href="/l1/">one</a>');
        return path === '/l2/' ? html('<a href="/l1/">one</a>') : null;
      },
      { listings: ['/l1/', '/l2/'] },
    );

    expect(requests.filter((path) => path.startsWith('/l'))).toHaveLength(2);
  });

  it('a listing whose next page never ends is left', async () => {
    const { requests } = await crawl(
      (path) => {
        const page = Number(/^\/list_(\d+)\.html$/.exec(path)?.[1] ?? 'NaN');
        return Number.isNaN(page)
          ? null
          : html(`<h2>List</h2><p><a href="/list_${page + 1}.html">下一页</a></p>`);
      },
      { listings: ['/list_1.html'] },
    );

    expect(requests.length).toBeLessThan(60);
  });

  it('an article whose next page never ends has as many pages as its source allows', async () => {
    const { ends, requests } = await crawl(
      (path) => {
        const page = Number(/^\/a_(\d+)\.html$/.exec(path)?.[1] ?? 'NaN');
        return Number.isNaN(page)
          ? null
          : html(article(`${page}`, pager(`/a_${page - 1}.html`, `/a_${page + 1}.html`)));
      },
      { seeds: ['/a_1.html'] },
      { maxArticlePages: 7 },
    );

    expect(requests.filter((path) => path.startsWith('/a_'))).toHaveLength(7);
    expect(ends['/a_1.html']).toBe('published (new)');
    expect(Object.values(ends).filter((end) => end === 'part-of (page-of-article)')).toHaveLength(
      6,
    );
  });

  it('an article whose pages lead in a circle is published once', async () => {
    const pagers: Record<string, string> = {
      '/a.html': pager('/', '/a_2.html'),
      '/a_2.html': pager('/a.html', '/a_3.html'),
      '/a_3.html': pager('/a_2.html', '/a.html'),
    };
    const { ends, requests } = await crawl(
      (path) => {
        const links = pagers[path];
        return links ? html(article(path, links)) : null;
      },
      { seeds: ['/a.html'] },
    );

    expect(requests.filter((path) => path.startsWith('/a'))).toHaveLength(3);
    expect(ends).toMatchObject({
      '/a.html': 'published (new)',
      '/a_2.html': 'part-of (page-of-article)',
      '/a_3.html': 'part-of (page-of-article)',
    });
  });
});

describe('a hostile robots.txt', () => {
  const robots = (answer: RawAnswer) => (path: string) => (path === '/robots.txt' ? answer : null);
  const flood: RawAnswer = (socket, request) => {
    socket.write(head('200 OK', ['Content-Type: text/plain']));
    socket.write('User-agent: *\nDisallow: /closed\n');
    const more = (): void => {
      while (!socket.destroyed && socket.write(`# ${request.path} ${'x'.repeat(8000)}\n`));
      if (!socket.destroyed) socket.once('drain', more);
    };
    more();
  };

  it.each([
    ['without end: its first 512 KiB are read', flood],
    ['of binary garbage: it has no rules', respond('200 OK', [], Buffer.alloc(100_000, 0x9f))],
    [
      'with 30,000 rules',
      respond(
        '200 OK',
        [],
        `User-agent: *\n${'Disallow: /closed*x*y*z\n'.repeat(20_000)}Disallow: /closed\n`,
      ),
    ],
    ['with 100,000 sitemaps', respond('200 OK', [], 'Sitemap: /none.xml\n'.repeat(27_000))],
    ['that redirects to itself: it has no rules', respond('302 Found', ['Location: /robots.txt'])],
  ])('%s', async (_, answer) => {
    const { requests } = await crawl(robots(answer), {});

    expect(requests.length).toBeLessThan(12);
  });

  it('keeps its rules though it never ends', async () => {
    const { ends } = await crawl(robots(flood), { seeds: ['/closed/a.html'] });

    expect(ends['/closed/a.html']).toBe('robots-disallowed (robots-rule)');
  });
});
