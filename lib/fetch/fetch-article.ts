import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId, hostOf } from '#lib/model/document-id.ts';
import type { FetchItem, PreviousFetch } from '#lib/model/messages.ts';
import { endingOf } from './endings.ts';
import { notModifiedRegister, payloadRegister } from './fetch-register.ts';
import { firstValue } from './header-values.ts';
import type { HostVisit } from './host-visit.ts';
import { exchangeOf, type PartEnding, type TakenPart } from './item-result.ts';
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

/**
 * Fetches the further pages of an article one after the other and follows what they name in turn.
 * A page is taken once; one that repeats an earlier payload ends the series, since some servers
 * answer any page number with the first page. Pages on other hosts are not the article's.
 */
export async function fetchArticle(start: ArticleStart, visit: HostVisit): Promise<TakenArticle> {
  const { item } = start;
  const maxParts = visit.deps.source.maxArticlePages - 1;
  const visited = new Set([item.canonicalUrl, canonicalUrl(start.url)]);
  const digests = new Set([start.digest]);
  const waiting = [...start.pages];
  const parts: TakenPart[] = [];
  const partEndings: PartEnding[] = [];
  let partsMissing = false;
  let anyNew = false;
  const done = (handedOn: boolean): TakenArticle => ({
    parts,
    partEndings,
    partsMissing,
    anyNew,
    handedOn,
  });

  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const canonical = canonicalUrl(url);
    if (canonical === null || visited.has(canonical)) continue;
    if (hostOf(canonical) !== hostOf(item.canonicalUrl)) continue;
    visited.add(canonical);
    if (parts.length >= maxParts || !visit.deps.budget.takePage()) {
      partsMissing = true;
      break;
    }
    const previous = (await visit.deps.previousOf?.(canonical)) ?? null;
    const taken = await takePart(url, canonical, previous, visit);
    if (taken.kind === 'handed-on') return done(true);
    const part = partOf(item, { url, canonical, previous }, taken, visit);
    if (part === null) {
      const leadsBack = taken.kind === 'redirect' && visited.has(canonicalUrl(taken.target));
      if (!leadsBack) partsMissing = true;
      continue;
    }
    visit.claimed.add(canonical);
    partEndings.push(part.ending);
    if (digests.has(part.taken.payloadDigest)) break;
    digests.add(part.taken.payloadDigest);
    parts.push(part.taken);
    anyNew ||= part.isNew;
    if (taken.kind === 'payload') {
      const { payload, headers } = taken.answer;
      const more = visit.deps.articlePages(payload, firstValue(headers, 'content-type'), url);
      waiting.push(...more);
    }
  }
  return done(false);
}

async function takePart(
  url: string,
  canonical: string,
  previous: PreviousFetch | null,
  visit: HostVisit,
): Promise<Taken> {
  const validators = previous?.raw ? previous : null;
  return await takeUrl(
    { url, canonicalUrl: canonical, kind: 'page', validators },
    { guest: visit.guest, policy: visit.policy, maxBytes: visit.deps.source.maxBytes },
  );
}

interface PartAddress {
  readonly url: string;
  readonly canonical: string;
  readonly previous: PreviousFetch | null;
}

/** The page of the article an answer brought, and how it ends; null if it brought none. */
function partOf(
  item: FetchItem,
  { url, canonical, previous }: PartAddress,
  taken: Taken,
  visit: HostVisit,
): { taken: TakenPart; ending: PartEnding; isNew: boolean } | null {
  const address: FetchItem = {
    ...item,
    id: documentId(canonical),
    url,
    canonicalUrl: canonical,
    previous,
  };
  const told = (register: ReturnType<typeof payloadRegister>) =>
    endingOf(
      address,
      { state: 'part-of', reason: 'page-of-article', detail: item.canonicalUrl, register },
      visit.endings,
    );

  if (taken.kind === 'not-modified' && previous?.raw) {
    const { raw, payloadDigest, contentType, fetchedAt } = previous;
    const kept = { kept: raw };
    const digest = payloadDigest ?? '';
    const ending = told(notModifiedRegister(previous, taken.answer));
    return {
      taken: {
        url,
        canonicalUrl: canonical,
        fetchedAt,
        contentType,
        payloadDigest: digest,
        robots: [],
        raw: kept,
      },
      ending: { url, canonicalUrl: canonical, ending },
      isNew: false,
    };
  }
  if (taken.kind !== 'payload') return null;
  const { answer, digest } = taken;
  visit.hold(answer.payload.length);
  const robots = robotsDirectives(answer.headers, visit.token);
  const exchange = exchangeOf(answer);
  const ending = { ...told(payloadRegister(previous, answer, { digest, robots })), exchange };
  return {
    taken: {
      url: answer.url,
      canonicalUrl: canonical,
      fetchedAt: exchange.fetchedAt,
      contentType: firstValue(answer.headers, 'content-type'),
      payloadDigest: digest,
      robots,
      raw: { exchange },
    },
    ending: { url, canonicalUrl: canonical, ending },
    isNew: previous?.payloadDigest !== digest,
  };
}
