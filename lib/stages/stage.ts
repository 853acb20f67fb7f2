/** What every stage is given and leaves behind, wherever it runs. */
import type { FetchBudget } from '#lib/fetch/fetch-deps.ts';
import type { Clock } from '#lib/io/clock.ts';
import type { HttpClient } from '#lib/io/http-client.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WarcReader, WarcWriter } from '#lib/io/warc.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import type { HostProfile } from '#lib/model/host-profile.ts';
import type { BatchLimits } from '#lib/model/lanes.ts';
import type { CleanMessage, DiscoverMessage, FetchMessage, Link } from '#lib/model/messages.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import type { RunRecord } from '#lib/model/run.ts';

/** The outside world, chosen by who starts the pipeline. */
export interface Ports {
  readonly store: ObjectStore;
  readonly http: HttpClient;
  readonly warcWriter: WarcWriter;
  readonly warcReader: WarcReader;
  readonly clock: Clock;
  readonly ulid: () => string;
}

/** What the stages know of the run they work for. */
export interface RunContext {
  readonly record: RunRecord;
  /** Canonical URLs that have entered the run; discover adds to it. */
  readonly seen: Set<string>;
  /**
   * Canonical URLs that were fetched with an article that names them, as far as is known here: they
   * need not be asked for again. Fetch adds to it.
   */
  readonly settled: Set<string>;
  /** What earlier runs know of these URLs. */
  readonly lookup: (canonicalUrls: readonly string[]) => Promise<ReadonlyMap<string, UrlState>>;
  /** What earlier runs of the source know, to be asked again. */
  readonly knownLinks: () => Promise<readonly Link[]>;
  readonly profile: (canonicalUrl: string) => Promise<HostProfile | null>;
  /** Fetch only what is due; a run asked for by hand fetches all. */
  readonly dueOnly: boolean;
  readonly limits: BatchLimits;
  readonly budget: Budget;
  /** Aborted: finish what is under way, hand on the rest. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which no request may be under way: the end of an invocation. */
  readonly deadlineMs?: number;
  readonly cancelled?: () => Promise<boolean>;
  readonly userAgent: string;
}

/** What is left of the run's budget. */
export interface Budget extends FetchBudget {
  /** How many more URLs may enter the run. */
  remainingPages(): number;
  addFetchSeconds(seconds: number): void;
}

/** What a stage leaves behind: rows that are durable in `segment`, and the work that follows. */
export interface Work {
  readonly rows: readonly Row[];
  readonly segment: { readonly key: string; readonly rows: number } | null;
  readonly discover: readonly DiscoverMessage[];
  readonly fetch: readonly FetchMessage[];
  readonly clean: readonly CleanMessage[];
}

/** Rows become durable before any message that relies on them is sent. */
export async function finishStage(
  rows: readonly Row[],
  next: Partial<Work>,
  { store, clock, ulid }: Ports,
): Promise<Work> {
  const segment =
    rows.length > 0 ? await writeSegment(rows, { store, now: clock.now, ulid }) : null;
  return { discover: [], fetch: [], clean: [], ...next, rows, segment };
}
