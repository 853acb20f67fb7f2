import type { CleanInput } from '#lib/model/cleaning.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { type SiteReaderOptions, siteReader } from './site-reader.ts';

/**
 * One page (all pages of its article) as the fetch stage gets it, robots.txt and address rules
 * included, without keeping anything.
 * @throws PermanentError that names the state and reason if there is no page
 */
export async function fetchOne(
  url: string,
  options: SiteReaderOptions,
): Promise<readonly CleanInput[]> {
  const reader = siteReader(options);
  try {
    let address = url;
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      const source = adhocSource([address]);
      const { rows, clean } = await fetchBatch(messageFor(address, hop), {
        http: ports.http,
        store: ports.store,
        warc: ports.warcWriter,
        clock: ports.clock,
        ulid: ports.ulid,
        source,
        userAgent,
        cleanerVersion: CLEANER_VERSION,
        articlePages,
        nextDue,
        previousOf: async () => new Map(),
        budget: runBudget(source.budget, 0, ports.clock.now),
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
