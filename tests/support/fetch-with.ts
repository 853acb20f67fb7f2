import type { FetchOutcome } from '#lib/fetch/fetch-batch.ts';
import type { FetchBudget, FetchDeps, FetchTuning } from '#lib/fetch/fetch-deps.ts';
import type { HttpClient } from '#lib/io/http-client.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { FetchItem, FetchMessage } from '#lib/model/messages.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';

export const USER_AGENT = 'winnow/0.1 (+mailto:operator@example.org)';
export const CLEANER_VERSION = 7;
export const ORIGIN = 'http://a.example';

/** A budget that is never used up. */
export const NO_LIMITS: FetchBudget = {
  usedUp: () => null,
  takePage: () => true,
  returnPage: () => undefined,
  addBytes: () => undefined,
};

/** An item of a URL, or of a path of `ORIGIN`. */
export function anItem(urlOrPath: string, facts: Partial<FetchItem> = {}): FetchItem {
  const url = urlOrPath.startsWith('/') ? ORIGIN + urlOrPath : urlOrPath;
  const canonical = canonicalUrl(url) ?? url;
  return {
    id: documentId(canonical),
    url,
    canonicalUrl: canonical,
    kind: 'page',
    depth: 0,
    hop: 0,
    via: null,
    previous: null,
    ...facts,
  };
}

export function aMessage(items: readonly FetchItem[], attempt = 0): FetchMessage {
  return { runId: 'run', source: 'test', lane: 0, batch: 'batch', attempt, items: [...items] };
}

/** A source that waits for nothing, unless `politeness` says so. */
export function aSource(facts: Partial<SourceDefinition> = {}): SourceDefinition {
  return sourceDefinition.parse({ name: 'test', politeness: { intervalMs: 0 }, ...facts });
}

export const QUICK: FetchTuning = { backoff: { baseMs: 1, capMs: 2 }, random: () => 0.5 };

/** Fetch with everything in memory but the network; `archived` is what it wrote as raw. */
export function fetchDeps(
  http: HttpClient,
  facts: Partial<FetchDeps> = {},
): FetchDeps & { readonly archived: Exchange[] } {
  const archived: Exchange[] = [];
  return {
    http,
    store: memoryObjectStore(),
    warc: {
      async write(exchanges) {
        const start = archived.length;
        archived.push(...exchanges);
        return exchanges.map((_, index) => ({ key: 'raw/new', offset: start + index, length: 1 }));
      },
    },
    isStored: async () => true,
    clock: systemClock,
    ulid: ulidFactory(Date.now),
    source: aSource(),
    userAgent: USER_AGENT,
    cleanerVersion: CLEANER_VERSION,
    articlePages: () => [],
    firstPage: () => null,
    nextDue: () => null,
    previousOf: async () => new Map(),
    budget: NO_LIMITS,
    signal: new AbortController().signal,
    tuning: QUICK,
    archived,
    ...facts,
  };
}

/** State and reason of each URL that ended, by path. */
export function endings(outcome: FetchOutcome): Record<string, string> {
  return Object.fromEntries(
    outcome.rows.map(({ url, state, reason }) => [
      URL.canParse(url) ? new URL(url).pathname : url,
      `${state} (${reason})`,
    ]),
  );
}
