/**
 * The pipeline: discover ⇄ fetch → clean → commit → compact.
 * Each stage does its work, writes one segment with its rows, and returns the messages that follow.
 * The same functions run in Lambda, where queues carry the messages, and on one machine (run-locally.ts).
 */

import { decodeBytes } from './clean/charset/decode-bytes.ts';
import { cleanArticle } from './clean/clean-article.ts';
import { CLEANER_VERSION } from './clean/cleaner-version.ts';
import { fetchBatch } from './fetch/fetch-batch.ts';
import type { Clock } from './io/clock.ts';
import type { HttpClient } from './io/http-client.ts';
import type { ObjectStore } from './io/object-store.ts';
import type { WarcReader, WarcWriter } from './io/warc.ts';
import { writeSegment } from './manifest/write-segment.ts';
import type { HostProfile } from './model/host-profile.ts';
import { type BatchLimits, packMessages } from './model/lanes.ts';
import type { CleanMessage, DiscoverMessage, FetchMessage } from './model/messages.ts';
import type { Row, UrlState } from './model/row.ts';
import type { RunRecord, Skipped } from './model/run.ts';
import { publishPages } from './publish/publish-pages.ts';
import { articlePages } from './source/article-pages.ts';
import { discover } from './source/discover.ts';
import { nextDue } from './source/due.ts';

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
  /** What earlier runs know of these URLs. */
  readonly lookup: (canonicalUrls: readonly string[]) => Promise<ReadonlyMap<string, UrlState>>;
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
export interface Budget {
  remainingPages(): number;
  takePage(): boolean;
  addBytes(bytes: number): void;
}

/** What a stage leaves behind: rows that are durable in `segment`, and the work that follows. */
export interface Work {
  readonly rows: readonly Row[];
  readonly segment: { readonly key: string; readonly rows: number } | null;
  readonly discover: readonly DiscoverMessage[];
  readonly fetch: readonly FetchMessage[];
  readonly clean: readonly CleanMessage[];
  readonly skipped: Skipped | null;
}

export interface Pipeline {
  discover(message: DiscoverMessage): Promise<Work>;
  fetch(message: FetchMessage): Promise<Work>;
  clean(message: CleanMessage): Promise<Work>;
}

const NOTHING = { discover: [], fetch: [], clean: [], skipped: null };

/** The stages of one run, bound to their ports. */
export function pipeline(ports: Ports, run: RunContext): Pipeline {
  const { store, clock, ulid } = ports;
  const { source, runId } = run.record;
  const now = () => new Date(clock.now());

  /** Rows become durable before any message that relies on them is sent. */
  const finish = async (rows: readonly Row[], next: Partial<Work>): Promise<Work> => {
    const segment =
      rows.length > 0 ? await writeSegment(rows, { store, now: clock.now, ulid }) : null;
    return { ...NOTHING, ...next, rows, segment };
  };

  return {
    async discover(message) {
      const found = await discover(message, {
        source,
        raw: ports.warcReader,
        lookup: run.lookup,
        seen: run.seen,
        decode: (bytes, contentType) => decodeBytes(bytes, contentType).text,
        now: now(),
        ulid,
        dueOnly: run.dueOnly,
        remainingPages: run.budget.remainingPages(),
      });
      const fetch = packMessages({ runId, source: source.name }, found.items, run.limits, ulid);
      return finish(found.rows, { fetch, skipped: found.skipped });
    },

    async fetch(message) {
      const fetched = await fetchBatch(message, {
        http: ports.http,
        store,
        warc: ports.warcWriter,
        clock,
        ulid,
        source,
        userAgent: run.userAgent,
        cleanerVersion: CLEANER_VERSION,
        articlePages,
        nextDue,
        budget: run.budget,
        signal: run.signal,
        ...(run.deadlineMs === undefined ? {} : { deadlineMs: run.deadlineMs }),
        ...(run.cancelled === undefined ? {} : { cancelled: run.cancelled }),
      });
      return finish(fetched.rows, {
        discover: present(fetched.discover),
        fetch: present(fetched.rest),
        clean: present(fetched.clean),
      });
    },

    async clean(message) {
      const rows = await publishPages(message, {
        store,
        raw: ports.warcReader,
        source,
        clean: cleanArticle,
        cleanerVersion: CLEANER_VERSION,
        profile: run.profile,
        now,
        ulid,
      });
      return finish(rows, {});
    },
  };
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}
