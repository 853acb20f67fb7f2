import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { addressOf, forbiddenAddresses, isForbidden } from '#lib/io/address-rules.ts';
import type { HttpClient } from '#lib/io/http-client.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { aMessage, anItem, endings, fetchDeps, USER_AGENT } from '../support/fetch-with.ts';
import { HTML, HTML_TYPE } from './payloads.ts';
import { type RawAnswer, type RawServer, rawServer, respond } from './raw-server.ts';

/**
 * Two listeners: `own` may be reached (the rule is relaxed for its port alone), `forbidden` must
 * not see a single connection, whatever the spelling or the path that leads to it. Its port is
 * among the allowed ones, so only the address rule keeps us away from it.
 */
let forbidden: RawServer;
let forbidden6: RawServer | null;
let own: RawServer;
let answers: Map<string, RawAnswer>;
let names: Map<string, LookupAddress[][]>;

const fine = respond('200 OK', [HTML_TYPE], HTML);
const missing = respond('404 Not Found', []);

/** Answers of a name server that may change its mind: the last one stays. */
const lookup: LookupFunction = (hostname, options, callback) => {
  const rounds = names.get(hostname);
  const found = (rounds && rounds.length > 1 ? rounds.shift() : rounds?.[0]) ?? [];
  const [first] = found;
  if (!first) {
    const error: NodeJS.ErrnoException = new Error(`no such host: ${hostname}`);
    error.code = 'ENOTFOUND';
    callback(error, '');
  } else if (options.all) callback(null, found);
  else callback(null, first.address, first.family);
};

const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const v6 = (address: string): LookupAddress => ({ address, family: 6 });

let http: HttpClient;

beforeAll(async () => {
  forbidden = await rawServer(fine);
  forbidden6 = await rawServer(fine, '::1').catch(() => null);
  own = await rawServer((socket, request) => {
    const answer = answers.get(request.path) ?? (request.path === '/robots.txt' ? missing : fine);
    answer(socket, request);
  });
  http = safeHttpClient({
    userAgent: USER_AGENT,
    allowPrivateAddresses: [own.port],
    allowedPorts: [80, 443, forbidden.port, ...(forbidden6 ? [forbidden6.port] : [])],
    lookup,
    limits: { connectMs: 1000, firstByteMs: 1500, totalMs: 2000 },
  });
});

beforeEach(() => {
  answers = new Map();
  names = new Map();
});

afterAll(async () => {
  expect(forbidden.connections()).toBe(0);
  expect(forbidden6?.connections() ?? 0).toBe(0);
  await http.close();
  await Promise.all([forbidden.close(), forbidden6?.close(), own.close()]);
});

const seen = (): number => forbidden.connections() + (forbidden6?.connections() ?? 0);

/** Spellings of loopback and of what embeds it, and of all the ranges that are not public. */
const LITERALS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '0x7f000001',
  '0x7f.1',
  '0X7F.0X1',
  '127.0.0.1.',
  '１２７.０.０.１',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '①②⑦.⓪.⓪.①',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '0xa9fea9fe',
  '169.254.170.2',
  '168.63.129.16',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.0.192',
  '192.88.99.1',
  '198.18.0.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:169.254.169.254]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::127.0.0.1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::1]',
  '[2001:0:7f00:1::1]',
  '[2001:db8::1]',
  '[100::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[5f00::1]',
  '[3fff::1]',
];

const RESOLVED: readonly (readonly [string, LookupAddress[]])[] = [
  ['loopback', [v4('127.0.0.1')]],
  ['loopback, IPv6', [v6('::1')]],
  ['loopback, mapped', [v6('::ffff:127.0.0.1')]],
  ['two loopbacks', [v4('127.0.0.1'), v6('::1')]],
  ['metadata', [v4('169.254.169.254')]],
  ['metadata, IPv6', [v6('fd00:ec2::254')]],
  ['NAT64 of loopback', [v6('64:ff9b::7f00:1')]],
  ['6to4 of loopback', [v6('2002:7f00:1::1')]],
  ['Teredo', [v6('2001:0:7f00:1::1')]],
  ['this network', [v4('0.0.0.0')]],
  ['carrier-grade NAT', [v4('100.64.0.1')]],
  ['private', [v4('10.1.2.3'), v4('192.168.0.1'), v4('172.20.0.1')]],
];

