/**
 * Discover: links, and fetched sitemaps, feeds and listings in; rows and items to fetch out.
 * Makes no request: everything it reads was fetched before under the rules for all pages.
 * Drops (counts, not rows): not due, out of scope, over budget, crawler traps, taken down.
 */
import type { WarcReader } from '#lib/io/warc.ts';
import type { DiscoverMessage, FetchItem } from '#lib/model/messages.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import type { Skips } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { admit } from './admit.ts';
import { addressOf, rowMaker } from './discovered-rows.ts';
import { furtherPages } from './further-pages.ts';
import { inOrder } from './in-order.ts';
import { scopeOf } from './in-scope.ts';
import { knownCandidates } from './known-candidates.ts';
import { type ReadPage, readPage } from './read-page.ts';
import { skipCounter } from './skip-counter.ts';

export interface DiscoverDeps {
  readonly source: SourceDefinition;
  readonly raw: WarcReader;
  /** What earlier runs know of these URLs. */
  lookup(canonicalUrls: readonly string[]): Promise<ReadonlyMap<string, UrlState>>;
  /** Canonical URLs that have entered the run; those discovered here are added. */
  readonly seen: Set<string>;
  decode(bytes: Uint8Array, contentType: string | null): string;
  readonly now: Date;
  ulid(): string;
  /** Whether URLs that are not due are left for another run. */
  readonly dueOnly: boolean;
  /** What is left of the run's budget of pages. */
  readonly remainingPages: number;
}

export interface Discovered {
  readonly rows: Row[];
  readonly items: FetchItem[];
  readonly skips: Skips;
}

/**
 * Reads the links of a message's pages and lets those into the run that its source wants and that
 * are new to it: each gets a `discovered` row and an item. A page read here ends in its row.
 */
export async function discover(message: DiscoverMessage, deps: DiscoverDeps): Promise<Discovered> {
  const maker = rowMaker(message, deps);
  const scope = scopeOf(deps.source);
  const skips = skipCounter();
  const context = { runId: message.runId, deps, maker, scope, skips };

  const reads: ReadPage[] = [];
  for (const page of message.pages) reads.push(await readPage(page, context));
  const named = admit([...message.links, ...reads.flatMap(({ links }) => links)], context);
  const wanted = await knownCandidates(named.candidates, context);
  const paging = admit(furtherPages(reads, named.candidates, wanted, context), context);
  const known = [...wanted, ...(await knownCandidates(paging.candidates, context))];
  const chosen = inOrder(known, deps.now).slice(0, Math.max(0, deps.remainingPages));
  skips.skip('overBudget', known.length - chosen.length);

  const rows = [...named.rows, ...paging.rows];
  const items: FetchItem[] = [];
  for (const { link, canonical, previous } of chosen) {
    const item = { ...addressOf(link, canonical), previous };
    rows.push(maker.row(item, 'discovered', link.reason));
    items.push(item);
  }
  rows.push(...reads.map(({ row }) => row));
  for (const row of rows) deps.seen.add(row.canonicalUrl);
  return { rows, items, skips: skips.total() };
}
