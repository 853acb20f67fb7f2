import { expect, it } from 'vitest';
import { verify } from '#lib/manifest/verify.ts';
import { article, ORIGIN, type Site, scriptedSite, sitemap } from './scripted-site.ts';

it('ends well where two processes go on with one run', async () => {
  const names = ['/1.html', '/2.html', '/3.html'];
  const one = scriptedSite(Object.fromEntries(names.map((name) => [name, article(name)])));
  const facts = { seeds: names.map((name) => ORIGIN + name) };
  const cut = await one.crawl(facts, { stopAt: 'discovered' });

  const both = await Promise.all([one.crawl(facts), one.crawl(facts)]);

  expect(both.map(({ runId, complete }) => [runId, complete])).toEqual([
    [cut.runId, true],
    [cut.runId, true],
  ]);
  expect(await verify(one.store)).toEqual([]);
});

it('goes on with the sitemap that robots.txt named before it was interrupted', async () => {
  const site: Site = {
    '/robots.txt': 'Sitemap: /map.xml',
    '/1.html': article('one'),
    '/map.xml': { body: sitemap({ '/2.html': null }) },
    '/2.html': article('two'),
  };
  const one = scriptedSite(site);
  const facts = { seeds: [`${ORIGIN}/1.html`] };

  const cut = await one.crawl(facts, { stopAt: 'fetched' });
  const rest = await one.crawl(facts);

  expect([cut.complete, cut.asked]).toEqual([false, ['/1.html']]);
  expect([rest.complete, rest.runId]).toEqual([true, cut.runId]);
  expect(rest.asked).toEqual(['/map.xml', '/2.html']);
});
