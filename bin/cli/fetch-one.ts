import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { fetchBatch } from '#lib/fetch/fetch-batch.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { CleanInput } from '#lib/model/cleaning.ts';
import { documentId } from '#lib/model/document-id.ts';
import { PermanentError, UsageError } from '#lib/model/errors.ts';
import type { FetchedPage, FetchMessage } from '#lib/model/messages.ts';
import { runBudget } from '#lib/run/run-budget.ts';
import { NOTHING_SPENT } from '#lib/run/spent.ts';
import { articlePages } from '#lib/source/article-pages.ts';
import { nextDue } from '#lib/source/due.ts';
import { adhocSource } from './load-source.ts';
import { localPorts } from './local-ports.ts';
import { userAgentFor } from './user-agent.ts';

/** Redirects to other addresses followed for one URL (RFC 9309 asks crawlers for at least five). */
const MAX_HOPS = 5;

/**
 * One page (all pages of its article) as the fetch stage gets it, robots.txt and address rules
 * included, without keeping anything.
 * @throws PermanentError that names the state and reason if there is no page
 */
export async function fetchOne(
  url: string,
  options: { readonly contact?: string; readonly allowPrivate?: boolean },
): Promise<CleanInput[]> {
  const userAgent = userAgentFor(options.contact);
  const ports = localPorts(memoryObjectStore(), {
    userAgent,
    allowPrivate: options.allowPrivate ?? false,
  });
  const startedAt = ports.clock.now();
  try {
    let address = url;
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      const source = adhocSource([address]);
      const { rows, clean } = await fetchBatch(messageFor(address, hop), {
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
      const [page] = clean?.pages ?? [];
      if (page) return await readParts(page, ports.warcReader);
      const row = rows.find((one) => one.canonicalUrl === canonicalUrl(address)) ?? rows[0];
      const target = row?.state === 'redirected' ? row.fetch?.redirectedTo : null;
      if (!target) {
        const detail = row?.detail ? `: ${row.detail}` : '';
        throw new PermanentError(`${row?.state} (${row?.reason}) ${address}${detail}`);
      }
      address = target;
    }
    throw new PermanentError(`failed (redirect-depth) ${url}: more than ${MAX_HOPS} redirects`);
  } finally {
    await reader.close();
  }
}
