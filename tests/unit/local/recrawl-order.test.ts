import { expect, it } from 'vitest';
import { article, DAY_MS, ORIGIN, type Site, scriptedSite, sitemap } from './scripted-site.ts';

const SOURCE = { sitemaps: [`${ORIGIN}/s.xml`], feeds: [`${ORIGIN}/feed.xml`] };
const feed = (...paths: string[]): string =>
  `<rss><channel>${paths.map((path) => `<item><link>${ORIGIN}${path}</link></item>`).join('')}</channel></rss>`;

/** Five pages known, of which the sitemap then names two no more; one is dated anew, two are new. */
async function recrawled(limits: object = {}) {
  const site: Site = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((n) => [`/${n}.html`, article(`number ${n}`)]),
  );
  const one = scriptedSite(site);
  const dates = { '/1.html': null, '/2.html': null, '/3.html': null, '/4.html': null };
  site['/s.xml'] = { body: sitemap({ ...dates, '/5.html': null }) };
  site['/feed.xml'] = { body: feed() };
  await one.crawl(SOURCE);
  await one.clock.sleep(30 * DAY_MS);
  const yesterday = new Date(one.clock.now() - DAY_MS).toISOString();
  site['/s.xml'] = { body: sitemap({ '/1.html': null, '/3.html': yesterday, '/6.html': null }) };
  site['/feed.xml'] = { body: feed('/7.html') };
  return await one.crawl({ ...SOURCE, ...limits });
}

it('asks for what sitemaps and feeds say is new or changed before all that is due', async () => {
  const { asked } = await recrawled();

  const [lists, news, rest] = [asked.slice(0, 2), asked.slice(2, 5), asked.slice(5)];
  expect(lists.toSorted()).toEqual(['/feed.xml', '/s.xml']);
  expect(news.toSorted()).toEqual(['/3.html', '/6.html', '/7.html']);
  expect(rest.toSorted()).toEqual(['/1.html', '/2.html', '/4.html', '/5.html']);
});

it('gives them the budget first; what is left over is counted', async () => {
  const { asked, totals, rows } = await recrawled({ budget: { pages: 6 } });

  expect(asked.slice(2, 5).toSorted()).toEqual(['/3.html', '/6.html', '/7.html']);
  expect(asked).toHaveLength(6);
  expect(rows).toHaveLength(6);
  expect(totals.skipped.overBudget).toBe(3);
});

it('asks for what is overdue for longest first', async () => {
  const site: Site = { '/a.html': article('a'), '/b.html': article('b'), '/c.html': article('c') };
  const one = scriptedSite(site);
  const facts = { hosts: ['a.example'], recrawl: { minHours: 24 * 7 } };
  for (const name of ['b', 'c', 'a']) {
    await one.crawl({ ...facts, seeds: [`${ORIGIN}/${name}.html`] }, { dueOnly: true });
    await one.clock.sleep(DAY_MS);
  }
  await one.clock.sleep(30 * DAY_MS);

  const { asked } = await one.crawl(facts, { dueOnly: true });

  expect(asked).toEqual(['/b.html', '/c.html', '/a.html']);
});
