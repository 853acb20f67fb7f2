import { describe, expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { hostKey } from '#lib/model/keys.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import type { Row } from '#lib/model/row.ts';
import { robotsLinks } from '#lib/run/robots-links.ts';
import { aFetch, aRow } from '../../support/manifest-rows.ts';

const AT = '2026-01-01T00:00:00.000Z';
const record = (body: string, status = 200) => ({
  ...{ status, body, detail: null, fetchedAt: AT, expiresAt: AT },
});

/** A store that remembers one host. */
async function storeWith(robots: object) {
  const store = memoryObjectStore();
  const pace = { delayMs: 0, notBefore: null, failures: 0, openUntil: null };
  const state = { schema: 1, host: 'site.example', robots, ...pace };
  await store.put(hostKey('site.example'), jsonBytes(state));
  return store;
}

const row = (canonicalUrl: string, more: Partial<Row>): Row =>
  aRow({ ulid: '01KAQ0000000000000000000A1', canonicalUrl, ...more });
const FETCHED = row('https://site.example/a', { state: 'gone', fetch: aFetch({ status: 404 }) });
const MAP = { 'https:': record('Sitemap: /map.xml') };
const ASKED = { robotsSitemaps: true };

describe('robotsLinks', () => {
  it('names the sitemaps of an origin that was asked, once', async () => {
    const store = await storeWith({ ...MAP, 'http:': record('Sitemap: /other.xml') });

    expect(await robotsLinks(store, ASKED, [FETCHED, FETCHED])).toMatchObject([
      {
        url: 'https://site.example/map.xml',
        kind: 'sitemap',
        via: 'https://site.example/robots.txt',
      },
    ]);
  });

  it('names them though robots.txt let nothing be fetched', async () => {
    const disallowed = { state: 'robots-disallowed', reason: 'robots-rule' } as const;

    const links = await robotsLinks(await storeWith(MAP), ASKED, [
      row('https://site.example/a', disallowed),
    ]);

    expect(links).toHaveLength(1);
  });

  it.each([
    ['the source wants none', MAP, { robotsSitemaps: false }, FETCHED],
    ['robots.txt was out of reach', { 'https:': record('', 503) }, ASKED, FETCHED],
    ['its URLs are not fetched yet', MAP, ASKED, row('https://site.example/a', {})],
    ['its URLs were put off', MAP, ASKED, { ...FETCHED, state: 'deferred' as const }],
    ['nothing is remembered of the host', MAP, ASKED, { ...FETCHED, url: 'https://b.example/' }],
    ['what was taken in is a file', MAP, ASKED, { ...FETCHED, url: 'file:///a.html' }],
  ])('names none if %s', async (_, robots, source, of) => {
    expect(await robotsLinks(await storeWith(robots), source, [of])).toEqual([]);
  });
});
