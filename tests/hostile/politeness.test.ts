import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import {
  aMessage,
  anItem,
  aSource,
  endings,
  fetchDeps,
  USER_AGENT,
} from '../support/fetch-with.ts';
import { HTML, HTML_TYPE } from './payloads.ts';
import { type RawAnswer, type RawServer, rawServer, respond } from './raw-server.ts';

const HOST_HEADER = /^host: ([^:\r\n]+)/im;
const fine = respond('200 OK', [HTML_TYPE], HTML);

/** Any name is the loopback: twenty hosts on one port. */
const everywhere: LookupFunction = (_, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

let open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

async function serve(
  answer: RawAnswer,
): Promise<{ server: RawServer; http: ReturnType<typeof safeHttpClient> }> {
  const server = await rawServer(answer);
  const http = safeHttpClient({
    userAgent: USER_AGENT,
    allowPrivateAddresses: [server.port],
    lookup: everywhere,
    limits: { firstByteMs: 400, totalMs: 2000 },
  });
  open.push(http, server);
  return { server, http };
}

const hostOf = (headers: string): string => HOST_HEADER.exec(headers)?.[1] ?? '';

/** Arrival times by host, in order. */
function arrivals(server: RawServer): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { headers, time } of server.requests) {
    const list = times.get(hostOf(headers)) ?? [];
    times.set(hostOf(headers), list);
    list.push(time);
  }
  return times;
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

const smallestGap = (times: readonly number[]): number => Math.min(...gaps(times));

const pages = (hosts: number, each: number, port: number) =>
  Array.from({ length: hosts * each }, (_, n) =>
    anItem(`http://h${n % hosts}.example:${port}/page/${Math.floor(n / hosts)}`),
  );

describe('twenty hosts, 500 pages', () => {
  it('keeps every host’s pause, interleaves the hosts, and takes as long as the slowest host', async () => {
    const intervalMs = 200;
    const crawlDelayMs = 300;
    const { server, http } = await serve((socket, request) => {
      const isSlow = hostOf(request.headers) === 'h7.example';
      const robots = `User-agent: *\n${isSlow ? `Crawl-delay: ${crawlDelayMs / 1000}` : 'Allow: /'}\n`;
      if (request.path === '/robots.txt') respond('200 OK', [], robots)(socket, request);
      else fine(socket, request);
    });
    const politeness = { intervalMs, concurrency: 1, maxCrawlDelayMs: 60_000 };
    const startedAt = performance.now();

    const outcome = await fetchBatch(
      aMessage(pages(20, 25, server.port)),
      fetchDeps(http, { source: aSource({ politeness }) }),
    );
    const ms = performance.now() - startedAt;

    expect(outcome.rows.filter(({ state }) => state === 'fetched')).toHaveLength(500);
    const times = arrivals(server);
    expect(times.size).toBe(20);
    for (const [host, list] of times) {
      expect(list).toHaveLength(26);
      // the pause before the first page is still the configured one: the answer named the other
      const pause = host === 'h7.example' ? crawlDelayMs : intervalMs;
      expect(smallestGap(list)).toBeGreaterThanOrEqual(pause);
    }
    const hosts = server.requests.map(({ headers }) => hostOf(headers));
    const changes = hosts.filter((host, index) => host !== hosts[index - 1]).length;
    expect(changes / hosts.length).toBeGreaterThan(0.9);
    expect(ms).toBeLessThan(1.2 * 25 * crawlDelayMs);
  });

  it('lets as many requests to a host as the source allows be under way, no faster', async () => {
    const { server, http } = await serve((socket, request) => {
      if (request.path === '/robots.txt') respond('404 Not Found', [])(socket, request);
      else setTimeout(() => fine(socket, request), 150);
    });
    const politeness = { intervalMs: 50, concurrency: 3, maxCrawlDelayMs: 60_000 };
    const startedAt = performance.now();

    await fetchBatch(
      aMessage(pages(1, 12, server.port)),
      fetchDeps(http, { source: aSource({ politeness }) }),
    );

    expect(performance.now() - startedAt).toBeLessThan(12 * 150);
    // Starts are spaced exactly. One that is late on its way makes one gap short; without a pace two of three are none.
    const short = gaps(arrivals(server).get('h0.example') ?? []).filter((gap) => gap < 25);
    expect(short.length).toBeLessThanOrEqual(2);
  });
});

