import type PQueue from 'p-queue';
import type { HostState } from '#lib/model/host-state.ts';
import type { FetchItem, Link } from '#lib/model/messages.ts';
import { faultEnding, leftAlone, overBudget, postponedEnding, unvisited } from './endings.ts';
import type { FetchDeps } from './fetch-deps.ts';
import { fetchItem } from './fetch-item.ts';
import { loadHostState, saveHostState } from './host-states.ts';
import type { HostVisit } from './host-visit.ts';
import { type Ending, ended, type ItemResult } from './item-result.ts';
import { type HostGuest, hostGuest, MAX_WAIT_MS } from './politeness.ts';
import { isReachable, type LoadedRobots, loadRobots } from './robots/load-robots.ts';
import { policyFor, type RobotsPolicy } from './robots/match-robots.ts';
import { parseRobots, type Robots } from './robots/parse-robots.ts';
import { sitemapLinks } from './robots/sitemap-links.ts';

/** What the hosts of a batch share. */
export interface BatchContext {
  readonly deps: FetchDeps;
  readonly token: string;
  readonly exchanges: PQueue;
  readonly stop: AbortSignal;
  readonly giveUp: AbortSignal | undefined;
  readonly isCancelled: () => boolean;
  readonly hold: (bytes: number) => void;
  readonly previousParts: HostVisit['previousParts'];
}

export interface HostResult {
  readonly results: readonly ItemResult[];
  readonly links: readonly Link[];
}

/** Fetches the items of one host and remembers how the host took it. */
export async function fetchHost(
  host: string,
  items: readonly FetchItem[],
  batch: BatchContext,
): Promise<HostResult> {
  const { deps } = batch;
  const limit = deps.budget.usedUp();
  if (limit !== null) {
    return { results: items.map((item) => ended(item, overBudget(limit))), links: [] };
  }
  const before = await loadHostState(deps.store, host);
  const robots = { ...before.robots };
  const guest = guestOf(before, batch);
  const results: ItemResult[] = [];
  const links: Link[] = [];
  const claimed = new Set<string>();
  for (const [protocol, ofScheme] of byScheme(items)) {
    const origin = `${protocol}//${host}`;
    const loaded = await loadRobots(origin, robots[protocol], {
      visit: (request) => guest.visit(request),
      now: deps.clock.now,
    });
    if (loaded.kind === 'record') robots[protocol] = loaded.record;
    const entered = enter(loaded, guest, batch);
    if (entered.kind === 'open') {
      const { policy, sitemaps } = entered;
      if (deps.source.robotsSitemaps) links.push(...sitemapLinks(sitemaps, origin));
      const visit = { host, guest, policy, claimed, ...sharedOf(batch) };
      results.push(...(await fetchItems(ofScheme, visit, batch)));
    } else {
      results.push(...ofScheme.map((item) => entered.result(item)));
    }
  }
  await saveHostState(deps.store, before, { ...guest.state(), robots });
  return { results, links };
}

function guestOf(before: HostState, { deps, exchanges, stop, giveUp }: BatchContext): HostGuest {
  const { source, clock, http, deadlineMs, tuning = {} } = deps;
  const { intervalMs, concurrency, maxCrawlDelayMs } = source.politeness;
  return hostGuest(before, {
    maxWaitMs: Math.max(MAX_WAIT_MS, maxCrawlDelayMs),
    ...tuning,
    http,
    clock,
    intervalMs,
    concurrency,
    exchanges,
    stop,
    giveUp,
    deadlineMs,
  });
}

function sharedOf({ deps, token, hold, previousParts }: BatchContext) {
  const { clock, nextDue, source } = deps;
  const endings = { now: clock.now, nextDue, recrawl: source.recrawl };
  return { deps, token, hold, previousParts, endings };
}

/** An origin that may be visited by its rules, or the result every item of it has. */
type Entered =
  | {
      readonly kind: 'open';
      readonly policy: RobotsPolicy;
      readonly sitemaps: readonly string[];
    }
  | { readonly kind: 'closed'; readonly result: (item: FetchItem) => ItemResult };

function enter(loaded: LoadedRobots, guest: HostGuest, batch: BatchContext): Entered {
  const { endings } = sharedOf(batch);
  const closed = (ending: (item: FetchItem) => Ending): Entered => ({
    kind: 'closed',
    result: (item) => ended(item, ending(item)),
  });
  switch (loaded.kind) {
    case 'handed-on':
      return { kind: 'closed', result: (item) => ({ kind: 'handed-on', item }) };
    case 'postponed':
      return closed((item) => postponedEnding(item, loaded, endings));
    case 'refused':
      return closed((item) => faultEnding(item, loaded.visit, endings));
    case 'record': {
      const { record } = loaded;
      if (isReachable(record)) return byRules(parseRobots(record.body), guest, batch, closed);
      const detail = `robots.txt: ${record.detail ?? 'unreachable'}`;
      const facts = { state: 'robots-disallowed', reason: 'robots-unreachable', detail } as const;
      return closed((item) => unvisited(item, { ...facts, dueAt: record.expiresAt }, endings));
    }
  }
}

function byRules(
  robots: Robots,
  guest: HostGuest,
  batch: BatchContext,
  closed: (ending: (item: FetchItem) => Ending) => Entered,
): Entered {
  const policy = policyFor(robots, batch.token);
  const { crawlDelaySeconds } = policy;
  const delayMs = (crawlDelaySeconds ?? 0) * 1000;
  if (delayMs > batch.deps.source.politeness.maxCrawlDelayMs) {
    const detail = `robots.txt asks for ${crawlDelaySeconds} s between requests`;
    const facts = { state: 'deferred', reason: 'crawl-delay', detail } as const;
    return closed((item) => unvisited(item, facts, sharedOf(batch).endings));
  }
  guest.setCrawlDelay(delayMs);
  return { kind: 'open', policy, sitemaps: robots.sitemaps };
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
  if (visit.claimed.has(item.canonicalUrl)) return { kind: 'claimed', item };
  if (batch.isCancelled()) {
    return ended(item, leftAlone('deferred', 'cancelled', 'the run was cancelled'));
  }
  if (batch.stop.aborted) return { kind: 'handed-on', item };
  return await fetchItem(item, visit);
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
