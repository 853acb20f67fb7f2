import { describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { sha256 } from '#lib/model/digest.ts';
import { aMessage, anItem, endings } from '../../support/fetch-with.ts';
import { aPrevious, HTML, scripted } from './scripted-fetch.ts';

const page = (body: string, headers: Record<string, string> = {}) => ({
  headers: { ...HTML, ...headers },
  body,
});

async function refetch(
  previous: ReturnType<typeof aPrevious>,
  answer: { status?: number; headers?: Record<string, string>; body?: string },
  kind: 'page' | 'listing' = 'page',
) {
  const { deps, http, archived, clock } = scripted(({ url }) => (url.endsWith('/a') ? answer : {}));
  await deps.store.put('raw/old', new Uint8Array(100));
  const outcome = await fetchBatch(aMessage([anItem('/a', { previous, kind })]), deps);
  return { outcome, http, archived, clock, fetch: outcome.rows[0]?.fetch };
}

describe('a page known from an earlier run', () => {
  it('is asked for with its validators', async () => {
    const previous = aPrevious({ lastModified: 'Sun, 01 Nov 2026 00:00:00 GMT' });
    const { http } = await refetch(previous, { status: 304 });

    expect(http.requests[1]?.headers).toEqual({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT',
    });
  });

  it.each(['"\u0001"', `"${'e'.repeat(2000)}"`, '"\u4e2d"'])(
    'is asked for without an ETag that may not be sent: %j',
    async (etag) => {
      const { http } = await refetch(aPrevious({ etag }), page('x'));

      expect(http.requests[1]?.headers).toEqual({});
    },
  );

  it('is unchanged on 304, and all that was known of it stays', async () => {
    const previous = aPrevious();
    const { outcome, archived, fetch } = await refetch(previous, {
      status: 304,
      headers: { etag: '"v2"' },
    });

    expect(endings(outcome)).toEqual({ '/a': 'unchanged (not-modified)' });
    expect(outcome.clean).toBeNull();
    expect(archived).toEqual([]);
    expect(fetch).toMatchObject({
      status: 304,
      etag: '"v2"',
      payloadDigest: previous.payloadDigest,
      raw: previous.raw,
      contentType: 'text/html',
      changedAt: previous.changedAt,
    });
  });

  it('keeps what was said of its use: a 304 need not repeat it', async () => {
    const previous = aPrevious({ robots: ['noindex'], cleaner: 6 });
    const { outcome, fetch } = await refetch(previous, { status: 304 });

    expect(fetch?.robots).toEqual(['noindex']);
    expect(outcome.clean?.pages[0]?.parts[0]?.robots).toEqual(['noindex']);
    expect((await refetch(previous, { status: 500 })).fetch?.robots).toEqual(['noindex']);
    expect((await refetch(previous, page('new'))).fetch?.robots).toEqual([]);
  });

  it('is unchanged if the same payload comes again', async () => {
    const previous = aPrevious({ payloadDigest: sha256('same') });
    const { outcome, archived, fetch } = await refetch(previous, page('same'));

    expect(endings(outcome)).toEqual({ '/a': 'unchanged (same-payload)' });
    expect(archived).toEqual([]);
    expect(fetch).toMatchObject({ raw: previous.raw, changedAt: previous.changedAt });
  });

  it('is fetched if it changed, and the time of the change is kept', async () => {
    const { outcome, archived, fetch } = await refetch(aPrevious(), page('new'));

    expect(endings(outcome)).toEqual({ '/a': 'fetched (http-200)' });
    expect(archived).toHaveLength(1);
    expect(fetch).toMatchObject({ changedAt: fetch?.fetchedAt, payloadDigest: sha256('new') });
  });

  it.each([
    ['not modified', { status: 304 }, 'raw/old'],
    ['the same payload', page('same'), 'raw/new'],
  ])('is cleaned again by newer code from the raw response: %s', async (_, answer, key) => {
    const previous = aPrevious({ cleaner: 6, payloadDigest: sha256('same') });
    const { outcome } = await refetch(previous, answer);

    expect(endings(outcome)).toEqual({ '/a': 'fetched (http-200)' });
    expect(outcome.clean?.pages[0]?.parts[0]?.raw.key).toBe(key);
  });

  it('is asked for without validators if newer code needs a raw response that is gone', async () => {
    const previous = aPrevious({ cleaner: 6, raw: { key: 'raw/deleted', offset: 0, length: 9 } });
    const { http, outcome } = await refetch(previous, page('x'));

    expect(http.requests[1]?.headers).toEqual({});
    expect(endings(outcome)).toEqual({ '/a': 'fetched (http-200)' });
  });

  it('that is a listing is read again though it was not modified', async () => {
    const { outcome } = await refetch(aPrevious({ cleaner: null }), { status: 304 }, 'listing');

    expect(endings(outcome)).toEqual({ '/a': 'fetched (http-200)' });
    expect(outcome.discover?.pages[0]?.parts[0]?.raw).toEqual({
      key: 'raw/old',
      offset: 10,
      length: 20,
    });
  });

  it('keeps what was known when a fetch fails', async () => {
    const previous = aPrevious();
    const { outcome, fetch } = await refetch(previous, { status: 403 });

    expect(endings(outcome)).toEqual({ '/a': 'failed (http-4xx)' });
    expect(fetch).toMatchObject({
      status: 403,
      etag: previous.etag,
      payloadDigest: previous.payloadDigest,
      raw: previous.raw,
    });
    expect(outcome.rows[0]?.presence).toBeNull();
  });

  it('is missing, not yet withdrawn, on the first 404', async () => {
    const { outcome, fetch } = await refetch(aPrevious(), { status: 404 });

    expect(endings(outcome)).toEqual({ '/a': 'gone (http-404)' });
    expect(fetch?.missingSince).toBe(fetch?.fetchedAt);
    expect(outcome.rows[0]?.presence).toBeNull();
  });

  it('is withdrawn when 404 has lasted', async () => {
    const previous = aPrevious({ missingSince: '2026-11-18T00:00:00.000Z' });
    const { outcome, fetch } = await refetch(previous, { status: 404 });

    expect(fetch?.missingSince).toBe(previous.missingSince);
    expect(outcome.rows[0]?.presence).toMatchObject({ value: 'gone' });
  });

  it('is withdrawn at once on 410', async () => {
    const { outcome } = await refetch(aPrevious(), { status: 410 });

    expect(endings(outcome)).toEqual({ '/a': 'gone (http-410)' });
    expect(outcome.rows[0]?.presence).toMatchObject({ value: 'gone' });
  });

  it.each([[{ status: 304 }], [page('back')]])(
    'is present again when it is back',
    async (answer) => {
      const previous = aPrevious({ missingSince: '2026-11-18T00:00:00.000Z' });
      const { outcome, fetch } = await refetch(previous, answer);

      expect(outcome.rows[0]?.presence).toMatchObject({ value: 'present' });
      expect(fetch?.missingSince).toBeNull();
    },
  );
});
