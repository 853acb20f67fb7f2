import type { PreviousFetch } from '#lib/model/messages.ts';
import type { UrlState } from '#lib/model/row.ts';

/** What fetch needs of earlier runs to ask with validators; null if the URL is not known, or was never fetched. */
export function previousFetchOf(state: UrlState | undefined): PreviousFetch | null {
  if (state === undefined || state.fetch === null) return null;
  const { fetch, content, takedown } = state;
  // a document that a takedown removed and nothing rebuilt: an unchanged page is to be cleaned again
  const isLost = takedown?.value === 'restored' && content?.key == null;
  const { fetchedAt, etag, lastModified, payloadDigest, raw, contentType, robots } = fetch;
  const { missingSince, changedAt, nextDueAt } = fetch;
  return {
    fetchedAt,
    etag,
    lastModified,
    payloadDigest,
    raw,
    contentType,
    robots,
    missingSince,
    changedAt,
    nextDueAt,
    sha: content?.sha ?? null,
    textSha: content?.textSha ?? null,
    cleaner: isLost ? null : (content?.cleaner ?? null),
    profile: content?.profile ?? null,
    parts: content?.parts ?? [],
    partsMissing: content?.incomplete.includes('parts-missing') ?? false,
  };
}
