import * as z from 'zod';

export const MANIFEST_SCHEMA = 1;

/** Run of the rows an operator writes by takedown and restore: they belong to no crawl. */
export const OPERATOR_RUN = 'operator';

/** Number of rows by state that a commit adds, per run. */
export const runCounts = z.lazy(() => z.record(z.string(), z.record(z.string(), z.int())));
export type RunCounts = z.infer<typeof runCounts>;

/** manifest/log/<n>.json: commit n adds these segments. Created if absent, never changed. */
export const logEntry = z.lazy(() =>
  z.object({
    schema: z.literal(MANIFEST_SCHEMA),
    number: z.int().min(1),
    commitId: z.string().describe('tells a writer its own entry after a lost answer'),
    at: z.iso.datetime().describe('never before that of the entry before'),
    prev: z.string().nullable().describe('commitId of the entry before; null for the first'),
    segments: z.array(z.object({ key: z.string(), rows: z.int() })),
    counts: runCounts,
    sources: z.record(z.string(), z.string()).describe('run → source of its rows'),
  }),
);
export type LogEntry = z.infer<typeof logEntry>;

/** A file of sorted lines. */
const part = z.lazy(() =>
  z.object({
    partition: z.string().describe('prefix of the ids in the part, hex'),
    key: z.string(),
    rows: z.int(),
  }),
);
export type Part = z.infer<typeof part>;

/** manifest/checkpoints/<n>.json: the state after commit n, as sorted parts. */
export const checkpoint = z.lazy(() =>
  z.object({
    schema: z.literal(MANIFEST_SCHEMA),
    number: z.int().min(1),
    at: z.iso.datetime(),
    previous: z.string().nullable().describe('key of the checkpoint it was made from'),
    parts: z.array(part).describe('in order of partition; no partition is a prefix of another'),
    texts: z
      .array(part)
      .describe('for compaction only: which documents share a text; partition = prefix of textSha'),
    samples: z
      .array(part)
      .default([])
      .describe(
        'for compaction only: the pages a host’s profile is counted from; partition = prefix of the host’s id',
      ),
    totals: z.record(z.string(), z.int()),
  }),
);
export type Checkpoint = z.infer<typeof checkpoint>;

/** Every file a checkpoint names. */
export function allParts({ parts, texts, samples }: Checkpoint): Part[] {
  return [...parts, ...texts, ...samples];
}

/** A run as the index tells it: how many of its URLs reached which state. */
export const indexedRun = z.lazy(() =>
  z.object({
    source: z.string(),
    startedAt: z.iso.datetime(),
    at: z.iso.datetime().describe('last commit with rows of the run'),
    states: z
      .record(z.string(), z.int())
      .describe('rows by state; discovered counts every URL once'),
  }),
);

export type IndexedRun = z.infer<typeof indexedRun>;

/** manifest/index.json: where to start reading. May lag the log, never leads it. */
export const manifestIndex = z.lazy(() =>
  z.object({
    schema: z.literal(MANIFEST_SCHEMA),
    nonce: z.string().describe('makes every version’s ETag different'),
    at: z.iso.datetime(),
    head: z.int().min(0).describe('number of the last commit'),
    floor: z
      .int()
      .min(0)
      .describe('commits up to here may be collected: resync from the checkpoint'),
    checkpoint: z.object({ number: z.int(), key: z.string() }).nullable(),
    totals: z.record(z.string(), z.int()).describe('rows by state over all runs'),
    runs: z.record(z.string(), indexedRun).describe('the latest runs'),
  }),
);
export type ManifestIndex = z.infer<typeof manifestIndex>;

/**
 * manifest/floor.json: log entries up to `floor` may be collected, those up to `collected` are.
 * Written before anything is removed; a writer that created an entry at or below it starts again.
 */
export const floorMarker = z.lazy(() =>
  z.object({
    schema: z.literal(MANIFEST_SCHEMA),
    nonce: z.string(),
    at: z.iso.datetime().describe('when the floor was moved here: the grace period starts'),
    floor: z.int().min(0),
    collected: z.int().min(0),
  }),
);
export type FloorMarker = z.infer<typeof floorMarker>;
