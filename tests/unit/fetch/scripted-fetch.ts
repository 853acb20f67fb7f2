import type { FetchDeps } from '#lib/fetch/fetch-deps.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import { CLEANER_VERSION, fetchDeps } from '../../support/fetch-with.ts';
import { jumpingClock, type Scripts, scriptedHttp } from './scripted-http.ts';

export const HTML = { 'content-type': 'text/html' } as const;

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

/** Fetch with scripted servers; robots.txt is missing unless `script` says otherwise. */
export function scripted(script: Scripts, facts: Partial<FetchDeps> = {}) {
  const clock = jumpingClock();
  const http = scriptedHttp((request, count) => {
    const said = script(request, count);
    const isDefault = request.url.endsWith('/robots.txt') && said.body === undefined;
    return isDefault && said.status === undefined && !said.fault ? { status: 404 } : said;
  }, clock.now);
  const store = memoryObjectStore();
  const { archived, ...deps } = fetchDeps(http, {
    store,
    isStored: async ({ key }) => (await store.get(key)) !== null,
    clock,
    ulid: ulidFactory(clock.now),
    tuning: { random: () => 0.5 },
    ...facts,
  });
  return { deps, http, clock, archived };
}
