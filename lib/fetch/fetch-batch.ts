/**
 * Fetch: URLs of one lane in, raw responses and rows out.
 * Every item ends in exactly one place: a row (terminal, or `fetched` with a message that goes on)
 * or the rest that is handed on. Drops: whatever a server, its robots.txt, our rules of address,
 * size and type, or the run's budget say; each has its state and reason.
 */
import PQueue from 'p-queue';
import type { Exchange } from '#lib/io/warc.ts';
import type {
  CleanMessage,
  DiscoverMessage,
  FetchedPage,
  FetchMessage,
  Link,
} from '#lib/model/messages.ts';
import type { RawReference, Row } from '#lib/model/row.ts';
import { eachOnce } from './each-once.ts';
import { leftAlone } from './endings.ts';
import type { FetchDeps } from './fetch-deps.ts';
import { type BatchContext, fetchHost, type HostResult } from './fetch-host.ts';
import { type EndedItem, ended, type ItemResult } from './item-result.ts';
import { itemsByHost } from './items-by-host.ts';
import { rowsOf } from './rows-of.ts';

/** What a batch leaves behind. The rows are not written yet. */
export interface FetchOutcome {
  readonly rows: readonly Row[];
  readonly clean: CleanMessage | null;
  readonly discover: DiscoverMessage | null;
  /** What there was no time for: the same batch, one attempt on. */
  readonly rest: FetchMessage | null;
}

/** A message handed on so often goes in circles. */
const MAX_ATTEMPTS = 1000;
const MAX_EXCHANGES = 16;
const MAX_HELD_BYTES = 64 * 1024 * 1024;
const CANCEL_CHECK_MS = 5000;
const PRODUCT_TOKEN = /^[A-Za-z_-]+/;

/**
 * Fetches the URLs of a message as politely as their hosts ask, all hosts at the same time.
 * Stores one WARC file with the new responses and what is remembered of the hosts.
 */
export async function fetchBatch(message: FetchMessage, deps: FetchDeps): Promise<FetchOutcome> {
  if (message.attempt >= MAX_ATTEMPTS) {
    const ending = leftAlone('failed', 'hops', `handed on ${message.attempt} times`);
    return await outcomeOf(
      message,
      message.items.map((item) => ended(item, ending)),
      [],
      deps,
    );
  }
  const { addressed, unaddressed } = itemsByHost(message.items);
  const { batch, end } = await beginBatch(message, deps);
  let hosts: HostResult[];
  try {
    const settled = await Promise.allSettled(
      [...addressed].map(([host, items]) => fetchHost(host, items, batch)),
    );
    hosts = settled.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
  } finally {
    end();
  }
  const invalid = unaddressed.map((item) =>
    ended(item, leftAlone('failed', 'invalid-url', 'not an http or https URL')),
  );
  const results = [...invalid, ...hosts.flatMap((host) => host.results)];
  return await outcomeOf(
    message,
    results,
    hosts.flatMap((host) => host.links),
    deps,
  );
}

/** What the hosts of the batch share, and the end of it: timers are stopped. */
async function beginBatch(
  { items }: FetchMessage,
  deps: FetchDeps,
): Promise<{ batch: BatchContext; end: () => void }> {
  const { tuning = {}, deadlineMs, clock } = deps;
  const full = new AbortController();
  const giveUp = new AbortController();
  const maxHeldBytes = tuning.maxHeldBytes ?? MAX_HELD_BYTES;
  let heldBytes = 0;
  let isCancelled = (await deps.cancelled?.()) ?? false;
  const parts = [...new Set(items.flatMap(({ previous }) => previous?.parts ?? []))];
  const previousParts = parts.length > 0 ? await deps.previousOf(parts) : new Map();

  const asking = setInterval(() => {
    deps.cancelled?.().then(
      (cancelled) => {
        isCancelled ||= cancelled;
      },
      () => undefined, // asked again in a moment
    );
  }, CANCEL_CHECK_MS);
  const deadline =
    deadlineMs === undefined
      ? undefined
      : setTimeout(() => giveUp.abort(), Math.max(0, deadlineMs - clock.now()));

  const batch: BatchContext = {
    deps,
    token: PRODUCT_TOKEN.exec(deps.userAgent)?.[0] ?? '',
    exchanges: new PQueue({ concurrency: tuning.maxExchanges ?? MAX_EXCHANGES }),
    stop: AbortSignal.any([deps.signal, full.signal, giveUp.signal]),
    giveUp: giveUp.signal,
    previousParts,
    isCancelled: () => isCancelled,
    hold(bytes) {
      deps.budget.addBytes(bytes);
      heldBytes += bytes;
      if (heldBytes > maxHeldBytes) full.abort();
    },
  };
  return {
    batch,
    end() {
      clearInterval(asking);
      clearTimeout(deadline);
    },
  };
}

/** Writes the new responses, then says in rows and messages where everything is. */
async function outcomeOf(
  message: FetchMessage,
  results: readonly ItemResult[],
  found: readonly Link[],
  deps: FetchDeps,
): Promise<FetchOutcome> {
  const { ended: done, handedOn: rest } = eachOnce(results);
  const raw = await archive(done, deps);
  const rows = done.flatMap((result) => rowsOf(message, result, raw, deps));
  const pages = done.filter(({ parts }) => parts.length > 0);
  const toClean = pages.filter(({ item }) => item.kind === 'page');
  const toDiscover = pages.filter(({ item }) => item.kind !== 'page');
  const links = [...found, ...done.flatMap((result) => result.links)];
  const { runId, source } = message;
  const fetched = (ofKind: readonly EndedItem[]) => ofKind.map((one) => fetchedPage(one, raw));
  return {
    rows,
    clean: toClean.length > 0 ? { runId, source, pages: fetched(toClean) } : null,
    discover:
      toDiscover.length + links.length > 0
        ? { runId, source, links, pages: fetched(toDiscover) }
        : null,
    rest: rest.length > 0 ? { ...message, attempt: message.attempt + 1, items: [...rest] } : null,
  };
}

type Archived = ReadonlyMap<Exchange, RawReference>;

/** One WARC file for all new responses of the batch; none if there are none. */
async function archive(done: readonly EndedItem[], deps: FetchDeps): Promise<Archived> {
  const exchanges = [...new Set(done.flatMap(exchangesOf))];
  if (exchanges.length === 0) return new Map();
  const references = await deps.warc.write(exchanges);
  const archived = new Map<Exchange, RawReference>();
  for (const [index, exchange] of exchanges.entries()) {
    const reference = references[index];
    if (reference) archived.set(exchange, reference);
  }
  return archived;
}

function exchangesOf({ ending, partEndings, parts }: EndedItem): Exchange[] {
  const ofRows = [ending, ...partEndings.map((part) => part.ending)];
  return [
    ...ofRows.flatMap(({ exchange }) => (exchange === null ? [] : [exchange])),
    ...parts.flatMap(({ raw }) => ('exchange' in raw ? [raw.exchange] : [])),
  ];
}

function fetchedPage(result: EndedItem, archived: Archived): FetchedPage {
  const parts = result.parts.map(({ raw, robots, ...part }) => {
    const reference = 'kept' in raw ? raw.kept : archived.get(raw.exchange);
    if (reference === undefined) throw new Error(`no raw response was written for ${part.url}`);
    return { ...part, robots: [...robots], raw: reference };
  });
  return { item: result.item, parts, partsMissing: result.partsMissing };
}