describe('addresses', () => {
  it.each(LITERALS)('never connects to http://%s', async (host) => {
    for (const scheme of ['http', 'https']) {
      for (const port of [forbidden.port, forbidden6?.port ?? 80, 80]) {
        const outcome = await http.get({ url: `${scheme}://${host}:${port}/`, maxBytes: 1000 });

        expect(outcome).toMatchObject({ kind: 'fault', state: 'blocked-address' });
      }
    }
    expect(seen()).toBe(0);
  });

  it.each(RESOLVED)('never connects to a name of %s', async (_, found) => {
    names.set('name.example', [found]);
    for (const scheme of ['http', 'https']) {
      for (const port of [forbidden.port, forbidden6?.port ?? 80]) {
        const outcome = await http.get({ url: `${scheme}://name.example:${port}/`, maxBytes: 99 });

        expect(outcome).toMatchObject({
          kind: 'fault',
          state: 'blocked-address',
          reason: 'private-address',
        });
      }
    }
    expect(seen()).toBe(0);
  });

  it('connects to the address it judged when a name server changes its mind', async () => {
    const rounds = [[v4('127.0.0.2')], [v4('127.0.0.1')], [v4('127.0.0.1')]];
    names.set('rebind.example', rounds);

    for (let round = 0; round < 5; round++) {
      const outcome = await http.get({
        url: `http://rebind.example:${forbidden.port}/`,
        maxBytes: 99,
      });
      expect(outcome).toMatchObject({ kind: 'fault', reason: 'private-address' });
    }
    expect(seen()).toBe(0);
  });

  it.each([
    ['http://a.example:22/', 'port'],
    ['http://a.example:8080/', 'port'],
    ['https://a.example:6379/', 'port'],
    ['ftp://a.example/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['gopher://127.0.0.1:70/', 'scheme'],
    ['http://user@a.example/', 'credentials'],
    ['http://user:secret@127.0.0.1/', 'credentials'],
    ['http://:secret@a.example/', 'credentials'],
  ])('refuses %s for its %s', async (url, reason) => {
    expect(await http.get({ url, maxBytes: 99 })).toMatchObject({
      kind: 'fault',
      state: 'blocked-address',
      reason,
    });
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '2400:3200::1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('lets the public address %s through', (address) => {
    const policy = {
      forbidden: forbiddenAddresses(),
      ports: 'any',
      privatePorts: new Set<number>(),
    } as const;

    expect(isForbidden(policy, address, 80)).toBe(false);
  });

  it('takes the brackets off an IPv6 host', () => {
    expect(addressOf(new URL('http://[::1]/'))).toBe('::1');
  });
});

describe('ways that lead to a forbidden address', () => {
  const target = () => `http://127.0.0.1:${forbidden.port}/`;

  it.each(['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', '0.0.0.0'])(
    'a redirect to %s is followed by nobody',
    async (host) => {
      const location = `http://${host}:${forbidden.port}/`;
      answers.set('/from', respond('302 Found', [`Location: ${location}`]));
      const first = await fetchBatch(aMessage([anItem(`${own.origin}/from`)]), fetchDeps(http));
      const links = first.discover?.links ?? [];

      const second = await fetchBatch(
        aMessage(links.map(({ url, hop }) => anItem(url, { hop }))),
        fetchDeps(http),
      );

      expect(endings(first)).toEqual({ '/from': 'redirected (redirect)' });
      expect(endings(second)).toEqual({ '/': 'blocked-address (private-address)' });
      expect(seen()).toBe(0);
    },
  );

  it('a redirect of robots.txt: nothing may be fetched', async () => {
    answers.set('/robots.txt', respond('301 Moved', [`Location: ${target()}robots.txt`]));

    const outcome = await fetchBatch(aMessage([anItem(`${own.origin}/page`)]), fetchDeps(http));

    expect(endings(outcome)).toEqual({ '/page': 'robots-disallowed (robots-unreachable)' });
    expect(seen()).toBe(0);
  });

  it('a robots.txt of a forbidden host: its pages are blocked by address', async () => {
    const outcome = await fetchBatch(aMessage([anItem(`${target()}page`)]), fetchDeps(http));

    expect(endings(outcome)).toEqual({ '/page': 'blocked-address (private-address)' });
    expect(seen()).toBe(0);
  });

  it('a Sitemap line of robots.txt', async () => {
    const robots = `User-agent: *\nSitemap: ${target()}sitemap.xml\n`;
    answers.set('/robots.txt', respond('200 OK', ['Content-Type: text/plain'], robots));

    const first = await fetchBatch(aMessage([anItem(`${own.origin}/page`)]), fetchDeps(http));
    const links = first.discover?.links ?? [];
    const second = await fetchBatch(
      aMessage(links.map(({ url, kind }) => anItem(url, { kind }))),
      fetchDeps(http),
    );

    expect(links.map(({ kind }) => kind)).toEqual(['sitemap']);
    expect(endings(second)).toEqual({ '/sitemap.xml': 'blocked-address (private-address)' });
    expect(seen()).toBe(0);
  });

  it('a link to the next page of an article', async () => {
    const outcome = await fetchBatch(
      aMessage([anItem(`${own.origin}/article`)]),
      fetchDeps(http, { articlePages: () => [`${target()}article_2`] }),
    );

    expect(outcome.clean?.pages[0]?.parts).toHaveLength(1);
    expect(seen()).toBe(0);
  });

  it('a link back to the first page of an article', async () => {
    const outcome = await fetchBatch(
      aMessage([anItem(`${own.origin}/article_2`)]),
      fetchDeps(http, { firstPage: () => `${target()}article` }),
    );

    expect(endings(outcome)).toEqual({ '/article_2': 'fetched (http-200)' });
    expect(seen()).toBe(0);
  });

  it('a next page whose name is rebound to a forbidden address', async () => {
    names.set('site.example', [[v4('127.0.0.1')]]);

    const outcome = await fetchBatch(
      aMessage([anItem(`http://site.example:${own.port}/article`)]),
      fetchDeps(http, { articlePages: () => [`http://site.example:${forbidden.port}/article_2`] }),
    );

    expect(outcome.clean?.pages[0]?.parts).toHaveLength(1);
    expect(seen()).toBe(0);
  });

  it('a redirect of an article’s next page', async () => {
    answers.set('/article_2', respond('302 Found', [`Location: ${target()}`]));

    const outcome = await fetchBatch(
      aMessage([anItem(`${own.origin}/article`)]),
      fetchDeps(http, { articlePages: () => [`${own.origin}/article_2`] }),
    );

    expect(outcome.clean?.pages[0]).toMatchObject({ partsMissing: true });
    expect(seen()).toBe(0);
  });

  it('is reached by nothing of all that', () => {
    expect(LITERALS.length + RESOLVED.length).toBeGreaterThanOrEqual(40);
    expect(seen()).toBe(0);
  });
});
