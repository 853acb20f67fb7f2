import type { HttpAnswer, HttpFault } from '#lib/io/http-client.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { mayBeDocument, mediaType, sniffContentType } from '#lib/model/content-type.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import type { PageKind } from '#lib/model/row.ts';
import { firstValue, isSendable } from './header-values.ts';
import type { HandedOn, HostGuest, Postponed, Visit } from './politeness.ts';
import { isRedirect, redirectTarget } from './redirect-target.ts';
import { mayFetch, type RobotsPolicy } from './robots/match-robots.ts';

/** Redirects between spellings of one canonical URL, followed at once. */
const MAX_INLINE_REDIRECTS = 5;
/** The sitemap protocol's own limit, uncompressed. */
const SITEMAP_MAX_BYTES = 50 * 1024 * 1024;
const NEVER_LINKS = /^(?:image|video|audio|font)\/|^application\/pdf$/;

export interface TakeUrlDeps {
  readonly guest: HostGuest;
  readonly policy: RobotsPolicy;
  readonly maxBytes: number;
}

export interface UrlToTake {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly kind: PageKind;
  /** Asks the server for the payload only if it differs from this one. */
  readonly validators: PreviousFetch | null;
}

export interface TakenPayload {
  readonly kind: 'payload';
  readonly answer: HttpAnswer;
  readonly digest: string;
}

/** What came of asking for a URL. */
export type Taken =
  | TakenPayload
  /** The payload is still the one asked with. */
  | {
      readonly kind: 'not-modified';
      readonly answer: HttpAnswer;
      readonly previous: PreviousFetch;
    }
  /** To another canonical URL. */
  | { readonly kind: 'redirect'; readonly answer: HttpAnswer; readonly target: string }
  | { readonly kind: 'redirect-loop'; readonly answer: HttpAnswer }
  /** Any other answer. */
  | { readonly kind: 'status'; readonly answer: HttpAnswer }
  | { readonly kind: 'fault'; readonly fault: HttpFault }
  | { readonly kind: 'disallowed'; readonly detail: string }
  | Postponed
  | HandedOn;

/** Asks for one URL, if robots.txt allows it, and follows redirects that stay the same page. */
export async function takeUrl(wanted: UrlToTake, deps: TakeUrlDeps): Promise<Taken> {
  let { url } = wanted;
  for (let redirects = 0; ; redirects++) {
    const detail = disallowedBy(deps.policy, url);
    if (detail !== null) return { kind: 'disallowed', detail };
    const visit = await askFor(url, wanted, deps);
    if (visit.kind !== 'answer') return unanswered(visit);
    const target = redirectOf(visit, url);
    if (target === null) return judged(visit, wanted.validators);
    if (canonicalUrl(target) !== wanted.canonicalUrl) {
      return { kind: 'redirect', answer: visit, target };
    }
    if (redirects >= MAX_INLINE_REDIRECTS) return { kind: 'redirect-loop', answer: visit };
    url = target;
  }
}

/** The rule that forbids a URL, as a line for a person; null if none does. */
function disallowedBy(policy: RobotsPolicy, url: string): string | null {
  const { allowed, rule } = mayFetch(policy, url);
  return allowed || rule === null ? null : `robots.txt line ${rule.line}: Disallow: ${rule.path}`;
}

function unanswered(visit: Exclude<Visit, HttpAnswer>): Taken {
  switch (visit.kind) {
    case 'aborted':
      return { kind: 'handed-on' };
    case 'fault':
      return { kind: 'fault', fault: visit };
    default:
      return visit;
  }
}

/** Where a redirect leads; null for other answers. */
function redirectOf({ status, headers }: HttpAnswer, base: string): string | null {
  return isRedirect(status) ? redirectTarget(firstValue(headers, 'location'), base) : null;
}

function askFor(url: string, wanted: UrlToTake, { guest, maxBytes }: TakeUrlDeps): Promise<Visit> {
  const { kind, validators } = wanted;
  return guest.visit({
    url,
    headers: validators ? conditional(validators) : {},
    maxBytes: kind === 'sitemap' ? Math.max(maxBytes, SITEMAP_MAX_BYTES) : maxBytes,
    accepts: (contentType, start) => isWanted(kind, contentType, start),
  });
}

function judged(answer: HttpAnswer, previous: PreviousFetch | null): Taken {
  const { status, payload } = answer;
  if (status === 200 || status === 203) return { kind: 'payload', answer, digest: sha256(payload) };
  if (status === 304 && previous !== null) return { kind: 'not-modified', answer, previous };
  return { kind: 'status', answer };
}

/** If-None-Match and If-Modified-Since, as the server gave them (RFC 9110, section 13.1). */
function conditional(previous: PreviousFetch): Record<string, string> {
  const { etag, lastModified } = previous;
  return {
    ...(etag !== null && isSendable(etag) ? { 'if-none-match': etag } : {}),
    ...(lastModified !== null && isSendable(lastModified)
      ? { 'if-modified-since': lastModified }
      : {}),
  };
}

/** A sitemap or feed may be served as almost anything; a page must be a document by type and look. */
function isWanted(kind: PageKind, contentType: string | null, start: Uint8Array | null): boolean {
  if (kind === 'sitemap' || kind === 'feed') return !NEVER_LINKS.test(mediaType(contentType) ?? '');
  if (!mayBeDocument(contentType)) return false;
  return start === null || start.length === 0 || mayBeDocument(sniffContentType(start));
}
