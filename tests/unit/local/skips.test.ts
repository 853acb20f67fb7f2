import { expect, it } from 'vitest';
import { runKey } from '#lib/model/keys.ts';
import { runRecord } from '#lib/model/run.ts';
import { article, ORIGIN, type Site, scriptedSite } from './scripted-site.ts';

const links = (...paths: string[]): string =>
  paths.map((path) => `<a href="${path}">x</a>`).join(' ');

it('tells in the run record which crawler traps were met, with examples', async () => {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => `/calendar/2051/01/0${day}`);
  const site: Site = {
    '/list.html': links('/1.html', '/a/a/a/a.html', '/x?sid=ABCDEFGHIJKLMNOPQRSTUV', ...days),
    '/1.html': article('one'),
  };
  const one = scriptedSite(site);

  const { runId, totals, asked } = await one.crawl({ listings: [`${ORIGIN}/list.html`] });

  const stored = await one.store.get(runKey(runId));
  const record = runRecord.parse(JSON.parse(new TextDecoder().decode(stored?.body)));
  expect(asked.toSorted()).toEqual(['/1.html', '/list.html']);
  expect(record.skipped).toEqual({ ...totals.skipped, traps: 9 });
  expect(record.traps).toEqual({
    'repeated-segments': { links: 1, examples: [`${ORIGIN}/a/a/a/a.html`] },
    'session-id': { links: 1, examples: [`${ORIGIN}/x?sid=ABCDEFGHIJKLMNOPQRSTUV`] },
    calendar: { links: 7, examples: days.slice(0, 5).map((path) => ORIGIN + path) },
  });
});
