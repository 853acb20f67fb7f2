import * as z from 'zod';

/** What each function finds in its environment; the stack is typed against it. */
const base = z.object({ BUCKET: z.string().min(1) });
const crawling = base.extend({ USER_AGENT: z.string().min(1) });

export const discoverEnv = crawling.extend({ DISCOVER_QUEUE: z.url(), FETCH_QUEUE: z.url() });
export const fetchEnv = crawling.extend({
  DISCOVER_QUEUE: z.url(),
  FETCH_QUEUE: z.url(),
  CLEAN_QUEUE: z.url(),
});
export const cleanEnv = crawling;
export const commitEnv = base;
export const compactEnv = base;
export const reapEnv = fetchEnv.extend({ LOST_AFTER_MS: z.coerce.number().int().min(1) });
export const triggerEnv = base.extend({ DISCOVER_QUEUE: z.url() });

export type DiscoverEnv = z.input<typeof discoverEnv>;
export type FetchEnv = z.input<typeof fetchEnv>;
export type CleanEnv = z.input<typeof cleanEnv>;
export type CommitEnv = z.input<typeof commitEnv>;
export type CompactEnv = z.input<typeof compactEnv>;
export type ReapEnv = z.input<typeof reapEnv>;
export type TriggerEnv = z.input<typeof triggerEnv>;
