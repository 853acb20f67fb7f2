import { expect, it } from 'vitest';
import { article, ORIGIN, type Site, scriptedSite, sitemap } from './scripted-site.ts';

const PARTS = ['/a.html', '/a_2.html', '/a_3.html'];
const pager = (n: number): string => {
  const back = n > 0 ? `<a href="${PARTS[n - 1]}">上一页</a>` : '';
  return `<p>${back} ${PARTS[n + 1] ? `<a href="${PARTS[n + 1]}">下一页</a>` : ''}</p>`;
};
/** More than one batch: what one batch knows of an article, the next one must too. */
const OTHERS = Array.from({ length: 30 }, (_, n) => `/other-${n}x.html`);

it.each([
  ['first page first', ['/a.html', ...OTHERS, '/a_2.html', '/a_3.html']],
  ['first page last', ['/a_3.html', ...OTHERS, '/a_2.html', '/a.html']],
  ['first page not at all', ['/a_2.html', ...OTHERS]],
])('an article whose pages a sitemap names is one document: %s', async (_, paths) => {
  const site: Site = Object.fromEntries([
    ...PARTS.map((path, n) => [path, article(path) + pager(n)]),
    ...OTHERS.map((path) => [path, article(path)]),
    ['/s.xml', { body: sitemap(Object.fromEntries(paths.map((path) => [path, null]))) }],
  ]);
  const one = scriptedSite(site);
  const source = { sitemaps: [`${ORIGIN}/s.xml`] };
  const states = ({ rows }: Awaited<ReturnType<typeof one.crawl>>) =>
    Object.fromEntries(
      rows
        .filter(({ url }) => url.startsWith(`${ORIGIN}/a`))
        .map(({ url, state }) => [url.slice(ORIGIN.length), state]),
    );
  const ofArticle = (asked: readonly string[]) => asked.filter((path) => path.startsWith('/a'));

  const first = await one.crawl(source);
  const second = await one.crawl(source);

  const parts = { '/a_2.html': 'part-of', '/a_3.html': 'part-of' };
  expect(states(first)).toEqual({ '/a.html': 'published', ...parts });
  expect(ofArticle(first.asked).toSorted()).toEqual(PARTS);
  expect(states(second)).toEqual({ '/a.html': 'unchanged', ...parts });
  expect(ofArticle(second.asked)).toEqual(PARTS);
});

it('an article that lacked a page is whole when the page is there, though its first did not change', async () => {
  const headers = { 'content-type': 'text/html', etag: '"a"' };
  const site: Site = { '/a.html': { headers, body: article('/a.html') + pager(0) } };
  const one = scriptedSite(site);
  const source = { seeds: [`${ORIGIN}/a.html`] };
  const incomplete = ({ rows }: Awaited<ReturnType<typeof one.crawl>>) =>
    rows.flatMap(({ state, content }) => (content ? [[state, content.incomplete]] : []));

  const lacking = await one.crawl(source);
  site['/a_2.html'] = article('/a_2.html') + pager(1);
  site['/a_3.html'] = article('/a_3.html') + pager(2);
  const whole = await one.crawl(source);
  const again = await one.crawl(source);

  expect(incomplete(lacking)).toEqual([['published', ['continues-on-next-page', 'parts-missing']]]);
  expect(incomplete(whole)).toEqual([['published', []]]);
  expect(again.rows.map(({ state, reason }) => [state, reason])).toContainEqual([
    'unchanged',
    'not-modified',
  ]);
});
