import type { Clock } from '#lib/io/clock.ts';
import type { HttpClient } from '#lib/io/http-client.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WarcWriter } from '#lib/io/warc.ts';
import type { DueFacts } from '#lib/model/due-facts.ts';
import type { PreviousFetch } from '#lib/model/messages.ts';
import type { RawReference } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { State } from '#lib/model/states.ts';
import type { Backoff } from './backoff.ts';

/** Bounds on one batch; each has a default beside its use. */
export interface FetchTuning {
  readonly backoff?: Backoff;
  /** A host that wants to be left alone for longer is left for another time. */
  readonly maxWaitMs?: number;
  /** Requests of a batch under way at the same time, over all hosts. */
  readonly maxExchanges?: number;
  /** Payload bytes a batch may hold until they are written; what is left then is handed on. */
  readonly maxHeldBytes?: number;
  /** From 0 to below 1. */
  readonly random?: () => number;
}

/** The run's budget, as far as fetch spends it. */
export interface FetchBudget {
  /** The limit that is reached, as a line for a person; null if none is. */
  usedUp(): string | null;
  /** Takes a page that is about to be asked for; false if there is none left. */
  takePage(): boolean;
  /** Gives back a page that was not asked for after all. */
  returnPage(): void;
  addBytes(bytes: number): void;
}

export interface FetchDeps {
  readonly http: HttpClient;
  readonly store: ObjectStore;
  readonly warc: WarcWriter;
  /** Whether a raw response can still be read: it may have been deleted, or erased. */
  readonly isStored: (raw: RawReference) => Promise<boolean>;
  readonly clock: Clock;
  readonly ulid: () => string;
  readonly source: SourceDefinition;
  /** `name/version (+contact)`: the name is the product token robots.txt knows us by. */
  readonly userAgent: string;
  readonly cleanerVersion: number;
  /** URLs of the further pages of an article, in order, as its page's bytes name them. */
  readonly articlePages: (bytes: Uint8Array, contentType: string | null, url: string) => string[];
  /** URL of the first page of the article that a page is a later one of; null if it is none. */
  readonly firstPage: (bytes: Uint8Array, contentType: string | null, url: string) => string | null;
  /** When to fetch a URL again, ISO 8601; null: whenever it is discovered. */
  readonly nextDue: (facts: DueFacts) => string | null;
  readonly budget: FetchBudget;
  /** Aborted: what is under way is finished, the rest is handed on. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which no request is under way any more. */
  readonly deadlineMs?: number;
  /** Whether the run was cancelled; asked now and then. */
  readonly cancelled?: () => Promise<boolean>;
  /** What earlier runs know of further pages of articles, so that they are asked for with validators. */
  readonly previousOf: (
    canonicalUrls: readonly string[],
  ) => Promise<ReadonlyMap<string, PreviousFetch>>;
  /** Called after each item, with the state it reached; null if it was handed on. */
  readonly onProgress?: (canonicalUrl: string, state: State | null) => void;
  readonly tuning?: FetchTuning;
}
