import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId, hostOf } from '#lib/model/document-id.ts';
import type { FetchItem, PreviousFetch } from '#lib/model/messages.ts';
import { endingOf } from './endings.ts';
import { notModifiedRegister, payloadRegister } from './fetch-register.ts';
import { furtherPages, type HostVisit } from './host-visit.ts';
import { type Ending, keptPart, newPart, type PartEnding, type TakenPart } from './item-result.ts';
import { robotsDirectives } from './robots/robots-directives.ts';
import { type Taken, takeUrl } from './take-url.ts';

/** The further pages of an article that could be had. */
export interface TakenArticle {
  readonly parts: readonly TakenPart[];
  readonly partEndings: readonly PartEnding[];
  readonly partsMissing: boolean;
  /** A page differs from what earlier runs saw, or nothing is known of it. */
  readonly anyNew: boolean;
  /** The batch ended before the article did. */
  readonly handedOn: boolean;
}

/** What is known of the further pages before they are asked for. */
export interface ArticleStart {
  readonly item: FetchItem;
  /** URLs of further pages, in order, as the first page names them. */
  readonly pages: readonly string[];
  /** Payload digest of the first page. */
  readonly digest: string | null;
  /** Where the first page finally came from. */
  readonly url: string;
}

/** The article as far as it is known. */
interface Series {
  readonly visited: Set<string | null>;
  readonly digests: Set<string | null>;
  readonly waiting: string[];
  readonly parts: TakenPart[];
  readonly partEndings: PartEnding[];
  partsMissing: boolean;
  anyNew: boolean;
}

/**
 * Fetches the further pages of an article one after the other and follows what they name in turn.
 * A page is taken once; one that repeats an earlier payload ends the series, since some servers
 * answer any page number with the first page. Pages on other hosts are not the article's.
 */
export async function fetchArticle(start: ArticleStart, visit: HostVisit): Promise<TakenArticle> {
  const { item } = start;
  const series: Series = {
    visited: new Set([item.canonicalUrl, canonicalUrl(start.url)]),
    digests: new Set([start.digest]),
    waiting: [...start.pages],
    parts: [],
    partEndings: [],
    partsMissing: false,
    anyNew: false,
  };
  for (let page = nextPage(series, item); page !== null; page = nextPage(series, item)) {
    if (!mayGoOn(series, visit)) {
      series.partsMissing = true;
      break;
    }
    const previous = (await visit.deps.previousOf?.(page.canonicalUrl)) ?? null;
    const taken = await takeUrl(
      { ...page, kind: 'page', validators: previous?.raw ? previous : null },
      { guest: visit.guest, policy: visit.policy, maxBytes: visit.deps.source.maxBytes },
    );
    if (taken.kind === 'handed-on') return { ...series, handedOn: true };
    const part = takenPart(item, { ...page, previous }, taken, visit);
    if (part === null) series.partsMissing ||= !leadsBack(taken, series);
    else if (add(series, part, visit)) break;
  }
  for (const { canonicalUrl: canonical } of series.partEndings) visit.claimed.add(canonical);
  return { ...series, handedOn: false };
}

/** The next page nobody asked for yet, on the article's own host. */
function nextPage({ waiting, visited }: Series, item: FetchItem) {
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const canonical = canonicalUrl(url);
    if (canonical === null || visited.has(canonical)) continue;
    if (hostOf(canonical) !== hostOf(item.canonicalUrl)) continue;
    visited.add(canonical);
    return { url, canonicalUrl: canonical };
  }
  return null;
}

function mayGoOn({ parts }: Series, { deps }: HostVisit): boolean {
  return parts.length < deps.source.maxArticlePages - 1 && deps.budget.takePage();
}

/** A page number past the end often redirects to a page of the article: nothing is missing. */
function leadsBack(taken: Taken, { visited }: Series): boolean {
  return taken.kind === 'redirect' && visited.has(canonicalUrl(taken.target));
}

/** Adds a page; true if it only repeats another, so that the series is over. */
function add(series: Series, { part, ending, payload, isNew }: PartTaken, visit: HostVisit) {
  series.partEndings.push({ url: part.url, canonicalUrl: part.canonicalUrl, ending });
  if (series.digests.has(part.payloadDigest)) return true;
  series.digests.add(part.payloadDigest);
  series.parts.push(part);
  series.anyNew ||= isNew;
  if (payload) {
    series.waiting.push(...furtherPages(visit, payload, part));
  }
  return false;
}

interface PartTaken {
  readonly part: TakenPart;
  readonly ending: Ending;
  /** Null if it is kept from an earlier run. */
  readonly payload: Uint8Array | null;
  readonly isNew: boolean;
}

interface PartAddress {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly previous: PreviousFetch | null;
}

/** The page of the article an answer brought, and how it ends; null if it brought none. */
function takenPart(
  item: FetchItem,
  page: PartAddress,
  taken: Taken,
  visit: HostVisit,
): PartTaken | null {
  const { canonicalUrl, previous } = page;
  const address: FetchItem = { ...item, ...page, id: documentId(canonicalUrl) };
  const partOf = {
    state: 'part-of',
    reason: 'page-of-article',
    detail: item.canonicalUrl,
  } as const;
  if (taken.kind === 'not-modified' && taken.previous.raw) {
    const register = notModifiedRegister(taken.previous, taken.answer);
    return {
      part: keptPart(page, taken.previous, taken.previous.raw),
      ending: endingOf(address, { ...partOf, register }, visit.endings),
      payload: null,
      isNew: false,
    };
  }
  if (taken.kind !== 'payload') return null;
  const { answer, digest } = taken;
  visit.hold(answer.payload.length);
  const robots = robotsDirectives(answer.headers, visit);
  const register = payloadRegister(previous, answer, { digest, robots });
  const part = newPart(canonicalUrl, answer, { digest, robots });
  const ending = endingOf(address, { ...partOf, register }, visit.endings);
  return {
    part,
    ending: { ...ending, exchange: part.raw.exchange },
    payload: answer.payload,
    isNew: previous?.payloadDigest !== digest,
  };
}
