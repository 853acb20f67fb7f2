import * as z from 'zod';
import { incomplete } from './document.ts';
import { repair } from './removal.ts';

export const EXPORT_SCHEMA = 1;

/** One document with what the manifest says of its URL, flat: a line of an export. */
export const exportRecord = z.object({
  id: z.string(),
  sha: z.string().describe('SHA-256 of the document'),
  url: z.string(),
  canonicalUrl: z.string(),
  declaredUrl: z.string().nullable(),
  host: z.string(),
  sources: z.array(z.string()),
  run: z.string().describe('the last run that reached the URL'),
  title: z.string(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable().describe('ISO 8601 with the precision the page gave'),
  site: z.string().nullable(),
  category: z.array(z.string()),
  language: z.string().nullable(),
  text: z.string(),
  markdown: z.string(),
  page: z.int().nullable(),
  pageCount: z.int().nullable(),
  incomplete: z.array(incomplete),
  repairs: z.array(repair),
  confidence: z.number(),
  chars: z.int(),
  fetchedAt: z.iso.datetime().describe('of the response the document was made from'),
  contentType: z.string().nullable(),
  charset: z.string(),
  payloadDigest: z.string().nullable(),
  rawKey: z.string().nullable(),
  rawOffset: z.int().nullable(),
  rawLength: z.int().nullable(),
  cleaner: z.int(),
  duplicateOf: z.string().nullable(),
});
export type ExportRecord = z.infer<typeof exportRecord>;

const exportedFile = z.object({
  key: z.string(),
  rows: z.int().min(0),
  bytes: z.int().min(0),
});
export type ExportedFile = z.infer<typeof exportedFile>;

const exportedFormat = z.object({
  commit: z.int().min(0).describe('the export holds the snapshot after this commit'),
  at: z.iso.datetime().describe('when that was committed'),
  filter: z.record(z.string(), z.json()).describe('what was left out; empty for a full export'),
  rows: z.int().min(0),
  files: z.array(exportedFile).describe('in order of id'),
});

/** exports/current.json: which files are the export of each format. */
export const currentExport = z.object({
  schema: z.literal(EXPORT_SCHEMA),
  formats: z.partialRecord(z.enum(['parquet', 'jsonl']), exportedFormat),
});
export type CurrentExport = z.infer<typeof currentExport>;
export type ExportedFormat = z.infer<typeof exportedFormat>;
export type ExportFormatName = keyof CurrentExport['formats'];

/** A file of an export while it is written; in memory, compressed. */
export interface RecordFile {
  /** Bytes so far; what is not yet compressed counts by an estimate. */
  size(): number;
  add(record: ExportRecord): void;
  /** The whole file. Equal records give equal bytes. */
  finish(): Uint8Array;
}

export interface RecordFormat {
  readonly name: ExportFormatName;
  /** Ending of the files' names, without its dot. */
  readonly extension: string;
  open(): RecordFile;
}
