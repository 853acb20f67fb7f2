import type { EndingDeps } from './endings.ts';
import type { FetchDeps } from './fetch-deps.ts';
import type { HostGuest } from './politeness.ts';
import type { RobotsPolicy } from './robots/match-robots.ts';

/** What the items of one host share while a batch visits it. */
export interface HostVisit {
  readonly host: string;
  readonly guest: HostGuest;
  readonly policy: RobotsPolicy;
  /** Our name in robots.txt and X-Robots-Tag. */
  readonly token: string;
  readonly deps: FetchDeps;
  readonly endings: EndingDeps;
  /** Canonical URLs that were taken as further pages of an article in this batch. */
  readonly claimed: Set<string>;
  /** Payload bytes came in: counted against the run's budget and the batch's memory. */
  readonly hold: (bytes: number) => void;
}

/**
 * URLs of further pages that a page names. Reading it is another stage's code on a stranger's
 * bytes: should it ever throw, one page must not take the batch with it, and has no further pages.
 */
export function furtherPages(
  { deps }: HostVisit,
  payload: Uint8Array,
  page: { readonly contentType: string | null; readonly url: string },
): string[] {
  try {
    return deps.articlePages(payload, page.contentType, page.url);
  } catch {
    return [];
  }
}
