import { expect, it } from 'vitest';
import { article, ORIGIN, type Site, scriptedSite, sitemap } from './scripted-site.ts';

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
