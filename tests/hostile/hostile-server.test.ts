import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import type { HttpClient } from '#lib/io/http-client.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { aMessage, anItem, endings, fetchDeps, USER_AGENT } from '../support/fetch-with.ts';
import { HOSTILE_CASES } from './hostile-cases.ts';
import { HTML, HTML_TYPE } from './payloads.ts';
import { type RawServer, rawServer, respond } from './raw-server.ts';
import { rssGrowth } from './rss-growth.ts';

/** The bounds of production, each a hundredth or so, so that the suite is quick. */
const LIMITS = {
  firstByteMs: 500,
  idleMs: 400,
  totalMs: 4000,
  graceMs: 300,
  minBytesPerSecond: 2000,
};
/** Three tries of a URL, and the page after it. */
const MAX_MS = 3 * LIMITS.totalMs;
const MAX_RSS_GROWTH = 256 * 1024 * 1024;

let server: RawServer;
let http: HttpClient;

beforeAll(async () => {
  server = await rawServer((socket, request) => {
    const hostile = HOSTILE_CASES[Number(request.path.split('/')[2])];
    if (request.path.startsWith('/case/') && hostile) hostile.answer(socket, request);
    else if (request.path === '/robots.txt') respond('404 Not Found', [])(socket, request);
    else respond('200 OK', [HTML_TYPE], HTML)(socket, request);
  });
  http = safeHttpClient({
    userAgent: USER_AGENT,
    allowPrivateAddresses: [server.port],
    limits: LIMITS,
  });
});

afterAll(async () => {
  await http.close();
  await server.close();
});

describe('a hostile server', () => {
  it.each(HOSTILE_CASES.map((one, index) => ({ ...one, index })))(
    '$name → $ends, and the next page comes through',
    async ({ index, ends, item }) => {
      const url = `${server.origin}/case/${index}`;
      const deps = fetchDeps(http);
      const before = server.bytesWritten();
      const watch = rssGrowth();
      const startedAt = performance.now();

      const outcome = await fetchBatch(
        aMessage([anItem(url, item), anItem(`${server.origin}/fine`)]),
        deps,
      );

      expect(endings(outcome)).toEqual({
        [`/case/${index}`]: ends,
        '/fine': 'fetched (http-200)',
      });
      expect(outcome.rest).toBeNull();
      expect(performance.now() - startedAt).toBeLessThan(MAX_MS);
      expect(watch.end()).toBeLessThan(MAX_RSS_GROWTH);
      if (ends.startsWith('not-a-document')) {
        expect(server.bytesWritten() - before).toBeLessThan(8 * 1024 * 1024);
      }
    },
  );

  it.each([
    ['tls', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['timeout', () => undefined],
  ])('that speaks no TLS ends an https URL: %s', async (reason, onConnection) => {
    const plain = createServer(onConnection);
    await new Promise<void>((resolve) => {
      plain.listen(0, '127.0.0.1', resolve);
    });
    const address = plain.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const client = safeHttpClient({
      userAgent: USER_AGENT,
      allowPrivateAddresses: [port],
      limits: { ...LIMITS, connectMs: 300 },
    });

    const outcome = await client.get({ url: `https://127.0.0.1:${port}/`, maxBytes: 1000 });

    expect(outcome).toMatchObject({ kind: 'fault', state: 'failed', reason });
    await client.close();
    plain.close();
  });

  it('has at least sixty faces', () => {
    expect(new Set(HOSTILE_CASES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
  });
});
