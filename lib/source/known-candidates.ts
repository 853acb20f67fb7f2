import type { FetchItem, Link } from '#lib/model/messages.ts';
import type { UrlState } from '#lib/model/row.ts';
import type { Candidate } from './admit.ts';
import { isDue } from './due.ts';
import { previousFetchOf } from './previous-fetch.ts';
import type { SkipCounter } from './skip-counter.ts';

/** Characters of a ULID that are its time. */
const TIME = 10;

/** A candidate with what its next fetch needs to know of the last one. */
export interface KnownCandidate extends Candidate {
  readonly previous: FetchItem['previous'];
}

interface KnowingContext {
  readonly runId: string;
  readonly deps: {
    lookup(canonicalUrls: readonly string[]): Promise<ReadonlyMap<string, UrlState>>;
    readonly now: Date;
    readonly dueOnly: boolean;
  };
  readonly skips: SkipCounter;
}

/** Candidates with what earlier runs know of them, less those taken down or not due. */
export async function knownCandidates(
  candidates: readonly Candidate[],
  { runId, deps, skips }: KnowingContext,
): Promise<KnownCandidate[]> {
  if (candidates.length === 0) return [];
  const states = await deps.lookup(candidates.map(({ canonical }) => canonical));
  return candidates.flatMap(({ link, canonical }): KnownCandidate[] => {
    const state = states.get(canonical);
    if (state?.presence?.value === 'taken-down') {
      skips.skip('takenDown');
      return [];
    }
    const previous = previousFetchOf(state);
    // its article's first page asks for it
    if (state?.last.state === 'part-of' && link.reason !== 'seed') {
      skips.skip('notDue');
      return [];
    }
    if (deps.dueOnly && !isStart(link) && !isDue(previous, link.lastModified, deps.now)) {
      skips.skip('notDue');
      return [];
    }
    const isOwn = state !== undefined && isFetchedIn(state, runId);
    return [{ link, canonical, previous: isOwn ? null : previous }];
  });
}

/**
 * Whether the run has fetched it already: a message that is delivered again finds what its first delivery left. A page
 * is not unchanged for having been fetched twice. ULIDs begin with their time.
 */
function isFetchedIn({ last, fetch }: UrlState, runId: string): boolean {
  return last.run === runId && fetch !== null && fetch.ulid.slice(0, TIME) >= runId.slice(0, TIME);
}

/** Where a run of a source begins to look for what is new: asked every time, with validators. */
function isStart({ kind, reason, depth }: Link): boolean {
  return kind !== 'page' && depth === 0 && (reason === 'seed' || kind === 'sitemap');
}
