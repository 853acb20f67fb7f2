/**
 * Facts of the conformance test of google/robotstxt (robots_test.cc), in our own words: a
 * robots.txt, a crawler, a URL, and whether it may be fetched. `googleOnly` marks what that test
 * itself calls specific to Google; those are listed too, and met where the RFC does not object.
 */
export interface ReferenceCase {
  readonly section: string;
  readonly robots: string;
  readonly agent: string;
  readonly url: string;
  readonly allowed: boolean;
}

const HOST = 'http://foo.bar';
const lines = (...all: string[]): string => `${all.join('\n')}\n`;

/** Many URLs under one robots.txt. */
function cases(
  section: string,
  robots: string,
  expected: Readonly<Record<string, boolean>>,
  agent = 'FooBot',
): ReferenceCase[] {
  return Object.entries(expected).map(([path, allowed]) => ({
    section,
    robots,
    agent,
    url: path.startsWith('/') ? HOST + path : path,
    allowed,
  }));
}

const only = (path: string): string => lines('user-agent: FooBot', 'disallow: /', `allow: ${path}`);

const GROUPS = lines(
  'allow: /foo/bar/',
  '',
  'user-agent: FooBot',
  'disallow: /',
  'allow: /x/',
  'user-agent: BarBot',
  'disallow: /',
  'allow: /y/',
  '',
  '',
  'allow: /w/',
  'user-agent: BazBot',
  '',
  'user-agent: FooBot',
  'allow: /z/',
  'disallow: /',
);

const named = (agent: string, allow: string, disallow: string, name: string): string =>
  lines(`${agent}: ${name}`, `${allow}: /x/`, `${disallow}: /`);

const SPACED = ['FOO BAR', 'foo bar', 'FoO bAr'];
const GLOBAL = lines('user-agent: *', 'allow: /', 'user-agent: FooBot', 'disallow: /');
const SPECIFIC = lines(
  'user-agent: FooBot',
  'allow: /',
  'user-agent: BarBot',
  'disallow: /',
  'user-agent: BazBot',
  'disallow: /',
);
const rules = (...all: string[]): string => lines('user-agent: FooBot', ...all);

export const REFERENCE_CASES: readonly ReferenceCase[] = [
  ...cases('lines: name, colon, value', rules('disallow: /'), { '/x/y': false }),
  ...cases('lines: unknown names mean nothing', lines('foo: FooBot', 'bar: /'), { '/x/y': true }),
  ...cases('lines: a missing colon is understood', lines('user-agent FooBot', 'disallow /'), {
    '/x/y': false,
  }),
  ...cases('groups: two groups of one crawler are one', GROUPS, {
    '/x/b': true,
    '/z/d': true,
    '/y/c': false,
    '/foo/bar/': false,
  }),
  ...cases(
    'groups: blank lines do not end a group',
    GROUPS,
    { '/y/c': true, '/w/a': true, '/z/d': false, '/foo/bar/': false },
    'BarBot',
  ),
  ...cases(
    'groups: agent lines in a row share their rules',
    GROUPS,
    { '/z/d': true, '/foo/bar/': false },
    'BazBot',
  ),
  ...[
    ['USER-AGENT', 'ALLOW', 'DISALLOW'] as const,
    ['user-agent', 'allow', 'disallow'] as const,
    ['uSeR-aGeNt', 'AlLoW', 'dIsAlLoW'] as const,
  ].flatMap(([agent, allow, disallow]) =>
    cases('names of lines in any case', named(agent, allow, disallow, 'FooBot'), {
      '/x/y': true,
      '/a/b': false,
    }),
  ),
  ...SPACED.flatMap((name) =>
    ['Foo', 'foo'].flatMap((agent) =>
      cases(
        'crawlers in any case, up to the first space',
        named('User-Agent', 'Allow', 'Disallow', name),
        { '/x/y': true, '/a/b': false },
        agent,
      ),
    ),
  ),
  ...cases('no groups: no rules', '', { '/x/y': true }),
  ...cases('everybody: not for a crawler with a group', GLOBAL, { '/x/y': false }),
  ...cases('everybody: for all others', GLOBAL, { '/x/y': true }, 'BarBot'),
  ...cases('no group for a crawler: no rules', SPECIFIC, { '/x/y': true }, 'QuxBot'),
  ...cases('paths: case matters', rules('disallow: /x/'), { '/x/y': false }),
  ...cases('paths: case matters', rules('disallow: /X/'), { '/x/y': true }),
  ...cases('longest: disallow', rules('disallow: /x/page.html', 'allow: /x/'), {
    '/x/page.html': false,
  }),
  ...cases('longest: allow', rules('allow: /x/page.html', 'disallow: /x/'), {
    '/x/page.html': true,
    '/x/': false,
  }),
  ...cases('longest: empty rules say nothing', rules('disallow: ', 'allow: '), {
    '/x/page.html': true,
  }),
  ...cases('longest: allow wins a tie', rules('disallow: /', 'allow: /'), {
    '/x/page.html': true,
  }),
  ...cases('longest: a slash more', rules('disallow: /x', 'allow: /x/'), {
    '/x': false,
    '/x/': true,
  }),
  ...cases(
    'longest: allow wins a tie on the very page',
    rules('disallow: /x/page.html', 'allow: /x/page.html'),
    { '/x/page.html': true },
  ),
  ...cases(
    'longest: the pattern counts, not the match',
    rules('allow: /page', 'disallow: /*.html'),
    {
      '/page.html': false,
      '/page': true,
    },
  ),
  ...cases('longest: prefix against pattern', rules('allow: /x/page.', 'disallow: /*.html'), {
    '/x/page.html': true,
    '/x/y.html': false,
  }),
  ...cases(
    'longest: rules for everybody do not reach a named crawler',
    lines('User-agent: *', 'Disallow: /x/', 'User-agent: FooBot', 'Disallow: /y/'),
    { '/x/page': true, '/y/page': false },
  ),
  ...cases('escapes: query with a URL', only('/foo/bar?qux=taz&baz=http://foo.bar?tar&par'), {
    '/foo/bar?qux=taz&baz=http://foo.bar?tar&par': true,
  }),
  // the bytes of U+30C4, as a rule in UTF-8 has them
  ...cases('escapes: rule in UTF-8', only('/foo/bar/\u00e3\u0083\u0084'), {
    '/foo/bar/%E3%83%84': true,
    '/foo/bar/ツ': false,
  }),
  ...cases('escapes: rule escaped', only('/foo/bar/%E3%83%84'), {
    '/foo/bar/%E3%83%84': true,
    '/foo/bar/ツ': false,
  }),
  ...cases('escapes: needless ones are compared as written', only('/foo/bar/%62%61%7A'), {
    '/foo/bar/baz': false,
    '/foo/bar/%62%61%7A': true,
  }),
  ...cases('special: star', rules('Disallow: /foo/bar/quz', 'Allow: /foo/*/qux'), {
    '/foo/bar/quz': false,
    '/foo/quz': true,
    '/foo//quz': true,
    '/foo/bax/quz': true,
  }),
  ...cases('special: dollar', rules('Disallow: /foo/bar$', 'Allow: /foo/bar/qux'), {
    '/foo/bar': false,
    '/foo/bar/qux': true,
    '/foo/bar/': true,
    '/foo/bar/baz': true,
  }),
  ...cases('special: hash', rules('# Disallow: /', 'Disallow: /foo/quz#qux', 'Allow: /'), {
    '/foo/bar': true,
    '/foo/quz': false,
  }),
];

