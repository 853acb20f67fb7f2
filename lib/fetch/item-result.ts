import type { HttpAnswer } from '#lib/io/http-client.ts';
import type { Exchange } from '#lib/io/warc.ts';
import type { FetchItem, Link, PreviousFetch } from '#lib/model/messages.ts';
import type { FetchRegister, PresenceRegister, RawReference } from '#lib/model/row.ts';
import type { Reason, State } from '#lib/model/states.ts';
import { contentTypeOf } from './header-values.ts';

/** How a URL ends in fetch: the part of its row that is not its address. */
export interface Ending {
  readonly state: State;
  readonly reason: Reason;
  readonly detail: string | null;
  /** Its raw is that of `exchange`, if there is one. */
  readonly fetch: FetchRegister | null;
  readonly presence: PresenceRegister | null;
  readonly exchange: Exchange | null;
}

/** One payload of a page: new, to be written, or kept from an earlier run. */
export interface TakenPart {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly fetchedAt: string;
  readonly contentType: string | null;
  readonly payloadDigest: string;
  readonly robots: readonly string[];
  readonly raw: { readonly exchange: Exchange } | { readonly kept: RawReference };
}

/** A further page of an article, and how it ends. */
export interface PartEnding {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly ending: Ending;
}

/** An item that reached the end of fetch. */
export interface EndedItem {
  readonly kind: 'ended';
  readonly item: FetchItem;
  readonly ending: Ending;
  /** Of a page that goes on to clean or discover; else empty. */
  readonly parts: readonly TakenPart[];
  readonly partsMissing: boolean;
  readonly partEndings: readonly PartEnding[];
  readonly links: readonly Link[];
}

/** An item there was no time for. */
export interface HandedOnItem {
  readonly kind: 'handed-on';
  readonly item: FetchItem;
}

/** An item that was left to an article it is a further page of. */
export interface ClaimedItem {
  readonly kind: 'claimed';
  readonly item: FetchItem;
}

export type ItemResult = EndedItem | HandedOnItem | ClaimedItem;

/** An item that ends here: nothing of it goes on. */
export function ended(item: FetchItem, ending: Ending, links: readonly Link[] = []): EndedItem {
  return { kind: 'ended', item, ending, parts: [], partsMissing: false, partEndings: [], links };
}

/** A part whose payload has just come. */
export function newPart(
  canonicalUrl: string,
  answer: HttpAnswer,
  facts: { readonly digest: string; readonly robots: readonly string[] },
): TakenPart & { readonly raw: { readonly exchange: Exchange } } {
  const exchange = exchangeOf(answer);
  return {
    url: answer.url,
    canonicalUrl,
    fetchedAt: exchange.fetchedAt,
    contentType: contentTypeOf(answer.headers),
    payloadDigest: facts.digest,
    robots: facts.robots,
    raw: { exchange },
  };
}

/** A part whose payload is the one an earlier run stored. */
export function keptPart(
  { url, canonicalUrl }: { readonly url: string; readonly canonicalUrl: string },
  { fetchedAt, contentType, payloadDigest }: PreviousFetch,
  { raw, robots }: { readonly raw: RawReference; readonly robots: readonly string[] },
): TakenPart {
  return {
    url,
    canonicalUrl,
    fetchedAt,
    contentType,
    payloadDigest: payloadDigest ?? '',
    robots,
    raw: { kept: raw },
  };
}

/** An answer as it is archived. */
function exchangeOf(answer: HttpAnswer): Exchange {
  return {
    url: answer.url,
    fetchedAt: new Date(answer.startedAt).toISOString(),
    requestHeaders: answer.requestHeaders,
    status: answer.status,
    statusText: answer.statusText,
    responseHeaders: answer.headers,
    payload: answer.payload,
    truncated: answer.cut ? 'length' : null,
  };
}
