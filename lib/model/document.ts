import * as z from 'zod';
import { removalReason, repair } from './removal.ts';

/** Version of the document's shape; raised when a field changes its meaning. */
export const DOCUMENT_SCHEMA = 1;

const DOCUMENT_ID = /^[0-9a-f]{24}$/;

/** In what way a document is not the whole document. */
export const INCOMPLETE = [
  'starts-mid-document',
  'continues-on-next-page',
  'paywall', // the rest is offered for money, membership or by contacting the site
  'preview', // a viewer shows part of an uploaded file
  'parts-missing', // a page of a multi-page article could not be fetched
  'damaged', // bytes were lost that no repair restored
  'no-document', // login wall, captcha, soft 404, list page: not published
] as const;

export const incomplete = z.enum(INCOMPLETE);
export type Incomplete = z.infer<typeof incomplete>;

/** Figures about the text, each with its published name; flags name the thresholds that were missed. */
export const quality = z.lazy(() =>
  z.object({
    confidence: z.number().min(0).max(1).describe('estimated probability that the text is right'),
    chars: z.int().min(0).describe('characters of text without white space'),
    values: z.record(z.string(), z.number()).describe('name of the measure → value'),
    flags: z
      .array(z.string())
      .describe(
        'names of the thresholds that were missed; guessed-characters: a lost character was told by its context alone; text-from-data: the page shows its text by scripts only, it was read from their data; never a drop',
      ),
  }),
);
export type Quality = z.infer<typeof quality>;

/** One clean document. Only what follows from the bytes: provenance is in the manifest row. */
export const document = z.lazy(() =>
  z.object({
    schema: z.literal(DOCUMENT_SCHEMA),
    id: z
      .string()
      .regex(DOCUMENT_ID)
      .describe('4 hex of SHA-256(host) + 20 hex of SHA-256(canonicalUrl)'),
    url: z.string().nullable().describe('as requested; null without one'),
    canonicalUrl: z.string().describe('our normal form of url, or urn:sha256:<payload digest>'),
    declaredUrl: z.string().nullable().describe('what the page says its address is'),
    site: z.string().nullable(),
    title: z.string().describe("the document's title without the site's name; '' if it has none"),
    author: z.string().nullable(),
    publishedAt: z.string().nullable().describe('ISO 8601 with the precision the page gave'),
    category: z.array(z.string()).describe('from general to particular'),
    language: z.string().nullable().describe('BCP 47, with script for Chinese: zh-Hans, zh-Hant'),
    text: z.string().describe('paragraphs joined by newlines; table cells by tabs'),
    markdown: z.string().describe('CommonMark with GFM tables; no raw HTML'),
    page: z.int().min(1).nullable().describe('which page of the article this is, if it says so'),
    pageCount: z.int().min(1).nullable(),
    incomplete: z.array(incomplete),
    repairs: z.array(repair),
    quality,
    removed: z.partialRecord(removalReason, z.int()).describe('number of removals by reason'),
  }),
);
export type Document = z.infer<typeof document>;
