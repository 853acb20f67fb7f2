import { expect, it } from 'vitest';
import { runKey } from '#lib/model/keys.ts';
import { type RunRecord, runRecord } from '#lib/model/run.ts';
import { article, ORIGIN, type Site, scriptedSite } from './scripted-site.ts';

const NAMES = Array.from({ length: 12 }, (_, n) => `/${n}.html`);
const SITE: Site = Object.fromEntries(NAMES.map((name) => [name, article(name)]));
const PAGE_BYTES = article('/0.html').length;
const seeds = NAMES.map((name) => ORIGIN + name);

async function spend(budget: object, site: Site = SITE) {
  const one = scriptedSite(site);
  const { runId, asked, rows } = await one.crawl({ seeds, budget });
  const stored = await one.store.get(runKey(runId));
  const record: RunRecord = runRecord.parse(JSON.parse(new TextDecoder().decode(stored?.body)));
  const states = Map.groupBy(rows, ({ state, reason }) => `${state} (${reason})`);
  return { one, asked, record, deferred: states.get('deferred (budget)')?.length ?? 0 };
}

it('lets no more URLs enter a run than its budget of pages', async () => {
  const { asked, record } = await spend({ pages: 5 });

  expect(asked).toHaveLength(5);
  expect(record).toMatchObject({
    discovered: 5,
    stoppedBy: '5 pages',
    skipped: { overBudget: 7 },
    spent: { pages: 5 },
  });
});

it('counts the further pages of an article', async () => {
  const pager = (own: number): string =>
    `<p><a href="/0.html">上一页</a> <a href="/0_${own + 1}.html">下一页</a></p>`;
  const parts = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`/0_${n}.html`, article(`${n}`) + pager(n)]);
  const site = { ...SITE, '/0.html': article('0') + pager(1), ...Object.fromEntries(parts) };

  const { asked, record, deferred } = await spend({ pages: 12 }, site);

  expect(asked).toHaveLength(12);
  expect(deferred).toBe(9); // the pager of the ninth page names one that is not there
  expect(record).toMatchObject({ stoppedBy: '12 pages', spent: { pages: 12 } });
});

it('stops at its bytes', async () => {
  const { asked, record, deferred } = await spend({ bytes: 3 * PAGE_BYTES });

  expect(asked).toHaveLength(3);
  expect(deferred).toBe(9);
  expect(record.stoppedBy).toBe(`${3 * PAGE_BYTES} bytes`);
  expect(record.spent?.bytes).toBe(3 * PAGE_BYTES);
});

it('stops at its estimated dollars', async () => {
  const { record: all } = await spend({});
  const dollars = (all.spent?.dollars ?? 0) / 2;

  const { asked, record } = await spend({ dollars });

  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length).toBeLessThan(10);
  expect(record.stoppedBy).toBe(`${dollars} dollars (estimated)`);
  expect(record.spent?.dollars).toBeGreaterThanOrEqual(dollars);
});

it('stops at its seconds, and asks for no robots.txt any more', async () => {
  const one = scriptedSite(SITE);
  const { asked, rows, totals } = await one.crawl({
    seeds: [...seeds, 'http://b.example/1.html'],
    budget: { seconds: 10 },
    politeness: { intervalMs: 0 },
    // the clock jumps by the pauses a host asks for
  });
  expect(asked).toHaveLength(13);
  expect(rows.filter(({ reason }) => reason === 'budget')).toEqual([]);
  expect(totals.stoppedBy).toBeNull();

  const slow: Site = { ...SITE, '/0.html': { status: 503, headers: { 'retry-after': '30' } } };
  const late = await spend({ seconds: 10 }, slow);

  expect(late.deferred).toBe(11);
  expect(late.record.stoppedBy).toBe('10 seconds');
});

it('is left as it is by URLs that are not asked for', async () => {
  const { record } = await spend({}, { ...SITE, '/robots.txt': 'User-agent: *\nDisallow: /1' });

  expect(record.states).toMatchObject({ 'robots-disallowed': 3 });
  expect(record.spent?.pages).toBe(9);
});
