import type PQueue from 'p-queue';
import type { FetchItem, Link } from '#lib/model/messages.ts';
import { faultEnding, leftAlone, postponedEnding, unvisited } from './endings.ts';
import type { FetchDeps } from './fetch-deps.ts';
import { fetchItem } from './fetch-item.ts';
import { loadHostState, saveHostState } from './host-states.ts';
import type { HostVisit } from './host-visit.ts';
import { type Ending, ended, type ItemResult } from './item-result.ts';
import { hostGuest } from './politeness.ts';
import { isReachable, type LoadedRobots, loadRobots } from './robots/load-robots.ts';
import { policyFor } from './robots/match-robots.ts';
import { parseRobots, type Robots } from './robots/parse-robots.ts';

/** What the hosts of a batch share. */
export interface BatchContext {
  readonly deps: FetchDeps;
  readonly token: string;
  readonly exchanges: PQueue;
  readonly stop: AbortSignal;
  readonly giveUp: AbortSignal | undefined;
  readonly isCancelled: () => boolean;
  readonly hold: (bytes: number) => void;
}

export interface HostResult {
  readonly results: readonly ItemResult[];
  readonly links: readonly Link[];
  /** Canonical URLs that ended as further pages of an article. */
  readonly claimed: ReadonlySet<string>;
}

/** More Sitemap lines than this in one robots.txt are not read. */
const MAX_SITEMAPS = 100;

/** Fetches the items of one host, all of one scheme, and remembers how the host took it. */
export async function fetchHost(
  host: string,
  items: readonly FetchItem[],
  batch: BatchContext,
): Promise<HostResult> {
  const { deps, exchanges, stop, giveUp } = batch;
  const { source, clock, tuning = {} } = deps;
  const before = await loadHostState(deps.store, host);
  const guest = hostGuest(before, {
    ...tuning,
    http: deps.http,
    clock,
    ...source.politeness,
    exchanges,
    stop,
    giveUp,
    deadlineMs: deps.deadlineMs,
  });
  const robotsRecords = { ...before.robots };
  const claimed = new Set<string>();
  const links: Link[] = [];
  const results: ItemResult[] = [];
  const endings = {
    now: () => clock.now(),
    nextDue: deps.nextDue,
    recrawl: source.recrawl,
  };

  for (const [protocol, ofScheme] of byScheme(items)) {
    const origin = `${protocol}//${host}`;
    const loaded = await loadRobots(origin, robotsRecords[protocol], {
      visit: (request) => guest.visit(request),
      now: () => clock.now(),
    });
    if (loaded.kind === 'record') robotsRecords[protocol] = loaded.record;
    const allEnd = closedEnding(loaded, endings);
    if (allEnd || loaded.kind !== 'record') {
      for (const item of ofScheme) {
        const ending = allEnd?.(item) ?? null;
        results.push(ending ? ended(item, ending) : { kind: 'handed-on', item });
      }
      continue;
    }
    const robots = parseRobots(loaded.record.body);
    if (source.robotsSitemaps) links.push(...sitemapLinks(robots, origin));
    const policy = policyFor(robots, batch.token);
    const delayMs = (policy.crawlDelaySeconds ?? 0) * 1000;
    if (delayMs > source.politeness.maxCrawlDelayMs) {
      const detail = `robots.txt asks for ${policy.crawlDelaySeconds} s between requests`;
      const facts = { state: 'deferred', reason: 'crawl-delay', detail } as const;
      results.push(...ofScheme.map((item) => ended(item, unvisited(item, facts, endings))));
      continue;
    }
    guest.setCrawlDelay(delayMs);
    const { token, hold } = batch;
    const visit: HostVisit = { host, guest, policy, token, deps, endings, claimed, hold };
    results.push(...(await fetchItems(ofScheme, visit, batch)));
  }
  await saveHostState(deps.store, before, { ...guest.state(), robots: robotsRecords });
  return { results, links, claimed };
}

/** As many items at a time as the source allows, so that an article is whole before the next begins. */
async function fetchItems(
  items: readonly FetchItem[],
  visit: HostVisit,
  batch: BatchContext,
): Promise<ItemResult[]> {
  const waiting = [...items];
  const results: ItemResult[] = [];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (visit.claimed.has(item.canonicalUrl)) continue; // ended as a page of an article
      const result = await nextResult(item, visit, batch);
      results.push(result);
      const state = result.kind === 'ended' ? result.ending.state : null;
      visit.deps.onProgress?.(item.canonicalUrl, state);
    }
  };
  const { concurrency } = visit.deps.source.politeness;
  await Promise.all(Array.from({ length: concurrency }, worker));
  return results;
}

async function nextResult(
  item: FetchItem,
  visit: HostVisit,
  batch: BatchContext,
): Promise<ItemResult> {
  if (batch.isCancelled()) {
    return ended(item, leftAlone('deferred', 'cancelled', 'the run was cancelled'));
  }
  if (batch.stop.aborted) return { kind: 'handed-on', item };
  return await fetchItem(item, visit);
}

/** How every item of an origin ends whose robots.txt lets nothing be fetched; null if it may. */
function closedEnding(
  loaded: LoadedRobots,
  endings: HostVisit['endings'],
): ((item: FetchItem) => Ending) | null {
  switch (loaded.kind) {
    case 'handed-on':
      return null;
    case 'postponed':
      return (item) => postponedEnding(item, loaded, endings);
    case 'refused':
      return (item) => faultEnding(item, loaded.visit, endings);
    case 'record': {
      const { record } = loaded;
      if (isReachable(record)) return null;
      const detail = `robots.txt: ${record.detail ?? 'unreachable'}`;
      const facts = { state: 'robots-disallowed', reason: 'robots-unreachable', detail } as const;
      return (item) => unvisited(item, { ...facts, dueAt: record.expiresAt }, endings);
    }
  }
}

function byScheme(items: readonly FetchItem[]): Map<'http:' | 'https:', FetchItem[]> {
  const schemes = new Map<'http:' | 'https:', FetchItem[]>();
  for (const item of items) {
    const scheme = item.url.startsWith('https:') ? 'https:' : 'http:';
    const list = schemes.get(scheme) ?? [];
    schemes.set(scheme, list);
    list.push(item);
  }
  return schemes;
}

function sitemapLinks(robots: Robots, origin: string): Link[] {
  return robots.sitemaps
    .slice(0, MAX_SITEMAPS)
    .filter((url) => URL.canParse(url, origin))
    .map((url) => ({
      url: new URL(url, origin).href,
      kind: 'sitemap',
      reason: 'sitemap',
      depth: 0,
      hop: 0,
      via: `${origin}/robots.txt`,
      lastModified: null,
    }));
}
