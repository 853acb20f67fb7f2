import * as z from 'zod';
import { incomplete } from './document.ts';
import { repair } from './removal.ts';

export const EXPORT_SCHEMA = 1;

/** One document with what the manifest says of its URL, flat: a line of an export. */
export const exportRecord = z.lazy(() =>
  z.object({
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
    profile: z.int().nullable(),
    duplicateOf: z.string().nullable().describe('id of the document with the same text'),
    nearDuplicateOf: z
      .string()
      .nullable()
      .describe('id of the document of the export that stands for this one and its like'),
    commit: z.int().describe('number of the commit the record was exported at'),
  }),
);
export type ExportRecord = z.infer<typeof exportRecord>;

const exportedFile = z.lazy(() =>
  z.object({
    key: z.string(),
    rows: z.int().min(0),
    bytes: z.int().min(0),
    /** Ids of the first and the last row; null if there is none, or if it was not noted. */
    first: z.string().nullable().default(null),
    last: z.string().nullable().default(null),
  }),
);
export type ExportedFile = z.infer<typeof exportedFile>;

/** How near duplicates were found, and what finding them again among more documents needs. */
const nearDuplicates = z.lazy(() =>
  z.object({
    parameters: z.record(z.string(), z.number()),
    documents: z.int().describe('documents another one stands for'),
    sketches: z.array(exportedFile).describe('signatures, for the next export only'),
    clusters: exportedFile.describe('JSON Lines, gzip: id and nearDuplicateOf of those documents'),
  }),
);
export type NearDuplicates = z.infer<typeof nearDuplicates>;

const increment = z.lazy(() =>
  z.object({
    commit: z.int().min(0),
    at: z.iso.datetime(),
    rows: z.int().min(0),
    files: z.array(exportedFile).describe('rows that are new or replace those of their ids'),
    removed: exportedFile.describe('JSON Lines, gzip: id and commit of rows that are no more'),
  }),
);

const exportedFormat = z.lazy(() =>
  z.object({
    commit: z.int().min(0).describe('the files hold the snapshot after this commit'),
    at: z.iso.datetime().describe('when that was committed'),
    filter: z.record(z.string(), z.json()).describe('what was left out; empty for a full export'),
    rows: z.int().min(0),
    files: z.array(exportedFile).describe('in order of id'),
    increments: z.array(increment).default([]).describe('what changed since, oldest first'),
    nearDuplicates: nearDuplicates.nullable().default(null).describe('null: not looked for'),
  }),
);

export const exportFormatName = z.enum(['parquet', 'jsonl']);
export type ExportFormatName = z.infer<typeof exportFormatName>;

/** exports/current.json: which files are the export of each format. */
export const currentExport = z.lazy(() =>
  z.object({
    schema: z.literal(EXPORT_SCHEMA),
    formats: z.partialRecord(exportFormatName, exportedFormat),
  }),
);
export type CurrentExport = z.infer<typeof currentExport>;
export type ExportedFormat = z.infer<typeof exportedFormat>;

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
  /**
   * @param expectedBytes about how large the file will be
   * @param reused bytes of a file of this format that nobody needs any more
   */
  open(expectedBytes: number, reused?: Uint8Array): RecordFile;
  /** The records of a file, in order. */
  read(file: Uint8Array): AsyncIterable<ExportRecord>;
}
