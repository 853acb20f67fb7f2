import { describe, expect, it } from 'vitest';
import { policyFor } from '#lib/fetch/robots/match-robots.ts';
import { parseRobots, ROBOTS_MAX_BYTES } from '#lib/fetch/robots/parse-robots.ts';

const TWO_GROUPS = [
  'User-Agent: foo',
  'Allow: /some/path',
  'User-Agent: bar',
  '',
  '',
  'Disallow: /',
];

describe('parseRobots', () => {
  it.each([
    ['line feeds', TWO_GROUPS.map((line) => `${line}\n`).join('')],
    ['carriage returns and line feeds', TWO_GROUPS.map((line) => `${line}\r\n`).join('')],
    ['carriage returns', TWO_GROUPS.map((line) => `${line}\r`).join('')],
    ['no end of the last line', TWO_GROUPS.join('\n')],
    [
      'ends of all kinds',
      'User-Agent: foo\nAllow: /some/path\r\nUser-Agent: bar\n\r\n\nDisallow: /',
    ],
  ])('counts lines with %s', (_, robots) => {
    expect(parseRobots(robots).groups).toEqual([
      {
        agents: ['foo'],
        rules: [{ allow: true, path: '/some/path', line: 2 }],
        crawlDelaySeconds: null,
        signals: [],
      },
      {
        agents: ['bar'],
        rules: [{ allow: false, path: '/', line: 6 }],
        crawlDelaySeconds: null,
        signals: [],
      },
    ]);
  });

  it.each([
    ['whole', '\u00ef\u00bb\u00bf', 1],
    ['two bytes of it', '\u00ef\u00bb', 1],
    ['one byte of it', '\u00ef', 1],
    ['broken', '\u00ef\u0011\u00bf', 0],
  ])('skips a byte order mark at the beginning: %s', (_, mark, groups) => {
    expect(parseRobots(`${mark}User-Agent: foo\nAllow: /AnyValue\n`).groups).toHaveLength(groups);
  });

  it('takes a byte order mark in the middle for garbage', () => {
    const robots = 'User-Agent: foo\n\u00ef\u00bb\u00bfAllow: /AnyValue\n';

    expect(parseRobots(robots).groups[0]?.rules).toEqual([]);
  });

  it.each([
    ['after the groups', 'User-Agent: foo\nAllow: /a\nSitemap: http://foo.bar/s.xml\n'],
    ['before the groups', 'Sitemap: http://foo.bar/s.xml\nUser-Agent: foo\nAllow: /a\n'],
    ['inside a group', 'User-Agent: foo\nSitemap: http://foo.bar/s.xml\nAllow: /a\n'],
  ])('reads Sitemap lines %s', (_, robots) => {
    const parsed = parseRobots(robots);

    expect(parsed.sitemaps).toEqual(['http://foo.bar/s.xml']);
    expect(parsed.groups).toHaveLength(1);
  });

  it('does not let other records end a run of agent lines', () => {
    const robots = 'User-agent: a\nCrawl-delay: 5\nUser-agent: b\nDisallow: /x\n';
    const parsed = parseRobots(robots);

    expect(parsed.groups.map(({ agents }) => agents)).toEqual([['a', 'b']]);
  });

  it.each([
    ['Crawl-delay: 2', 2],
    ['crawl-delay: 0.5', 0.5],
    ['Crawl-delay: 5s', 5],
    ['Crawl-delay: 10 seconds # please', 10],
    ['Crawl-delay: 1e9', null],
    ['Crawl-delay: -1', null],
    ['Crawl-delay: soon', null],
    ['Crawl-delay:', null],
    ['Crawl-delay: 2\nCrawl-delay: 7', 7],
  ])('reads %j as %s seconds', (line, seconds) => {
    const policy = policyFor(parseRobots(`User-agent: *\n${line}\n`), 'winnow');

    expect(policy.crawlDelaySeconds).toBe(seconds);
  });

  it('records signals of the group', () => {
    const robots =
      'User-agent: *\nContent-Signal: search=yes, ai-train=no\nContent-Usage: train-ai=n\n';

    expect(policyFor(parseRobots(robots), 'winnow').signals).toEqual([
      'content-signal: search=yes, ai-train=no',
      'content-usage: train-ai=n',
    ]);
  });

  it('understands common misspellings', () => {
    const robots = 'useragent: *\ndissallow: /a\ndisalow: /b\n';

    expect(parseRobots(robots).groups[0]?.rules.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('takes names of Object’s own properties for unknown', () => {
    expect(parseRobots('constructor: x\n__proto__: y\n').groups).toEqual([]);
  });

  it('reads 500 KiB and stops soon after', () => {
    const filler = `${'#'.repeat(1023)}\n`;
    const within = `User-agent: *\n${filler.repeat(500)}Disallow: /within\n`;
    const beyond = `${filler.repeat(ROBOTS_MAX_BYTES / 1024)}User-agent: *\nDisallow: /beyond\n`;

    expect(parseRobots(within).groups[0]?.rules).toHaveLength(1);
    expect(parseRobots(beyond).groups).toEqual([]);
  });

  it('reads 512 KiB of anything in no time', () => {
    const inputs = ['\n', ':', 'user-agent: a\n', 'allow: /\n', ' ', 'a b ', '\r'];
    const startedAt = performance.now();

    for (const input of inputs)
      parseRobots(input.repeat(Math.ceil(ROBOTS_MAX_BYTES / input.length)));
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
