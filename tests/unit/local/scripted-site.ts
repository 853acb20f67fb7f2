import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import { localRun } from '#lib/local/local-run.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import type { State } from '#lib/model/states.ts';
import { jumpingClock, type Script, type Scripts, scriptedHttp } from '../fetch/scripted-http.ts';

export const ORIGIN = 'http://a.example';

/** What the paths of a site answer, 304 if asked with their ETag; others are missing. May be changed between runs. */
export type Site = Record<string, Script | string>;

const PROSE = 'The keeper of the light wrote down the weather twice a day for forty years. '.repeat(
  9,
);

export const article = (name: string): string =>
  `<!doctype html><title>Entry ${name}</title><h1>Entry ${name}</h1><p>${name} ${PROSE}</p>`;

export const sitemap = (entries: Readonly<Record<string, string | null>>): string =>
  `<urlset>${Object.entries(entries)
    .map(
      ([path, lastmod]) =>
        `<url><loc>${ORIGIN}${path}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
    )
    .join('')}</urlset>`;

/** A scripted site and a store, to be crawled again and again. */
export function scriptedSite(site: Site) {
  const clock = jumpingClock();
  const store = memoryObjectStore();
  const ulid = ulidFactory(clock.now);
  const answer: Scripts = ({ url, headers }) => {
    const said = site[new URL(url).pathname];
    if (said === undefined) return { status: 404 };
    if (typeof said === 'string') return { headers: { 'content-type': 'text/html' }, body: said };
    const etag = said.headers?.['etag'];
    return etag !== undefined && headers?.['if-none-match'] === etag ? { status: 304 } : said;
  };
  return {
    clock,
    store,
    /** One run, interrupted at the first row of a state; the paths asked for, in order, without robots.txt. */
    async crawl(facts: object, options: { dueOnly?: boolean; stopAt?: State } = {}) {
      const stop = new AbortController();
      const http = scriptedHttp(answer, clock.now);
      const source = sourceDefinition.parse({
        name: 'site',
        politeness: { intervalMs: 0 },
        ...facts,
      });
      const ports = {
        store,
        http,
        warcWriter: warcWriter(store, clock, ulid),
        warcReader: warcReader(store),
        clock,
        ulid,
      };
      const summary = await localRun(ports, source, {
        userAgent: 'winnow/0.1 (+mailto:operator@example.org)',
        dueOnly: options.dueOnly ?? false,
        signal: stop.signal,
        onRow: ({ state }) => {
          if (state === options.stopAt) stop.abort();
        },
        onStart: () => undefined,
      });
      const asked = http.requests.map(({ url }) => new URL(url).pathname);
      return { ...summary, asked: asked.filter((path) => path !== '/robots.txt') };
    },
  };
}

export const DAY_MS = 86_400_000;
