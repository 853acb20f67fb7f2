import type { ArchivedExchange } from '#lib/io/archived-exchange.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';

/** The exchange of an archive that counts for its URL. */
export interface ChosenExchange {
  readonly exchange: Exchange;
  /** Canonical URL, or the digest of a page that was taken in from a file. */
  readonly address: string;
  /** Why there is no payload; null if there is. */
  readonly lacks: string | null;
}

/** A record of a URL, without its payload. */
interface Candidate {
  readonly ordinal: number;
  readonly exchange: ArchivedExchange;
  readonly rank: number;
}

interface Placed {
  readonly address: string;
  readonly candidate: Candidate;
}

/**
 * One exchange for each URL of an archive. Of several records the last counts, but a failed attempt
 * (304, 429, 5xx) hides no answer, and a conversion no response. A revisit comes with the payload
 * of the record it repeats, of whatever URL that is. Reads all twice; memory: the URLs.
 */
export async function* chosenExchanges(
  exchanges: () => AsyncIterable<ArchivedExchange>,
  isWanted: (address: string) => boolean,
): AsyncGenerator<ChosenExchange> {
  const records = await readRecords(exchanges(), isWanted);
  const byOrdinal = new Map<number, Placed[]>();
  const unresolved: Placed[] = [];
  for (const address of new Set([...records.responses.keys(), ...records.revisits.keys()])) {
    const { candidate, at } = chosenOf(address, records);
    if (at === null) unresolved.push({ address, candidate });
    else byOrdinal.set(at, [...(byOrdinal.get(at) ?? []), { address, candidate }]);
  }

  let ordinal = 0;
  for await (const original of exchanges()) {
    for (const { address, candidate } of byOrdinal.get(ordinal) ?? []) {
      const isOwn = candidate.ordinal === ordinal;
      const exchange = isOwn ? original : repeated(candidate.exchange, original);
      yield { exchange, address, lacks: null };
    }
    ordinal += 1;
  }
  for (const { address, candidate } of unresolved) {
    const lacks = 'a revisit of a response that is not in these files';
    yield { exchange: candidate.exchange, address, lacks };
  }
}

/** The best records of each address, and where payloads lie. */
interface Records {
  readonly responses: Map<string, Candidate>;
  readonly revisits: Map<string, Candidate>;
  readonly byDigest: Map<string, number>;
  readonly byCapture: Map<string, number>;
}

async function readRecords(
  exchanges: AsyncIterable<ArchivedExchange>,
  isWanted: (address: string) => boolean,
): Promise<Records> {
  const records: Records = {
    responses: new Map(),
    revisits: new Map(),
    byDigest: new Map(),
    byCapture: new Map(),
  };
  let ordinal = 0;
  for await (const exchange of exchanges) {
    notePayload(exchange, ordinal, records);
    const address = addressOf(exchange.url);
    if (address !== null && isWanted(address)) {
      const known = exchange.revisit === null ? records.responses : records.revisits;
      const candidate = { ordinal, exchange: withoutPayload(exchange), rank: rankOf(exchange) };
      if (isBetter(candidate, known.get(address))) known.set(address, candidate);
    }
    ordinal += 1;
  }
  return records;
}

function notePayload(
  { url, fetchedAt, payloadDigest, revisit, status }: ArchivedExchange,
  ordinal: number,
  { byDigest, byCapture }: Records,
): void {
  if (revisit !== null || status !== 200) return;
  byCapture.set(captureOf(url, fetchedAt), ordinal);
  if (payloadDigest) byDigest.set(payloadDigest.toLowerCase(), ordinal);
}

/** The record that counts for an address, and the ordinal of its payload; null if that is not there. */
function chosenOf(
  address: string,
  { responses, revisits, byCapture, byDigest }: Records,
): { readonly candidate: Candidate; readonly at: number | null } {
  const response = responses.get(address);
  const candidate = revisits.get(address) ?? response;
  if (candidate === undefined) throw new RangeError(`no record of ${address}`);
  const { revisit, payloadDigest } = candidate.exchange;
  const named = revisit?.at ? byCapture.get(captureOf(revisit.url, revisit.at)) : undefined;
  const at = named ?? byDigest.get(payloadDigest?.toLowerCase() ?? '') ?? null;
  const isUsable = revisit !== null && at !== null && isBetter(candidate, response);
  if (response && !isUsable) return { candidate: response, at: response.ordinal };
  return { candidate, at };
}

/** The revisit with the payload of its original; its header too if it says as much. */
function repeated(revisit: ArchivedExchange, original: ArchivedExchange): Exchange {
  const { url, fetchedAt } = revisit;
  const hasType = revisit.responseHeaders.some(([name]) => name.toLowerCase() === 'content-type');
  const isWhole = revisit.status === original.status && hasType;
  const { responseHeaders } = isWhole ? revisit : original;
  return { ...original, url, fetchedAt, responseHeaders };
}

function rankOf({ status, revisit, isConverted }: ArchivedExchange): number {
  if (revisit === null && (status === 304 || status === 429 || status >= 500)) return 0;
  return isConverted ? 1 : 2;
}

function isBetter(one: Candidate, known: Candidate | undefined): boolean {
  if (known === undefined || one.rank !== known.rank) return one.rank > (known?.rank ?? -1);
  return one.exchange.fetchedAt >= known.exchange.fetchedAt;
}

function withoutPayload(exchange: ArchivedExchange): ArchivedExchange {
  const responseHeaders = exchange.revisit === null ? [] : exchange.responseHeaders;
  return { ...exchange, responseHeaders, payload: new Uint8Array() };
}

function captureOf(url: string, fetchedAt: string): string {
  return `${fetchedAt} ${url}`;
}

function addressOf(url: string): string | null {
  return url.toLowerCase().startsWith('urn:sha256:') ? url : canonicalUrl(url);
}
