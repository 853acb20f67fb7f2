import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { type RawServer, rawServer, respond } from '../hostile/raw-server.ts';
import { aMessage, anItem, fetchDeps, USER_AGENT } from '../support/fetch-with.ts';

const HOSTS = 100;
const PAGES = 5000;
const BATCH = 200;
const UNDER_WAY = 16;
const BODY = `<!doctype html><title>t</title>${'<p>Text of a page of some length.</p>'.repeat(200)}`;

const everywhere: LookupFunction = (_, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

let server: RawServer;
let urls: string[];

beforeAll(async () => {
  const page = respond('200 OK', ['Content-Type: text/html'], BODY);
  const missing = respond('404 Not Found', []);
  server = await rawServer((socket, request) =>
    (request.path === '/robots.txt' ? missing : page)(socket, request),
  );
  urls = Array.from(
    { length: PAGES },
    (_, n) => `http://h${n % HOSTS}.example:${server.port}/p/${n}`,
  );
});
afterAll(() => server.close());

/** The same list by undici alone, as many requests at a time. */
async function plain(): Promise<number> {
  const agent = new Agent({ connect: { lookup: everywhere } });
  const waiting = [...urls];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const { origin, pathname: path } = new URL(url);
      const { body } = await agent.request({ origin, path, method: 'GET' });
      await body.arrayBuffer();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, worker));
  await agent.close();
  return done;
}

const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** robots.txt, rules of address, pauses of nothing, digests, rows; raw responses are dropped. */
async function fetched(afterBatch: (pages: number) => void = () => {}): Promise<number> {
  const http = safeHttpClient({
    userAgent: USER_AGENT,
    allowPrivateAddresses: [server.port],
    lookup: everywhere,
  });
  const deps = fetchDeps(http, {
    warc: {
      write: async (all) => all.map((_, offset) => ({ key: 'raw', offset, length: 1 })),
    },
  });
  let done = 0;
  for (let at = 0; at < urls.length; at += BATCH) {
    const items = urls.slice(at, at + BATCH).map((url) => anItem(url));
    const { rows } = await fetchBatch(aMessage(items), deps);
    done += rows.filter(({ state }) => state === 'fetched').length;
    afterBatch(done);
  }
  await http.close();
  return done;
}

test(`${PAGES} pages on ${HOSTS} hosts without pauses, beside plain requests`, async ({
  bench,
}) => {
  expect([await plain(), await fetched()]).toEqual([PAGES, PAGES]);

  await bench.compare(
    bench('undici alone', async () => {
      await plain();
    }),
    bench('fetch stage', async () => {
      await fetched();
    }),
    { iterations: 2, time: 0, warmup: false },
  );
}, 180_000);

test('memory of the process, the server in it, while it fetches them', async () => {
  const table: { pages: number; MB: number }[] = [];
  await fetched((pages) => {
    if (pages === BATCH || pages % 1000 === 0) table.push({ pages, MB: megabytes() });
  });
  console.table(table);
}, 180_000);
