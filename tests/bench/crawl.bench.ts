import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, test } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { runInto } from '../support/sample-run.ts';

const PAGES = 300;
const BODY = `<html><body><h1>Page</h1>${'<p>A paragraph of some length, as pages have them.</p>'.repeat(40)}</body></html>`;

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((asked, answer) => {
    if (asked.url === '/robots.txt') answer.writeHead(404).end();
    else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** What discovery, robots, archive, cleaning and manifest cost beside the bare requests. */
test(`a run over ${PAGES} pages of one host, beside plain requests one after the other`, async ({
  bench,
}) => {
  const urls = Array.from({ length: PAGES }, (_, index) => `${origin}/p/${index}.html`);
  const source = sourceDefinition.parse({
    name: 'bench',
    seeds: urls,
    politeness: { intervalMs: 0, concurrency: 8 },
  });
  await bench.compare(
    bench('undici alone', async () => {
      for (const url of urls) await (await request(url)).body.arrayBuffer();
    }),
    bench('winnow run', async () => {
      await runInto(memoryObjectStore(), source);
    }),
    { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 },
  );
}, 120_000);
