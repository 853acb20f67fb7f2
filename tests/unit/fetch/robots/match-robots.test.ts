import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProductToken, mayFetch, policyFor, robotsPath } from '#lib/fetch/robots/match-robots.ts';
import { parseRobots } from '#lib/fetch/robots/parse-robots.ts';
import { GOOGLE_ONLY_CASES, REFERENCE_CASES } from './reference-cases.ts';

const allows = (robots: string, agent: string, url: string): boolean =>
  mayFetch(policyFor(parseRobots(robots), agent), url).allowed;

describe('cases of the reference parser', () => {
  it.each(REFERENCE_CASES)('$section: $agent $url → $allowed', (one) => {
    expect(allows(one.robots, one.agent, one.url)).toBe(one.allowed);
  });

  it.each(GOOGLE_ONLY_CASES)('Google only, met too: $section: $agent $url → $allowed', (one) => {
    expect(allows(one.robots, one.agent, one.url)).toBe(one.allowed);
  });

  it.each([
    ['Foobot', true],
    ['Foobot-Bar', true],
    ['Foo_Bar', true],
    ['', false],
    ['ツ', false],
    ['Foobot*', false],
    [' Foobot ', false],
    ['Foobot/2.1', false],
    ['Foobot Bar', false],
  ])('takes %j for a crawler’s name: %s', (name, expected) => {
    expect(isProductToken(name)).toBe(expected);
  });

  it.each([
    ['', '/'],
    ['http://www.example.com', '/'],
    ['http://www.example.com/', '/'],
    ['http://www.example.com/a', '/a'],
    ['http://www.example.com/a/', '/a/'],
    ['http://www.example.com/a/b?c=http://d.e/', '/a/b?c=http://d.e/'],
    ['http://www.example.com/a/b?c=d&e=f#fragment', '/a/b?c=d&e=f'],
    ['example.com', '/'],
    ['example.com/', '/'],
    ['example.com/a', '/a'],
    ['example.com/a/', '/a/'],
    ['example.com/a/b?c=d&e=f#fragment', '/a/b?c=d&e=f'],
    ['a', '/'],
    ['a/', '/'],
    ['/a', '/a'],
    ['a/b', '/b'],
    ['example.com?a', '/?a'],
    ['example.com/a;b#c', '/a;b'],
    ['//a/b/c', '/b/c'],
  ])('the path of %j is %j', (url, path) => {
    expect(robotsPath(url)).toBe(path);
  });
});

describe('mayFetch', () => {
  it('always allows robots.txt itself', () => {
    expect(allows('user-agent: *\ndisallow: /', 'winnow', 'http://a.example/robots.txt')).toBe(
      true,
    );
  });

  it('names the rule that decided, with its line', () => {
    const policy = policyFor(parseRobots('user-agent: *\n\ndisallow: /a'), 'winnow');

    expect(mayFetch(policy, 'http://a.example/ab')).toEqual({
      allowed: false,
      rule: { allow: false, path: '/a', line: 3 },
    });
  });

  it.each([
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    ['/foo/bar/baz', '/foo/bar/%62%61%7A'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/caf\u00c3\u00a9', '/caf%C3%A9'],
    ['/%7Ejoe/', '/~joe/'],
  ])('Disallow: %s also closes %s, as RFC 9309 compares', (path, url) => {
    expect(allows(`user-agent: *\ndisallow: ${path}`, 'winnow', `http://a.example${url}`)).toBe(
      false,
    );
  });

  it('keeps an escaped slash apart from a slash', () => {
    expect(allows('user-agent: *\ndisallow: /a/b', 'winnow', 'http://a.example/a%2Fb')).toBe(true);
  });

  it('compares a rule in another charset by its bytes', () => {
    const robots = 'user-agent: *\ndisallow: /\u00d6\u00d0\u00ce\u00c4/'; // 中文 in GBK

    expect(allows(robots, 'winnow', 'http://a.example/%D6%D0%CE%C4/1.html')).toBe(false);
  });

  it('takes many stars in a long path without slowing down', () => {
    const robots = `user-agent: *\ndisallow: /${'*a'.repeat(50_000)}$`;
    const url = `http://a.example/${'a'.repeat(100_000)}b`;
    const startedAt = performance.now();

    expect(allows(robots, 'winnow', url)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('is total on any robots.txt and any URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (robots, url) => {
        expect(typeof allows(robots, 'winnow', url)).toBe('boolean');
      }),
      { numRuns: 30 }, // making up URLs is slow
    );
  });

  it('agrees with a matcher by regular expression', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '.', '$', '%41');
    const path = fc.array(piece, { maxLength: 8 }).map((all) => `/${all.join('')}`);
    fc.assert(
      fc.property(path, path, (rule, url) => {
        const plain = url.replaceAll(/[*$]/g, 'x');
        const escaped = rule.replaceAll(/[.\\+?^(){}|[\]]/g, '\\$&');
        const anchored = escaped.endsWith('$') ? escaped : `${escaped}(?:)`;
        const body = anchored
          .slice(0, anchored.endsWith('$') ? -1 : undefined)
          .replaceAll('$', '\\$');
        const undo = (text: string): string => text.replaceAll('%41', 'A');
        const pattern = `^${body.replaceAll('*', '.*')}${anchored.endsWith('$') ? '$' : ''}`;
        const expected =
          new RegExp(pattern).test(plain) || new RegExp(undo(pattern)).test(undo(plain));

        const robots = `user-agent: *\ndisallow: ${rule}`;
        expect(allows(robots, 'winnow', `http://a.example${plain}`)).toBe(!expected);
      }),
    );
  });
});
