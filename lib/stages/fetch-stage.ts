import { CLEANER_VERSION } from '../clean/cleaner-version.ts';
import { fetchBatch } from '../fetch/fetch-batch.ts';
import type { FetchMessage, PreviousFetch } from '../model/messages.ts';
import type { UrlState } from '../model/row.ts';
import { articlePages } from '../source/article-pages.ts';
import { nextDue } from '../source/due.ts';
import { previousFetchOf } from '../source/previous-fetch.ts';
import { finishStage, type Ports, type RunContext, type Work } from './stage.ts';

/** URLs of one lane in; pages for clean, links and listings for discover, the rest for fetch out. */
export async function fetchStage(
  message: FetchMessage,
  ports: Ports,
  run: RunContext,
): Promise<Work> {
  const { http, store, warcWriter, clock, ulid } = ports;
  const { deadlineMs, cancelled } = run;
  const { rows, discover, rest, clean } = await fetchBatch(message, {
    http,
    store,
    warc: warcWriter,
    clock,
    ulid,
    source: run.record.source,
    userAgent: run.userAgent,
    cleanerVersion: CLEANER_VERSION,
    articlePages,
    nextDue,
    previousOf: async (urls) => previousFetches(await run.lookup(urls)),
    budget: run.budget,
    signal: run.signal,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(cancelled === undefined ? {} : { cancelled }),
  });
  const next = { discover: present(discover), fetch: present(rest), clean: present(clean) };
  return finishStage(rows, next, ports);
}

function previousFetches(known: ReadonlyMap<string, UrlState>): Map<string, PreviousFetch> {
  const fetches = new Map<string, PreviousFetch>();
  for (const [url, state] of known) {
    const previous = previousFetchOf(state);
    if (previous) fetches.set(url, previous);
  }
  return fetches;
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}