describe('a host that has enough', () => {
  it('is asked again after the seconds of its Retry-After', async () => {
    const { server, http } = await serve((socket, request) => {
      if (request.path !== '/page/0' || request.count > 1) fine(socket, request);
      else respond('429 Slow Down', ['Retry-After: 2'])(socket, request);
    });

    const outcome = await fetchBatch(aMessage(pages(1, 1, server.port)), fetchDeps(http));

    const [, first = 0, second = 0] = server.requests.map(({ time }) => time);
    expect(endings(outcome)).toEqual({ '/page/0': 'fetched (http-200)' });
    expect(second - first).toBeGreaterThanOrEqual(2000);
  });

  it('is asked again after the date of its Retry-After', async () => {
    const until = Math.ceil(Date.now() / 1000 + 2) * 1000;
    const { server, http } = await serve((socket, request) => {
      const later = respond('503 Busy', [`Retry-After: ${new Date(until).toUTCString()}`]);
      if (request.path === '/page/0' && request.count === 1) later(socket, request);
      else fine(socket, request);
    });

    const outcome = await fetchBatch(aMessage(pages(1, 2, server.port)), fetchDeps(http));

    expect(Object.values(endings(outcome))).toEqual(['fetched (http-200)', 'fetched (http-200)']);
    expect(server.requests[2]?.time).toBeGreaterThanOrEqual(until);
  });

  it('is left for another time if it asks for longer than a batch can wait', async () => {
    const { server, http } = await serve((socket, request) => {
      if (request.path === '/robots.txt') respond('404 Not Found', [])(socket, request);
      else respond('503 Busy', ['Retry-After: 3600'])(socket, request);
    });

    const outcome = await fetchBatch(aMessage(pages(1, 5, server.port)), fetchDeps(http));

    expect(new Set(Object.values(endings(outcome)))).toEqual(new Set(['deferred (retry-after)']));
    expect(server.requests).toHaveLength(2);
    const dueIn = Date.parse(outcome.rows[0]?.fetch?.nextDueAt ?? '') - Date.now();
    expect(dueIn).toBeGreaterThan(3_500_000);
  });

  it('is left alone across batches by what is remembered of it', async () => {
    const { server, http } = await serve((socket, request) => {
      if (request.path === '/robots.txt') respond('404 Not Found', [])(socket, request);
      else respond('429 No', ['Retry-After: 3600'])(socket, request);
    });
    const deps = fetchDeps(http);
    await fetchBatch(aMessage(pages(1, 2, server.port)), deps);
    const before = server.requests.length;

    const outcome = await fetchBatch(aMessage(pages(1, 2, server.port)), deps);

    expect(new Set(Object.values(endings(outcome)))).toEqual(new Set(['deferred (retry-after)']));
    expect(server.requests).toHaveLength(before);
  });

  it('gets its pause between the last request of a batch and the first of the next', async () => {
    const { server, http } = await serve(fine);
    const politeness = { intervalMs: 300, concurrency: 1, maxCrawlDelayMs: 60_000 };
    const deps = fetchDeps(http, { source: aSource({ politeness }) });

    await fetchBatch(aMessage(pages(1, 2, server.port)), deps);
    await fetchBatch(aMessage(pages(1, 2, server.port)), deps);

    expect(smallestGap(arrivals(server).get('h0.example') ?? [])).toBeGreaterThanOrEqual(300);
    expect(server.requests.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
  });
});

describe('a batch that is told to stop', () => {
  it('finishes what is under way and does not sit out its pauses', async () => {
    const stop = new AbortController();
    const { server, http } = await serve((socket, request) => {
      if (request.path === '/page/0') setTimeout(() => stop.abort(), 50);
      setTimeout(() => fine(socket, request), 100);
    });
    const politeness = { intervalMs: 3000, concurrency: 2, maxCrawlDelayMs: 60_000 };
    const startedAt = performance.now();

    const outcome = await fetchBatch(
      aMessage(pages(1, 9, server.port)),
      fetchDeps(http, { signal: stop.signal, source: aSource({ politeness }) }),
    );

    expect(endings(outcome)).toEqual({ '/page/0': 'fetched (http-200)' });
    expect(outcome.rest?.items).toHaveLength(8);
    expect(performance.now() - startedAt).toBeLessThan(4500);
  });
});
