import type { HttpOutcome } from '#lib/io/http-client.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import type { FetchRegister } from '#lib/model/row.ts';
import { contentTypeOf, validator } from './header-values.ts';

/** An exchange as the register tells it. */
export type ToldExchange = Pick<HttpOutcome, 'startedAt' | 'status' | 'ms' | 'headers'>;

/**
 * The register after an exchange that brought no payload, or after none at all: what earlier
 * exchanges learned of the page stays true.
 */
export function carriedRegister(previous: PreviousFetch | null, told: ToldExchange): FetchRegister {
  return {
    fetchedAt: new Date(told.startedAt).toISOString(),
    status: told.status,
    contentType: previous?.contentType ?? null,
    etag: previous?.etag ?? null,
    lastModified: previous?.lastModified ?? null,
    payloadDigest: previous?.payloadDigest ?? null,
    bytes: null,
    ms: told.ms,
    raw: previous?.raw ?? null,
    redirectedTo: null,
    robots: [...(previous?.robots ?? [])],
    missingSince: previous?.missingSince ?? null,
    changedAt: previous?.changedAt ?? null,
    nextDueAt: null,
  };
}

/** The register after a payload; `raw` is known once it is written. */
export function payloadRegister(
  previous: PreviousFetch | null,
  told: ToldExchange & { readonly payload: Uint8Array },
  facts: { readonly digest: string; readonly robots: readonly string[] },
): FetchRegister {
  const register = carriedRegister(previous, told);
  const isChanged = previous?.payloadDigest !== facts.digest;
  return {
    ...register,
    contentType: contentTypeOf(told.headers),
    etag: validator(told.headers, 'etag'),
    lastModified: validator(told.headers, 'last-modified'),
    payloadDigest: facts.digest,
    bytes: told.payload.length,
    robots: [...facts.robots],
    missingSince: null,
    changedAt: isChanged ? register.fetchedAt : register.changedAt,
  };
}

/**
 * The register after a 304; the server may have renewed its validators (RFC 9110, 15.4.5).
 * @param robots what the answer and robots.txt say about the use of the page; a 304 need not repeat
 *   what came with the payload, so that still holds
 */
export function notModifiedRegister(
  previous: PreviousFetch,
  told: ToldExchange,
  robots: readonly string[],
): FetchRegister {
  return {
    ...carriedRegister(previous, told),
    etag: validator(told.headers, 'etag') ?? previous.etag,
    lastModified: validator(told.headers, 'last-modified') ?? previous.lastModified,
    robots: [...new Set([...previous.robots, ...robots])],
    missingSince: null,
  };
}
