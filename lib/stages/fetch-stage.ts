import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import type { WarcReader } from '#lib/io/warc.ts';
import { PermanentError } from '#lib/model/errors.ts';
import type { FetchMessage, PreviousFetch } from '#lib/model/messages.ts';
import type { RawReference, UrlState } from '#lib/model/row.ts';
import { addSpent } from '#lib/run/spent.ts';
import { articlePages } from '#lib/source/article-pages.ts';
import { nextDue } from '#lib/source/due.ts';
import { firstPage } from '#lib/source/first-page.ts';
import { previousFetchOf } from '#lib/source/previous-fetch.ts';
import { batchMeter } from './batch-meter.ts';
import { finishStage, type Ports, type RunContext, type Work } from './stage.ts';

/** URLs of one lane in; pages for clean, links and listings for discover, the rest for fetch out. */
export async function fetchStage(
  message: FetchMessage,
  ports: Ports,
  run: RunContext,
): Promise<Work> {
  const { http, store, warcWriter, warcReader, clock, ulid } = ports;
  const { deadlineMs, cancelled } = run;
  const meter = batchMeter(run.budget, clock);
  const asked = new Set(message.items.map(({ canonicalUrl }) => canonicalUrl));
  const items = message.items.filter(({ canonicalUrl }) => !run.settled.has(canonicalUrl));
  const { rows, discover, rest, clean } = await fetchBatch(
    { ...message, items },
    {
      http,
      store,
      warc: warcWriter,
      isStored: (raw) => isStored(raw, warcReader),
      clock,
      ulid,
      source: run.record.source,
      userAgent: run.userAgent,
      cleanerVersion: CLEANER_VERSION,
      articlePages,
      firstPage,
      nextDue,
      previousOf: async (urls) => previousFetches(await run.lookup(urls)),
      budget: meter.budget,
      signal: run.signal,
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
      ...(cancelled === undefined ? {} : { cancelled }),
    },
  );
  for (const { canonicalUrl } of rows) if (!asked.has(canonicalUrl)) run.settled.add(canonicalUrl);
  await addSpent(store, message, meter.spent());
  const next = { discover: present(discover), fetch: present(rest), clean: present(clean) };
  return finishStage(rows, next, ports);
}

/** A damaged response is as good as none: the page is fetched again. */
async function isStored(raw: RawReference, reader: WarcReader): Promise<boolean> {
  try {
    return (await reader.read(raw)) !== null;
  } catch (error) {
    if (error instanceof PermanentError) return false;
    throw error;
  }
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
