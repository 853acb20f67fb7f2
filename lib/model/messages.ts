import * as z from 'zod';
import { pageKind, rawReference } from './row.ts';

/** What is known of a URL from earlier runs, as of its discovery. */
export const previousFetch = z.lazy(() =>
  z.object({
    fetchedAt: z.iso.datetime(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    payloadDigest: z.string().nullable(),
    raw: rawReference.nullable(),
    contentType: z.string().nullable(),
    /** Directives and signals that came with the payload: they hold for it wherever it is read from. */
    robots: z.array(z.string()).default([]),
    missingSince: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime().nullable(),
    nextDueAt: z.iso.datetime().nullable(),
    /** Document published from it, if any. */
    sha: z.string().nullable(),
    textSha: z.string().nullable(),
    cleaner: z.int().nullable(),
    profile: z
      .int()
      .nullable()
      .default(null)
      .describe('version of the host profile it was cleaned with'),
    parts: z.array(z.string()),
    partsMissing: z.boolean().default(false).describe('the document lacks pages of its article'),
  }),
);
export type PreviousFetch = z.infer<typeof previousFetch>;

/** One URL to fetch. */
export const fetchItem = z.lazy(() =>
  z.object({
    id: z.string(),
    url: z.string(),
    canonicalUrl: z.string(),
    kind: pageKind,
    depth: z.int(),
    hop: z.int(),
    via: z.string().nullable(),
    previous: previousFetch.nullable(),
  }),
);
export type FetchItem = z.infer<typeof fetchItem>;

/** Work for fetch: URLs of one lane, at most 200. */
export const fetchMessage = z.lazy(() =>
  z.object({
    runId: z.string(),
    source: z.string(),
    lane: z.int(),
    batch: z.string().describe('unique in the run; part of the deduplication id'),
    attempt: z.int().min(0).describe('how often the rest of it was handed on'),
    items: z.array(fetchItem),
  }),
);
export type FetchMessage = z.infer<typeof fetchMessage>;

/** One payload in a WARC file. */
export const fetchedPart = z.lazy(() =>
  z.object({
    url: z.string().describe('where the payload finally came from'),
    canonicalUrl: z.string(),
    fetchedAt: z.iso.datetime(),
    contentType: z.string().nullable(),
    payloadDigest: z.string(),
    robots: z.array(z.string()),
    raw: rawReference,
  }),
);

/** A fetched page: its own payload first, then the further pages of the article in order. */
export const fetchedPage = z.lazy(() =>
  z.object({
    item: fetchItem,
    parts: z.array(fetchedPart).min(1),
    /** A page of the article could not be fetched. */
    partsMissing: z.boolean(),
  }),
);
export type FetchedPage = z.infer<typeof fetchedPage>;

/** Work for clean: the pages of one WARC file. */
export const cleanMessage = z.lazy(() =>
  z.object({
    runId: z.string(),
    source: z.string(),
    pages: z.array(fetchedPage),
  }),
);
export type CleanMessage = z.infer<typeof cleanMessage>;

/** A URL somebody named. */
export const link = z.lazy(() =>
  z.object({
    url: z.string(),
    kind: pageKind,
    reason: z.enum(['seed', 'sitemap', 'feed', 'listing', 'redirect', 'due']),
    depth: z.int(),
    hop: z.int(),
    via: z.string().nullable(),
    lastModified: z.iso.datetime().nullable().describe('of a sitemap or feed entry'),
  }),
);
export type Link = z.infer<typeof link>;

/** Work for discover: links, and fetched sitemaps, feeds and listings to read links from. */
export const discoverMessage = z.lazy(() =>
  z.object({
    runId: z.string(),
    source: z.string(),
    links: z.array(link),
    pages: z.array(fetchedPage),
    list: z.string().optional().describe('key of a file with more links: too many for a message'),
    known: z.boolean().optional().describe('what earlier runs of the source know is asked again'),
  }),
);
export type DiscoverMessage = z.infer<typeof discoverMessage>;
