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
