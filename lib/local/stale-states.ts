import type { HostProfile } from '#lib/model/host-profile.ts';
import type { UrlState } from '#lib/model/row.ts';

/** Which pages are to be cleaned again. */
export interface Stale {
  /** Cleaned by a version before this. */
  readonly olderThan: number;
  /** The profile of a page's host as it is now: pages cleaned with another version of it, or with none. */
  readonly profile?: (canonicalUrl: string) => Promise<HostProfile | null>;
  readonly limit: number;
}

/**
 * States of pages that older code cleaned, or that were cleaned before their host's profile was what it is, as
 * far as cleaning them again may tell something new: not what is gone or taken down, nor what a directive
 * of the page keeps out.
 */
export async function* staleStates(
  states: AsyncIterable<UrlState>,
  { olderThan, profile, limit }: Stale,
): AsyncGenerator<UrlState> {
  let left = limit;
  for await (const state of states) {
    if (left <= 0) return;
    if (!mayBeCleaned(state)) continue;
    const { cleaner, profile: used } = state.content;
    const latest = (await profile?.(state.canonicalUrl))?.version ?? null;
    if (cleaner >= olderThan && (latest === null || latest === used)) continue;
    yield state;
    left -= 1;
  }
}

type Cleaned = UrlState & { readonly content: NonNullable<UrlState['content']> };

function mayBeCleaned(state: UrlState): state is Cleaned {
  const { content, presence } = state;
  if (content === null) return false;
  if (presence?.value === 'gone' || presence?.value === 'taken-down') return false;
  const isNoindex = content.key === null && !content.incomplete.includes('no-document');
  return !isNoindex;
}
