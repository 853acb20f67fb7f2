import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { processorTime } from '../../support/processor-time.ts';

describe('canonicalUrl', () => {
  it.each([
    ['HTTP://Example.COM:80/a', 'http://example.com/a'],
    ['https://example.com:443', 'https://example.com/'],
    ['http://example.com:8080/', 'http://example.com:8080/'],
    ['http://例子.测试/文', 'http://xn--fsqu00a.xn--0zwm56d/%E6%96%87'],
    ['http://a.cn/x/../y/./z', 'http://a.cn/y/z'],
    ['http://a.cn/x/%2e%2e/y', 'http://a.cn/y'],
    ['http://a.cn/%7Euser/%e6%96%87', 'http://a.cn/~user/%E6%96%87'],
    ['http://a.cn/100%', 'http://a.cn/100%25'],
    ['http://a.cn/?', 'http://a.cn/'],
    ['http://a.cn/x?&&', 'http://a.cn/x'],
    ['http://a.cn/x#top', 'http://a.cn/x'],
    ['http://a.cn/x#!/page/2', 'http://a.cn/x#!/page/2'],
    ['http://a.cn/x#!', 'http://a.cn/x'],
    ['http://a.cn/x?b=2&a=1&b=1', 'http://a.cn/x?a=1&b=2&b=1'],
    ['http://a.cn/x?id=5&utm_source=q&UTM_Medium=m', 'http://a.cn/x?id=5'],
    ['http://a.cn/x?spm=a.b.c&id=5&fbclid=z&gclid=y', 'http://a.cn/x?id=5'],
    ['http://a.cn/x?from=timeline&isappinstalled=0', 'http://a.cn/x'],
    ['http://a.cn/x?from=beijing&to=shanghai', 'http://a.cn/x?from=beijing&to=shanghai'],
    ['http://a.cn/x;jsessionid=0AB1.node?id=2', 'http://a.cn/x?id=2'],
    ['http://a.cn/x?PHPSESSID=1f&id=2', 'http://a.cn/x?id=2'],
    ['http://a.cn/x?sid=0123456789abcdef0123456789ABCDEF', 'http://a.cn/x'],
    ['http://a.cn/x?sid=12', 'http://a.cn/x?sid=12'],
    ['http://a.cn/(S(lit3py55t21z5v55vlm25s55))/x.aspx', 'http://a.cn/x.aspx'],
    ['http://user:secret@a.cn/', 'http://a.cn/'],
    ['http://a.cn/?thread-1-1.html', 'http://a.cn/?thread-1-1.html'],
    ['http://a.cn/?q=a%20b+c', 'http://a.cn/?q=a%20b+c'],
    ['http://a.cn/?x=', 'http://a.cn/?x='],
    [' http://a.cn/ \n', 'http://a.cn/'],
  ])('%s → %s', (raw, expected) => {
    expect(canonicalUrl(raw)).toBe(expected);
  });

  it.each(['', 'a.cn/x', '/x', 'ftp://a.cn/', 'javascript:alert(1)', 'mailto:a@b', 'http://'])(
    'gives null for %j',
    (raw) => {
      expect(canonicalUrl(raw)).toBeNull();
    },
  );

  const piece = fc.oneof(
    fc.constantFrom(
      ...['%', '%2', '%41', '%2e', '%2F', '%3f', '..', '.', '/', '//', '\\', ';', '&', '=', '?'],
      ...[
        '#',
        '#!',
        '+',
        ' ',
        'utm_a',
        'spm=1',
        ';jsessionid=',
        ';sid=1',
        'a',
        'Z',
        '文',
        '\u{1F600}',
      ],
      ...[
        '/(S(lit3py55t21z5v55vlm25s55))',
        '(',
        ')',
        '@',
        ':',
        '\t',
        '"',
        "'",
        '|',
        '\uD800',
        's=',
      ],
    ),
    fc.string({ maxLength: 3 }),
  );
  const anyUrl = fc
    .tuple(
      fc.constantFrom('http', 'https', 'HTTP'),
      fc.constantFrom('a.cn', 'A.CN:80', 'a.cn:443', 'u:p@a.cn', '例子.测试', '[::1]', '127.1'),
      fc.array(piece, { maxLength: 14 }),
    )
    .map(([scheme, host, pieces]) => `${scheme}://${host}/${pieces.join('')}`);

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyUrl, (raw) => {
        const once = canonicalUrl(raw);
        expect(once === null ? null : canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  }, 30_000);

  it('never changes the origin and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyUrl, fc.string()), (raw) => {
        const canonical = canonicalUrl(raw);
        if (canonical !== null) expect(new URL(canonical).origin).toBe(new URL(raw).origin);
      }),
      { numRuns: 3000 },
    );
  }, 30_000);

  it('does not depend on the order of parameters with different names', () => {
    const parameters = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), fc.nat()), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(parameters, (list) => {
        const url = (order: typeof list): string =>
          `http://a.cn/?${order.map(([name, value]) => `${name}=${value}`).join('&')}`;
        expect(canonicalUrl(url(list))).toBe(canonicalUrl(url(list.toReversed())));
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    const time = processorTime(() => {
      for (const text of ['%', ';sid=', '/(S(', '&a=', '%25', '/../']) {
        canonicalUrl(`http://a.cn/${text.repeat(100_000 / text.length)}`);
      }
    });
    expect(time).toBeLessThan(3000);
  }, 30_000);
});