export const GOOGLE_ONLY_CASES: readonly ReferenceCase[] = [
  ...cases(
    'a crawler’s name ends at a space',
    lines('User-Agent: *', 'Disallow: /', 'User-Agent: Foo Bar', 'Allow: /x/', 'Disallow: /'),
    { '/x/y': true },
    'Foo',
  ),
  ...cases(
    'what is no crawler’s name matches no group',
    lines('User-Agent: *', 'Disallow: /', 'User-Agent: Foo Bar', 'Allow: /x/', 'Disallow: /'),
    { '/x/y': false },
    'Foo Bar',
  ),
  ...['/fish', '/fish*'].flatMap((path) =>
    cases(`documentation: ${path}`, only(path), {
      '/bar': false,
      '/fish': true,
      '/fish.html': true,
      '/fish/salmon.html': true,
      '/fishheads': true,
      '/fishheads/yummy.html': true,
      '/fish.html?id=anything': true,
      '/Fish.asp': false,
      '/catfish': false,
      '/?id=fish': false,
    }),
  ),
  ...cases('documentation: /fish/', only('/fish/'), {
    '/bar': false,
    '/fish/': true,
    '/fish/salmon': true,
    '/fish/?salmon': true,
    '/fish/salmon.html': true,
    '/fish/?id=anything': true,
    '/fish': false,
    '/fish.html': false,
    '/Fish/Salmon.html': false,
  }),
  ...cases('documentation: /*.php', only('/*.php'), {
    '/bar': false,
    '/filename.php': true,
    '/folder/filename.php': true,
    '/folder/filename.php?parameters': true,
    '//folder/any.php.file.html': true,
    '/filename.php/': true,
    '/index?f=filename.php/': true,
    '/php/': false,
    '/index?php': false,
    '/windows.PHP': false,
  }),
  ...cases('documentation: /*.php$', only('/*.php$'), {
    '/bar': false,
    '/filename.php': true,
    '/folder/filename.php': true,
    '/filename.php?parameters': false,
    '/filename.php/': false,
    '/filename.php5': false,
    '/php/': false,
    '/filename?php': false,
    '/aaaphpaaa': false,
    '//windows.PHP': false,
  }),
  ...cases('documentation: /fish*.php', only('/fish*.php'), {
    '/bar': false,
    '/fish.php': true,
    '/fishheads/catfish.php?parameters': true,
    '/Fish.PHP': false,
  }),
  ...cases('documentation: precedence', rules('allow: /p', 'disallow: /'), { '/page': true }),
  ...cases('documentation: precedence', rules('allow: /folder', 'disallow: /folder'), {
    '/folder/page': true,
  }),
  ...cases('documentation: precedence', rules('allow: /page', 'disallow: /*.htm'), {
    '/page.htm': false,
  }),
  ...cases('documentation: precedence', rules('allow: /$', 'disallow: /'), {
    '/': true,
    '/page.html': false,
  }),
];
