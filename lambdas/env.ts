import * as z from 'zod';

/** What the functions and the stack agree on: names of metrics, and each function's environment. */
export const METRICS_NAMESPACE = 'Winnow';
/** What is counted for each source: rows of fetch and clean by what came of them. */
export type Measure = 'Fetched' | 'Published' | 'Withheld' | 'Failed';
/** Of each source: what its pages cost, estimated. */
export type DollarMeasure = 'Dollars';
/** Of a complete run, in percent, for each source. */
export type ShareMeasure = 'FailedPercent' | 'WithheldPercent';
/** Of the store, by compaction: documents that are there, and how many fewer than before. */
export type StoreMeasure = 'Documents' | 'ShrunkPercent';

const base = z.lazy(() => z.object({ BUCKET: z.string().min(1) }));
const crawling = z.lazy(() => base.unwrap().extend({ USER_AGENT: z.string().min(1) }));
const senders = z.lazy(() =>
  crawling.unwrap().extend({
    DISCOVER_QUEUE: z.url(),
    FETCH_QUEUE: z.url(),
    CLEAN_QUEUE: z.url(),
  }),
);
const positive = z.lazy(() => z.coerce.number().int().min(1));
const queued = { MAX_RECEIVES: positive };

export const discoverEnv = z.lazy(() =>
  crawling.unwrap().extend({ DISCOVER_QUEUE: z.url(), FETCH_QUEUE: z.url() }),
);
export const fetchEnv = z.lazy(() => senders.unwrap().extend(queued));
export const cleanEnv = z.lazy(() => base.unwrap().extend(queued));
export const commitEnv = base;
export const compactEnv = base;
export const reapEnv = z.lazy(() =>
  senders.unwrap().extend({ LOST_AFTER_MS: positive, EVERY_MS: positive }),
);
export const triggerEnv = z.lazy(() => base.unwrap().extend({ DISCOVER_QUEUE: z.url() }));

export type DiscoverEnv = z.input<typeof discoverEnv>;
export type FetchEnv = z.input<typeof fetchEnv>;
export type CleanEnv = z.input<typeof cleanEnv>;
export type CommitEnv = z.input<typeof commitEnv>;
export type CompactEnv = z.input<typeof compactEnv>;
export type ReapEnv = z.input<typeof reapEnv>;
export type TriggerEnv = z.input<typeof triggerEnv>;
