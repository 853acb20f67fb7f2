import type { FetchOutcome } from '#lib/fetch/fetch-batch.ts';
import type { FetchBudget, FetchDeps } from '#lib/fetch/fetch-deps.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchItem, FetchMessage, PreviousFetch } from '#lib/model/messages.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { jumpingClock, type Scripts, scriptedHttp } from './scripted-http.ts';

export const CLEANER_VERSION = 7;
export const HTML = { 'content-type': 'text/html' } as const;
export const ORIGIN = 'http://a.example';

/** A budget that is never used up. */
export const NO_LIMITS: FetchBudget = {
  usedUp: () => null,
  takePage: () => true,
  returnPage: () => undefined,
  addBytes: () => undefined,
};

export function anItem(path: string, facts: Partial<FetchItem> = {}): FetchItem {
  const url = path.startsWith('/') ? ORIGIN + path : path;
  return {
    id: documentId(url),
    url,
    canonicalUrl: url,
    kind: 'page',
    depth: 0,
    hop: 0,
    via: null,
    previous: null,
    ...facts,
  };
}

export function aPrevious(facts: Partial<PreviousFetch> = {}): PreviousFetch {
  return {
    fetchedAt: '2026-11-01T00:00:00.000Z',
    etag: '"v1"',
    lastModified: null,
    payloadDigest: 'd1',
    raw: { key: 'raw/old', offset: 10, length: 20 },
    contentType: 'text/html',
    robots: [],
    missingSince: null,
    changedAt: '2026-10-01T00:00:00.000Z',
    nextDueAt: null,
    sha: 'sha',
    textSha: 'text',
    cleaner: CLEANER_VERSION,
    profile: null,
    parts: [],
    partsMissing: false,
    ...facts,
  };
}

export function aMessage(items: readonly FetchItem[], attempt = 0): FetchMessage {
  return { runId: 'run', source: 'test', lane: 0, batch: 'batch', attempt, items: [...items] };
}

export function aSource(facts: Partial<SourceDefinition> = {}): SourceDefinition {
  return sourceDefinition.parse({ name: 'test', politeness: { intervalMs: 0 }, ...facts });
}

/** Fetch with scripted servers; robots.txt is missing unless `script` says otherwise. */
export function scripted(script: Scripts, facts: Partial<FetchDeps> = {}) {
  const clock = jumpingClock();
  const http = scriptedHttp((request, count) => {
    const said = script(request, count);
    const isDefault = request.url.endsWith('/robots.txt') && said.body === undefined;
    return isDefault && said.status === undefined && !said.fault ? { status: 404 } : said;
  }, clock.now);
  const archived: Exchange[] = [];
  const store = memoryObjectStore();
  const deps: FetchDeps = {
    http,
    store,
    isStored: async ({ key }) => (await store.get(key)) !== null,
    warc: {
      async write(exchanges) {
        const start = archived.length;
        archived.push(...exchanges);
        return exchanges.map((_, index) => ({ key: 'raw/new', offset: start + index, length: 1 }));
      },
    },
    clock,
    ulid: ulidFactory(clock.now),
    source: aSource(),
    userAgent: 'winnow/0.1 (+mailto:operator@example.org)',
    cleanerVersion: CLEANER_VERSION,
    articlePages: () => [],
    firstPage: () => null,
    nextDue: () => null,
    previousOf: async () => new Map(),
    budget: NO_LIMITS,
    signal: new AbortController().signal,
    tuning: { random: () => 0.5 },
    ...facts,
  };
  return { deps, http, clock, archived };
}

/** State and reason of each URL that ended, by path. */
export function endings(outcome: FetchOutcome): Record<string, string> {
  return Object.fromEntries(
    outcome.rows.map(({ url, state, reason }) => [new URL(url).pathname, `${state} (${reason})`]),
  );
}
