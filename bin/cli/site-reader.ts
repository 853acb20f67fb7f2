import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { CleanInput } from '#lib/model/cleaning.ts';
import { documentId } from '#lib/model/document-id.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { FetchedPage, FetchMessage } from '#lib/model/messages.ts';
import type { PageKind, Row } from '#lib/model/row.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { runBudget } from '#lib/run/run-budget.ts';
import { NOTHING_SPENT } from '#lib/run/spent.ts';
import { articlePages } from '#lib/source/article-pages.ts';
import { nextDue } from '#lib/source/due.ts';
import { localPorts } from './local-ports.ts';
import { userAgentFor } from './user-agent.ts';

/** Redirects to other addresses followed for one URL (RFC 9309 asks crawlers for at least five). */
const MAX_HOPS = 5;

export interface SiteReaderOptions {
  readonly contact?: string;
  readonly allowPrivate?: boolean;
  /** Pause between two requests to a host. */
  readonly intervalMs?: number;
}

/** What came of one URL. */
export interface SiteAnswer {
  /** Where it was found after redirects. */
  readonly url: string;
  /** The pages of its article; none if there is no page. */
  readonly inputs: readonly CleanInput[];
  /** `failed (timeout) …`, why there is no page; '' if there is one. */
  readonly problem: string;
  /** Sitemaps that the robots.txt of its host names, the first time it is asked. */
  readonly sitemaps: readonly string[];
}

export interface SiteReader {
  read(url: string, kind: PageKind): Promise<SiteAnswer>;
  close(): Promise<void>;
}

/** Reads single pages as the fetch stage gets them, robots.txt, address rules and pauses included; keeps nothing. */
export function siteReader(options: SiteReaderOptions): SiteReader {
  const userAgent = userAgentFor(options.contact);
  const ports = localPorts(memoryObjectStore(), {
    userAgent,
    allowPrivate: options.allowPrivate ?? false,
  });
  const source = sourceDefinition.parse({
    name: 'adhoc',
    politeness: { intervalMs: options.intervalMs ?? 1000 },
  });
  const startedAt = ports.clock.now();
  const once = async (url: string, kind: PageKind, hop: number) => {
    const { rows, clean, discover } = await fetchBatch(messageFor(url, kind, hop), {
      http: ports.http,
      store: ports.store,
      warc: ports.warcWriter,
      isStored: async () => false,
      clock: ports.clock,
      ulid: ports.ulid,
      source,
      userAgent,
      cleanerVersion: CLEANER_VERSION,
      articlePages,
      firstPage: () => null, // the page that was named, not its article
      nextDue,
      previousOf: async () => new Map(),
      budget: runBudget(
        { limits: source.budget, startedAt, before: NOTHING_SPENT, entered: () => 0 },
        ports.clock.now,
      ),
      signal: new AbortController().signal,
    });
    const page = clean?.pages[0] ?? discover?.pages[0];
    const links = discover?.links ?? [];
    const sitemaps = links.filter((link) => link.kind === 'sitemap').map((link) => link.url);
    return { rows, page, sitemaps };
  };
  return {
    async read(url, kind) {
      const sitemaps: string[] = [];
      let address = url;
      for (let hop = 0; hop <= MAX_HOPS; hop++) {
        const answer = await once(address, kind, hop);
        sitemaps.push(...answer.sitemaps);
        if (answer.page) {
          const inputs = await readParts(answer.page, ports.warcReader);
          return { url: address, inputs, problem: '', sitemaps };
        }
        const row = rowOf(answer.rows, address);
        const target = row?.state === 'redirected' ? row.fetch?.redirectedTo : null;
        if (!target)
          return { url: address, inputs: [], problem: problemOf(row, address), sitemaps };
        address = target;
      }
      const problem = `failed (redirect-depth) ${url}: more than ${MAX_HOPS} redirects`;
      return { url: address, inputs: [], problem, sitemaps };
    },
    close: () => ports.http.close(),
  };
}

function rowOf(rows: readonly Row[], address: string): Row | undefined {
  return rows.find((one) => one.canonicalUrl === canonicalUrl(address)) ?? rows[0];
}

function problemOf(row: Row | undefined, address: string): string {
  const hint = row?.reason === 'private-address' ? ' (--allow-private opens it)' : '';
  return `${row?.state} (${row?.reason}) ${address}${row?.detail ? `: ${row.detail}` : ''}${hint}`;
}

function messageFor(url: string, kind: PageKind, hop: number): FetchMessage {
  const canonical = canonicalUrl(url);
  if (canonical === null) throw new UsageError(`not a URL that can be fetched: ${url}`);
  const item = {
    id: documentId(canonical),
    url,
    canonicalUrl: canonical,
    kind,
    depth: 0,
    hop,
    via: null,
    previous: null,
  };
  return { runId: 'none', source: 'adhoc', lane: 0, batch: 'one', attempt: 0, items: [item] };
}

async function readParts(
  page: FetchedPage,
  reader: ReturnType<typeof localPorts>['warcReader'],
): Promise<CleanInput[]> {
  const inputs: CleanInput[] = [];
  for (const { raw, contentType, url } of page.parts) {
    const exchange = await reader.read(raw);
    if (exchange) inputs.push({ bytes: exchange.payload, contentType, url });
  }
  return inputs;
}
