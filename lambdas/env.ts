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

const base = z.object({ BUCKET: z.string().min(1) });
const crawling = base.extend({ USER_AGENT: z.string().min(1) });
const queued = { MAX_RECEIVES: z.coerce.number().int().min(1) };

export const discoverEnv = crawling.extend({ DISCOVER_QUEUE: z.url(), FETCH_QUEUE: z.url() });
const senders = crawling.extend({
  DISCOVER_QUEUE: z.url(),
  FETCH_QUEUE: z.url(),
  CLEAN_QUEUE: z.url(),
});
export const fetchEnv = senders.extend(queued);
export const cleanEnv = base.extend(queued);
export const commitEnv = base;
export const compactEnv = base;
export const reapEnv = senders.extend({
  LOST_AFTER_MS: z.coerce.number().int().min(1),
  EVERY_MS: z.coerce.number().int().min(1),
});
export const triggerEnv = base.extend({ DISCOVER_QUEUE: z.url() });

export type DiscoverEnv = z.input<typeof discoverEnv>;
export type FetchEnv = z.input<typeof fetchEnv>;
export type CleanEnv = z.input<typeof cleanEnv>;
export type CommitEnv = z.input<typeof commitEnv>;
export type CompactEnv = z.input<typeof compactEnv>;
export type ReapEnv = z.input<typeof reapEnv>;
export type TriggerEnv = z.input<typeof triggerEnv>;
