/**
 * Objects are built when they are first used (`z.lazy`), as all of the model are: the start of a function is not to
 * pay for schemas it parses nothing with.
 */
import * as z from 'zod';
import { incomplete } from './document.ts';
import { packedTraits } from './page-traits.ts';
import { repair } from './removal.ts';
import { reason, state } from './states.ts';

export const ROW_SCHEMA = 1;

/** What the URL was fetched for. Sitemaps, feeds and listings are fetched as politely as pages. */
export const pageKind = z.enum(['page', 'listing', 'sitemap', 'feed']);
export type PageKind = z.infer<typeof pageKind>;

/** Where the raw response lies: one gzip member of a WARC file. */
export const rawReference = z.lazy(() =>
  z.object({
    key: z.string(),
    offset: z.int().min(0),
    length: z.int().min(1),
  }),
);
export type RawReference = z.infer<typeof rawReference>;

/** Register 1: the last exchange with the server. Version: (fetchedAt, ulid). */
export const fetchRegister = z.lazy(() =>
  z.object({
    fetchedAt: z.iso.datetime(),
    status: z.int().nullable().describe('HTTP status; null if there was no answer'),
    contentType: z.string().nullable(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    payloadDigest: z.string().nullable().describe('SHA-256 of the payload, hex'),
    bytes: z.int().nullable().describe('decoded size'),
    ms: z.int().nullable().describe('from request to last byte'),
    raw: rawReference.nullable(),
    redirectedTo: z.string().nullable(),
    robots: z.array(z.string()).describe('robots directives and content-usage signals, as given'),
    missingSince: z.iso.datetime().nullable().describe('first 404/410 in a row'),
    changedAt: z.iso.datetime().nullable().describe('last fetch whose payload differed'),
    nextDueAt: z.iso.datetime().nullable(),
  }),
);
export type FetchRegister = z.infer<typeof fetchRegister>;

/** Register 2: the document. Version: (fetchedAt of the raw used, cleaner, ulid). */
export const contentRegister = z.lazy(() =>
  z.object({
    fetchedAt: z.iso.datetime(),
    cleaner: z.int().describe('version of the cleaning code'),
    profile: z.int().nullable().describe('version of the host profile used'),
    key: z.string().nullable().describe('key of the document; null for no document'),
    sha: z.string().nullable().describe('SHA-256 of the canonical JSON (RFC 8785)'),
    textSha: z.string().nullable().describe('SHA-256 of the text without white space'),
    previousSha: z.string().nullable().describe('as known at discovery; advisory'),
    title: z.string(),
    site: z.string().nullable(),
    author: z.string().nullable(),
    publishedAt: z.string().nullable(),
    language: z.string().nullable(),
    chars: z.int(),
    confidence: z.number(),
    incomplete: z.array(incomplete),
    repairs: z.array(repair),
    charset: z.string().describe('name, and how it was decided: gb18030 (evidence)'),
    robots: z
      .array(z.string())
      .optional()
      .describe('robots directives of the page’s own meta tags, as given'),
    removedShare: z.number().describe('share of the page’s text that was removed'),
    parts: z.array(z.string()).describe('canonical URLs of further pages of the article'),
  }),
);
export type ContentRegister = z.infer<typeof contentRegister>;

/**
 * Register 3: whether the document may be read. taken-down beats all but a later restored, which
 * only an operator writes; it uncovers what present and gone, each by its time, say below.
 */
export const presenceRegister = z.lazy(() =>
  z.object({
    value: z.enum(['present', 'gone', 'taken-down', 'restored']),
    at: z.iso.datetime(),
  }),
);
export type PresenceRegister = z.infer<typeof presenceRegister>;

/** One row of the manifest: a URL reached a state in a run. Immutable; merged by registers. */
export const row = z.lazy(() =>
  z.object({
    schema: z.literal(ROW_SCHEMA),
    ulid: z.ulid().describe('unique; orders rows of equal time'),
    run: z.string(),
    source: z.string(),
    id: z.string(),
    url: z.string(),
    canonicalUrl: z.string(),
    kind: pageKind,
    depth: z.int().min(0).describe('listings between a seed and this URL'),
    hop: z.int().min(0).describe('redirects between a discovered URL and this one'),
    via: z.string().nullable().describe('canonical URL of the page that named it'),
    at: z.iso.datetime(),
    state,
    reason,
    detail: z
      .string()
      .nullable()
      .describe('one line for a person: the error, the rule, the redirect'),
    fetch: fetchRegister.nullable(),
    content: contentRegister.nullable(),
    presence: presenceRegister.nullable(),
    partsMissing: z
      .boolean()
      .optional()
      .describe(
        'of a fetched page: a page of its article could not be had; not part of the URL’s state',
      ),
    traits: packedTraits
      .optional()
      .describe('of a document’s page, for the profile of its host; not part of the URL’s state'),
  }),
);
export type Row = z.infer<typeof row>;

/** Added to a register's value: the ulid of the row that wrote it. Together its version. */
const writtenBy = { ulid: z.ulid() };

const presence = z.lazy(() =>
  presenceRegister
    .unwrap()
    .extend({ value: z.enum(['present', 'gone', 'taken-down']), ...writtenBy })
    .nullable(),
);

/** Everything known of a URL: its rows merged. One line of a checkpoint's part. */
export const urlState = z.lazy(() =>
  z.object({
    schema: z.literal(ROW_SCHEMA),
    id: z.string(),
    url: z.string(),
    canonicalUrl: z.string(),
    kind: pageKind,
    sources: z.array(z.string()).describe('sorted'),
    firstSeenAt: z.iso.datetime(),
    last: z.object({ run: z.string(), state, reason, at: z.iso.datetime(), ulid: z.ulid() }),
    fetch: fetchRegister.unwrap().extend(writtenBy).nullable(),
    content: contentRegister.unwrap().extend(writtenBy).nullable(),
    presence,
    takedown: z
      .object({
        value: z.enum(['taken-down', 'restored']),
        at: z.iso.datetime(),
        ulid: z.ulid(),
        covers: presence.describe('present or gone, as it would be without the takedown'),
      })
      .optional()
      .describe('only if the URL was ever taken down'),
    duplicateOf: z.string().nullable().describe('id of the representative with the same textSha'),
  }),
);
export type UrlState = z.infer<typeof urlState>;
