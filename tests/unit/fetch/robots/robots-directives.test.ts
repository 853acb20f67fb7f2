import { describe, expect, it } from 'vitest';
import { robotsDirectives } from '#lib/fetch/robots/robots-directives.ts';

const directives = (...values: string[]) =>
  robotsDirectives(
    values.map((value) => ['x-robots-tag', value] as const),
    { token: 'winnow', policy: { signals: [] } },
  );

it('takes no more of a directive than anybody means', () => {
  const endless = [`content-signal: ${'x'.repeat(100_000)}`];

  const [directive] = robotsDirectives([], { token: 'winnow', policy: { signals: endless } });

  expect(directive).toHaveLength(200);
});

describe('robotsDirectives', () => {
  it.each([
    [['noindex'], ['noindex']],
    [['NoIndex, NOFOLLOW'], ['noindex', 'nofollow']],
    [
      ['noindex', 'noarchive'],
      ['noindex', 'noarchive'],
    ],
    [['winnow: noindex'], ['noindex']],
    [['Winnow: noindex, nofollow'], ['noindex', 'nofollow']],
    [['otherbot: noindex'], []],
    [['otherbot: noindex, nofollow'], []],
    [['otherbot: noindex, winnow: noarchive'], ['noarchive']],
    [
      ['unavailable_after: 25 Jun 2026 15:00:00 GMT'],
      ['unavailable_after: 25 jun 2026 15:00:00 gmt'],
    ],
    [['max-snippet: 20, noindex'], ['max-snippet: 20', 'noindex']],
    [['', ' , ,'], []],
  ])('reads %j as %j', (values, expected) => {
    expect(directives(...values)).toEqual(expected);
  });

  it('records signals of the header and of robots.txt as given', () => {
    const headers = [
      ['content-signal', 'search=yes, ai-train=no'],
      ['content-usage', 'train-ai=n'],
    ] as const;
    const policy = { signals: ['content-signal: search=yes'] };

    expect(robotsDirectives(headers, { token: 'winnow', policy })).toEqual([
      'content-signal: search=yes, ai-train=no',
      'content-usage: train-ai=n',
      'content-signal: search=yes',
    ]);
  });

  it('keeps a flood of directives short', () => {
    const flood = Array.from({ length: 10_000 }, (_, n) => `d${n}`).join(',');

    expect(directives(flood)).toHaveLength(50);
  });
});
