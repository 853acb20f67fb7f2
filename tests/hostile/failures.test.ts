import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { isTerminal } from '#lib/model/states.ts';
import { aMessage, anItem, fetchDeps, USER_AGENT } from '../support/fetch-with.ts';
import { runInto } from '../support/sample-run.ts';
import { type RawAnswer, type RawServer, rawServer, reset, respond } from './raw-server.ts';

const HOST_HEADER = /^host: ([^:\r\n]+)/im;
const PROSE = 'The keeper of the light wrote down the weather twice a day for forty years. '.repeat(
  9,
);

const page = (name: string): RawAnswer =>
  respond(
    '200 OK',
    ['Content-Type: text/html; charset=utf-8'],
    `<!doctype html><title>Entry ${name}</title><h1>Entry ${name}</h1><p>${name} ${PROSE}</p>`,
  );

/** Any name is the loopback. */
const everywhere: LookupFunction = (_, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

const FAILURES: readonly RawAnswer[] = [
  (socket) => reset(socket),
  (socket) => socket.end(),
  respond('500 Oops', []),
  respond('502 Bad Gateway', []),
  respond('503 Busy', []),
  respond('429 Slow Down', ['Retry-After: 1']),
  (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nhalf');
    setTimeout(() => reset(socket), 5);
  },
];
const NO_ANSWER: RawAnswer = () => undefined;

let server: RawServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

/** A server of which a fifth of all answers fail, but never the third for a URL. */
async function failing(failures: readonly RawAnswer[], host?: string) {
  let drawn = 20_261_122;
  let failed = 0;
  const tries = new Map<string, number>();
  const one = await rawServer((socket, request) => {
    drawn = (drawn * 16_807) % 2_147_483_647; // a fixed sequence, so that the test repeats
    const url = (HOST_HEADER.exec(request.headers)?.[1] ?? '') + request.path;
    const tried = (tries.get(url) ?? 0) + 1;
    tries.set(url, tried);
    const failure = failures[Math.floor(drawn / 1000) % failures.length];
    if (drawn / 2_147_483_647 < 0.2 && tried < 3 && failure) {
      failed += 1;
      failure(socket, request);
    } else if (request.path === '/robots.txt') respond('404 Not Found', [])(socket, request);
    else page(url)(socket, request);
  }, host);
  server = one;
  return { port: one.port, failed: () => failed };
}

describe('a fifth of all requests fails', () => {
  it('every URL of a batch ends in one row, and all are fetched', async () => {
    const { port, failed } = await failing([...FAILURES, NO_ANSWER]);
    const http = safeHttpClient({
      userAgent: USER_AGENT,
      allowPrivateAddresses: [port],
      lookup: everywhere,
      limits: { firstByteMs: 400, totalMs: 2000 },
    });
    const items = Array.from({ length: 200 }, (_, n) =>
      anItem(`http://h${n % 20}.example:${port}/page/${n}`),
    );

    const outcome = await fetchBatch(aMessage(items), fetchDeps(http));
    await http.close();

    expect(failed()).toBeGreaterThan(30);
    expect(outcome.rest).toBeNull();
    expect(outcome.rows.map(({ canonicalUrl }) => canonicalUrl).toSorted()).toEqual(
      items.map(({ canonicalUrl }) => canonicalUrl).toSorted(),
    );
    expect(outcome.rows.filter(({ state }) => state !== 'fetched')).toEqual([]);
    expect(outcome.clean?.pages).toHaveLength(items.length);
  });

  it('every URL of a run is published', async () => {
    const { port, failed } = await failing(FAILURES, '0.0.0.0');
    const seeds = Array.from(
      { length: 60 },
      (_, n) => `http://127.0.0.${1 + (n % 12)}:${port}/page/${n}`,
    );
    const source = sourceDefinition.parse({
      name: 'failing',
      seeds,
      politeness: { intervalMs: 0 },
    });

    const { complete, rows } = await runInto(memoryObjectStore(), source);

    expect(failed()).toBeGreaterThan(10);
    expect(complete).toBe(true);
    expect(rows.every(({ state }) => isTerminal(state))).toBe(true);
    expect(rows.map(({ url, state }) => [url, state]).toSorted()).toEqual(
      seeds.map((url) => [url, 'published']).toSorted(),
    );
  });
});
