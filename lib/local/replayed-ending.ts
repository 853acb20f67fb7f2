import { endingOf, statusEnding } from '#lib/fetch/endings.ts';
import { carriedRegister, payloadRegister } from '#lib/fetch/fetch-register.ts';
import { contentTypeOf, firstValue } from '#lib/fetch/header-values.ts';
import { type Ending, newPart, type TakenPart } from '#lib/fetch/item-result.ts';
import { isRedirect, redirectTarget } from '#lib/fetch/redirect-target.ts';
import { redirectedItem } from '#lib/fetch/redirected-item.ts';
import { robotsDirectives } from '#lib/fetch/robots/robots-directives.ts';
import type { HttpAnswer } from '#lib/io/http-client.ts';
import type { Exchange } from '#lib/io/warc.ts';
import { mayBeDocument, sniffContentType } from '#lib/model/content-type.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { FetchItem } from '#lib/model/messages.ts';
import type { SourceDefinition } from '#lib/model/source.ts';

const ROBOTS_FILE = /^https?:\/\/[^/]+\/robots\.txt$/i;
const TOKEN = 'winnow';

interface ReplayDeps {
  readonly source: SourceDefinition;
  readonly cleanerVersion: number;
  /** Whether an equal payload is all that matters: a page of an article is not the whole of it. */
  readonly mayBeUnchanged: boolean;
}

/** How an archived exchange ends in fetch; with its part if the payload goes on to clean. */
export function replayedEnding(
  item: FetchItem,
  exchange: Exchange,
  { source, cleanerVersion, mayBeUnchanged }: ReplayDeps,
): { readonly ending: Ending; readonly part: TakenPart | null } {
  const answer = answerOf(exchange);
  const { recrawl } = source;
  // judged as of the time of the record: a 404 of years ago has not lasted for years
  const deps = { now: () => answer.startedAt, nextDue: () => null, recrawl };
  const { previous } = item;

  const target = redirectOf(answer);
  if (target !== null)
    return { ending: redirectedItem(item, answer, target, deps).ending, part: null };
  if (answer.status !== 200) return { ending: statusEnding(item, answer, null, deps), part: null };

  const contentType = contentTypeOf(answer.headers);
  const refused = refusedBecause(exchange, contentType);
  if (refused !== null) {
    const register = { ...carriedRegister(previous, answer), contentType };
    return { ending: endingOf(item, { ...refused, register }, deps), part: null };
  }
  const digest = sha256(exchange.payload);
  const robots = robotsDirectives(answer.headers, { token: TOKEN, policy: { signals: [] } });
  const register = payloadRegister(previous, answer, { digest, robots });
  const isSame = previous?.payloadDigest === digest && previous.cleaner === cleanerVersion;
  if (isSame && mayBeUnchanged) {
    const same = { state: 'unchanged', reason: 'same-payload', detail: null, register } as const;
    return { ending: endingOf(item, same, deps), part: null };
  }
  const fetched = { state: 'fetched', reason: 'http-200', detail: null, register } as const;
  return {
    ending: { ...endingOf(item, fetched, deps), exchange },
    part: newPart(item.canonicalUrl, answer, { digest, robots }),
  };
}

function refusedBecause({ url, payload, truncated }: Exchange, contentType: string | null) {
  if (truncated === 'length') {
    return { state: 'too-large', reason: 'size-cap', detail: 'cut in the archive' } as const;
  }
  if (truncated !== null) {
    return {
      state: 'failed',
      reason: 'truncated',
      detail: `cut in the archive: ${truncated}`,
    } as const;
  }
  const isDocument =
    !ROBOTS_FILE.test(url) &&
    mayBeDocument(contentType) &&
    (payload.length === 0 || mayBeDocument(sniffContentType(payload)));
  if (isDocument) return null;
  return { state: 'not-a-document', reason: 'content-type', detail: contentType } as const;
}

function redirectOf({ status, headers, url }: HttpAnswer): string | null {
  return isRedirect(status) ? redirectTarget(firstValue(headers, 'location'), url) : null;
}

function answerOf(exchange: Exchange): HttpAnswer {
  const { url, status, statusText, payload, requestHeaders } = exchange;
  return {
    kind: 'answer',
    url,
    status,
    statusText,
    payload,
    requestHeaders,
    headers: exchange.responseHeaders.map(([name, value]) => [name.toLowerCase(), value] as const),
    cut: false,
    startedAt: Date.parse(exchange.fetchedAt),
    ms: 0,
    firstByteMs: null,
  };
}
