/**
 * Discover: links, and fetched sitemaps, feeds and listings in; rows and items to fetch out.
 * Makes no request: everything it reads was fetched before under the rules for all pages.
 * Drops (counts, not rows): not due, out of scope, over budget, crawler traps, taken down.
 */
import type { WarcReader } from '#lib/io/warc.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { DiscoverMessage, FetchedPage, FetchItem, Link } from '#lib/model/messages.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import type { Skips } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { admit, type Candidate } from './admit.ts';
import { addressOf, type RowMaker, rowMaker } from './discovered-rows.ts';
import { isDue } from './due.ts';
import { inOrder } from './in-order.ts';
import { type Scope, scopeOf } from './in-scope.ts';
import { linksOfPage } from './links-of-page.ts';
import { previousFetchOf } from './previous-fetch.ts';
import { type SkipCounter, skipCounter } from './skip-counter.ts';

/** Pages of a listing asked for though they bring nothing new: other ways may have led there first. */
const PAGES_IN_VAIN = 50;
/** The same in a run that fetches only what is due. */
const PAGES_DUE = 2;
/** A listing that has more pages than this is made up by its server. */
const MAX_LISTING_PAGES = 1000;

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

interface Known extends Candidate {
  readonly previous: FetchItem['previous'];
}

/** A page that was read: what it names, and the row in which it ends. */
interface Read {
  readonly item: FetchItem;
  readonly row: Row;
  readonly links: readonly Link[];
  readonly further: readonly Link[];
  readonly number: number | null;
}

interface Context {
  readonly runId: string;
  readonly deps: DiscoverDeps;
  readonly maker: RowMaker;
  readonly scope: Scope;
  readonly skips: SkipCounter;
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

  const reads: Read[] = [];
  for (const page of message.pages) reads.push(await readPage(page, context));
  const named = admit([...message.links, ...reads.flatMap(({ links }) => links)], context);
  const wanted = await withKnown(named.candidates, context);
  const paging = admit(furtherPages(reads, named.candidates, wanted, context), context);
  const known = [...wanted, ...(await withKnown(paging.candidates, context))];
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

/**
 * Reads a fetched page. Its row has no fetch register: the one of its `fetched` row stands, with
 * validators that are not in the message.
 */
async function readPage(page: FetchedPage, context: Context): Promise<Read> {
  const { deps, maker, scope, skips } = context;
  const { item, parts } = page;
  const [part] = parts;
  const exchange = part ? await deps.raw.read(part.raw) : null;
  if (!part || !exchange) {
    const row = maker.row(item, 'failed', 'lost', 'the raw response is gone');
    return { item, row, links: [], further: [], number: null };
  }
  const { url, contentType } = part;
  const payload = { bytes: exchange.payload, contentType, url };
  const found = await linksOfPage(page, payload, (bytes, type) => deps.decode(bytes, type));
  skips.skip('outOfScope', found.ignored);
  const isSame = part.payloadDigest === item.previous?.payloadDigest;
  const row = isSame
    ? maker.row(item, 'unchanged', 'same-payload', found.detail)
    : maker.row(item, found.state, found.reason, found.detail);
  if (part.robots.some(isNofollow)) {
    skips.skip('outOfScope', found.links.length + found.further.length);
    return { item, row, links: [], further: [], number: null };
  }
  const links = found.links.map((link) => ({ ...link, kind: kindOf(link, scope) }));
  return { item, row, links, further: found.further, number: found.number };
}

function isNofollow(directive: string): boolean {
  const value = directive.trim().toLowerCase();
  return value === 'nofollow' || value === 'none';
}

function kindOf(link: Link, scope: Scope): Link['kind'] {
  const canonical = link.kind === 'page' ? canonicalUrl(link.url) : null;
  return canonical !== null && scope.isListing(canonical) ? 'listing' : link.kind;
}

/**
 * Further pages of listings. Beyond the first pages only while they bring something: a server that
 * makes up pages for ever repeats links or shows none, and where all is known and not due, what
 * lies behind is older.
 */
function furtherPages(
  reads: readonly Read[],
  admitted: readonly Candidate[],
  wanted: readonly Candidate[],
  { deps, skips }: Context,
): Link[] {
  const admittedUrls = new Set(admitted.map(({ canonical }) => canonical));
  const wantedUrls = new Set(wanted.map(({ canonical }) => canonical));
  const isAllowed = ({ item, number }: Read): boolean =>
    number === null ? item.via === null : number <= (deps.dueOnly ? PAGES_DUE : PAGES_IN_VAIN);
  return reads.flatMap((read) => {
    const names = read.links.map(({ url }) => canonicalUrl(url) ?? '');
    const isEndless = (read.number ?? 1) > MAX_LISTING_PAGES;
    const bringsSomething = isAllowed(read) || names.some((name) => wantedUrls.has(name));
    if (bringsSomething && !isEndless) return read.further;
    const unseen = read.further.filter(({ url }) => !deps.seen.has(canonicalUrl(url) ?? ''));
    const isKnown = !isEndless && names.some((name) => admittedUrls.has(name));
    if (isKnown) skips.skip('notDue', unseen.length);
    else for (const { url } of unseen) skips.trap('endless-listing', url);
    return [];
  });
}

/** Candidates with what earlier runs know of them, less those taken down or not due. */
async function withKnown(
  candidates: readonly Candidate[],
  { runId, deps, skips }: Context,
): Promise<Known[]> {
  if (candidates.length === 0) return [];
  const states = await deps.lookup(candidates.map(({ canonical }) => canonical));
  return candidates.flatMap(({ link, canonical }): Known[] => {
    const state = states.get(canonical);
    if (state?.presence?.value === 'taken-down') {
      skips.skip('takenDown');
      return [];
    }
    const previous = state ? previousFetchOf(state) : null;
    // its article's first page asks for it
    if (state?.last.state === 'part-of' && link.reason !== 'seed') {
      skips.skip('notDue');
      return [];
    }
    if (deps.dueOnly && !isStart(link) && !isDue(previous, link.lastModified, deps.now)) {
      skips.skip('notDue');
      return [];
    }
    const isOwn = state !== undefined && isFetchedIn(state, runId);
    return [{ link, canonical, previous: isOwn ? null : previous }];
  });
}

/**
 * Whether the run has fetched it already: a message that is delivered again finds what its first delivery left. A page
 * is not unchanged for having been fetched twice. ULIDs begin with their time.
 */
function isFetchedIn({ last, fetch }: UrlState, runId: string): boolean {
  return last.run === runId && fetch !== null && fetch.ulid.slice(0, TIME) >= runId.slice(0, TIME);
}

const TIME = 10;

/** Where a run of a source begins to look for what is new: asked every time, with validators. */
function isStart({ kind, reason, depth }: Link): boolean {
  return kind !== 'page' && depth === 0 && (reason === 'seed' || kind === 'sitemap');
}
