import type { HttpAnswer } from '#lib/io/http-client.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import type { EndingDeps } from './endings.ts';
import type { FetchDeps } from './fetch-deps.ts';
import { contentTypeOf } from './header-values.ts';
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
  /** What is known of further pages of the batch's articles, by canonical URL. */
  readonly previousParts: ReadonlyMap<string, PreviousFetch>;
  /** Payload bytes came in: counted against the run's budget and the batch's memory. */
  readonly hold: (bytes: number) => void;
}

/** What is known of a URL, if its payload can still be read: without it a 304 would be of no use. */
export async function readable(
  previous: PreviousFetch | null,
  { deps }: HostVisit,
): Promise<PreviousFetch | null> {
  const raw = previous?.raw ?? null;
  return raw !== null && (await deps.isStored(raw)) ? previous : null;
}

/** URL of the first page of the article that a page is a later one of; null if it is none. */
export function firstPageOf({ deps }: HostVisit, answer: HttpAnswer): string | null {
  try {
    return deps.firstPage(answer.payload, contentTypeOf(answer.headers), answer.url);
  } catch {
    return null; // as below
  }
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
