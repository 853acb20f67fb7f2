import * as z from 'zod';

/** Values below which 10, 25, 50, 75 and 90 percent of the values lie. */
export const quantiles = z.lazy(() =>
  z.object({
    count: z.int(),
    p10: z.number(),
    p25: z.number(),
    p50: z.number(),
    p75: z.number(),
    p90: z.number(),
  }),
);
export type Quantiles = z.infer<typeof quantiles>;

const counts = z.lazy(() => z.record(z.string(), z.int()));

/** What a run, or one host of it, came to. */
export const groupFigures = z.lazy(() =>
  z.object({
    urls: z.int().describe('URLs that entered the run'),
    pages: z.int().describe('pages that should have given a document: what yield is a share of'),
    documents: z.int().describe('published or unchanged'),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    states: counts,
    reasons: counts.describe('state/reason → URLs'),
    statuses: counts.describe('HTTP status → answers'),
    chars: quantiles.nullable().describe('length of the documents, without white space'),
    newChars: quantiles.nullable().describe('the same of documents that are new or changed'),
    shortBelow: z.number().describe('nine of ten documents of an earlier run were longer; 0: none'),
    shortest: z.int().describe('new or changed documents shorter than that'),
    removedShare: quantiles.nullable(),
    confidence: quantiles.nullable(),
    ms: quantiles.nullable().describe('time of an answer'),
    fields: z
      .object({ title: z.int(), author: z.int(), publishedAt: z.int() })
      .describe('new or changed documents that have the field'),
    titles: z.int().describe('different titles of new or changed documents'),
    repaired: z.int().describe('documents with a repair'),
    repairs: counts.describe('repair → documents'),
    marked: z.int().describe('documents that are not whole'),
    incomplete: counts.describe('mark → documents'),
    duplicates: z.int().describe('documents whose text another document has'),
    errors: z.int().describe('URLs that failed'),
    bytes: z.number(),
    dollars: z
      .number()
      .nullable()
      .describe('what it would cost on AWS at list prices; null: no model'),
  }),
);
export type GroupFigures = z.infer<typeof groupFigures>;

/** reports/<runId>/figures.json: a finished run in numbers, so that later runs can be held against it. */
export const runFigures = z.lazy(() =>
  z.object({
    schema: z.literal(1),
    runId: z.string(),
    source: z.string(),
    startedAt: z.iso.datetime(),
    completedAt: z.iso.datetime().nullable(),
    total: groupFigures,
    hosts: z.record(z.string(), groupFigures),
  }),
);
export type RunFigures = z.infer<typeof runFigures>;
