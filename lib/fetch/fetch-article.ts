import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { hostOf } from '#lib/model/document-id.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import { askPage } from './ask-page.ts';
import { furtherPages, type HostVisit, readable } from './host-visit.ts';
import type { PartEnding, TakenPart } from './item-result.ts';
import type { Taken, TakenPayload } from './take-url.ts';
import { type PartTaken, takenPart } from './taken-part.ts';

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
  /** Further pages that were fetched before the first, by canonical URL. */
  readonly have?: ReadonlyMap<string, TakenPayload>;
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
    const known = visit.previousParts.get(page.canonicalUrl) ?? null;
    const previous = await readable(known, visit);
    const had = start.have?.get(page.canonicalUrl);
    const taken = isFull(series, visit) ? null : (had ?? (await askPage(page, previous, visit)));
    if (taken === null) {
      series.partsMissing = true;
      break;
    }
    if (taken.kind === 'handed-on') return { ...series, handedOn: true };
    const part = takenPart(item, { ...page, known, previous }, taken, visit);
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

function isFull({ parts }: Series, { deps }: HostVisit): boolean {
  return parts.length >= deps.source.maxArticlePages - 1;
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
