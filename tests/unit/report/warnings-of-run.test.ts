import { describe, expect, it } from 'vitest';
import type { GroupFigures } from '#lib/model/run-figures.ts';
import { warningsOfRun } from '#lib/report/warnings-of-run.ts';
import { aRun, around, figuresWith, someFigures } from '../../support/a-run.ts';

const healthy = figuresWith(someFigures(), '01KDVNTG00000000000000RVN0');

const warningsOf = (host: Partial<GroupFigures>, earlier = [healthy, healthy]) =>
  warningsOfRun(aRun(), figuresWith(someFigures(host)), earlier);
const kindsOf = (host: Partial<GroupFigures>, earlier = [healthy, healthy]) =>
  warningsOf(host, earlier).map(({ kind }) => kind);

describe('warnings of a run', () => {
  it('has none for a run like those before it, and none for the first', () => {
    expect(warningsOf({})).toEqual([]);
    expect(warningsOf({ documents: 30 }, [])).toEqual([]);
  });

  it('tells that yield dropped, from what to what, and what grew', () => {
    const [warning] = warningsOf({
      documents: 60,
      unchanged: 50,
      reasons: { 'published/new': 10, 'unchanged/not-modified': 50, 'no-document/login-wall': 40 },
    });

    expect(warning).toMatchObject({ level: 'serious', kind: 'yield', host: 'www.example.com' });
    expect(warning?.title).toContain('60 %');
    expect(warning?.title).toContain('90 % before');
    expect(warning?.detail).toContain('no-document/login-wall');
    expect(warning?.filter).toBe('host:www.example.com state:no-document');
  });

  it('does not warn of a drop that chance makes, or of one too small to act on', () => {
    const large = (figures: Partial<GroupFigures>) =>
      figuresWith(someFigures({ urls: 1e5, pages: 1e5, documents: 90_000, ...figures }));
    const few = { urls: 20, pages: 20, documents: 15 };

    expect(kindsOf(few)).toEqual([]);
    expect(
      warningsOfRun(aRun(), large({ documents: 85_000 }), [large({})]).map(({ kind }) => kind),
    ).toEqual([]);
  });

  it('tells a host that turns us away, by its status, and to ask more slowly', () => {
    const [warning] = warningsOf({ statuses: { 200: 60, 429: 40 } });

    expect(warning).toMatchObject({ level: 'serious', kind: 'blocked' });
    expect(warning?.title).toContain('429 Too Many Requests for 40 of 100 addresses');
    expect(warning?.action).toContain('politeness.intervalMs');
  });

  it.each([
    ['captchas', { reasons: { 'no-document/captcha': 30 } }, ['blocked']],
    ['a breaker that opened', { reasons: { 'deferred/breaker': 30 } }, ['blocked']],
    ['four refusals', { statuses: { 403: 4 } }, []],
    ['refusals of few of its pages', { statuses: { 403: 10 } }, []],
  ])('sees %s', (_, host, kinds) => {
    expect(kindsOf(host)).toEqual(kinds);
  });

  it('tells that a template changed, by the fields that are missing', () => {
    const before = figuresWith(
      someFigures({ added: 30, fields: { title: 30, author: 28, publishedAt: 29 } }),
    );
    const [warning] = warningsOf(
      { added: 30, titles: 30, fields: { title: 30, author: 2, publishedAt: 29 } },
      [before],
    );

    expect(warning).toMatchObject({ level: 'serious', kind: 'template' });
    expect(warning?.detail).toBe('7 % of the new documents have an author, 93 % before.');
  });

  it.each([
    ['more is removed', { removedShare: around(0.7) }],
    ['confidence falls', { confidence: around(0.2) }],
    ['nearly all documents change at once', { changed: 70, unchanged: 10, titles: 80 }],
    ['the site’s name becomes the title', { added: 40, titles: 3 }],
  ])('tells that a template changed when %s', (_, host) => {
    expect(kindsOf(host)).toEqual(['template']);
  });

  it('tells that documents are suddenly short', () => {
    const [warning] = warningsOf({ newChars: around(300, 20), shortest: 12 });

    expect(warning).toMatchObject({ kind: 'short', filter: 'host:www.example.com is:short' });
    expect(warning?.title).toContain('12 of 20 new documents');
  });

  it('takes one short document in ten for what it is', () => {
    expect(kindsOf({ newChars: around(900, 20), shortest: 3 })).toEqual([]);
  });

  it('tells first what a run did not finish, last what is only good to know', () => {
    const record = aRun({
      completedAt: null,
      skipped: { notDue: 0, outOfScope: 0, overBudget: 7, traps: 3, takenDown: 0 },
    });
    const states = { discovered: 4 };

    const warnings = warningsOfRun(record, figuresWith(someFigures({ states })), [healthy]);

    expect(warnings.map(({ level }) => level)).toEqual(['serious', 'notice', 'notice']);
    expect(warnings[0]?.title).toBe('The run is not finished: 4 addresses still open.');
    expect(warnings[1]?.title).toContain('7 addresses were left out');
  });

  it('tells pages that failed in our own code, and a run that found nothing', () => {
    expect(kindsOf({ reasons: { 'failed/clean-error': 1 } })).toEqual(['failures']);
    expect(kindsOf({ urls: 0, pages: 0, documents: 0, added: 0, unchanged: 0 })).toEqual(['run']);
  });
});
