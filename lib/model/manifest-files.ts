import { z } from 'zod';

export const MANIFEST_SCHEMA = 1;

/** Number of rows by state that a commit adds, per run. */
export const runCounts = z.record(z.string(), z.record(z.string(), z.int()));
export type RunCounts = z.infer<typeof runCounts>;

/** manifest/log/<n>.json: commit n adds these segments. Created if absent, never changed. */
export const logEntry = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  number: z.int().min(1),
  commitId: z.string().describe('tells a writer its own entry after a lost answer'),
  at: z.iso.datetime(),
  segments: z.array(z.object({ key: z.string(), rows: z.int() })),
  counts: runCounts,
});
export type LogEntry = z.infer<typeof logEntry>;

/** manifest/checkpoints/<n>.json: the state after commit n, as sorted parts. */
export const checkpoint = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  number: z.int().min(1),
  at: z.iso.datetime(),
  parts: z.array(
    z.object({
      partition: z.string().describe('prefix of the ids in the part, hex'),
      key: z.string(),
      rows: z.int(),
    }),
  ),
  totals: z.record(z.string(), z.int()),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** A run as the index tells it: how many of its URLs reached which state. */
export const indexedRun = z.object({
  source: z.string(),
  startedAt: z.iso.datetime(),
  at: z.iso.datetime().describe('last commit with rows of the run'),
  states: z.record(z.string(), z.int()).describe('rows by state; discovered counts every URL once'),
});

/** manifest/index.json: where to start reading. May lag the log, never leads it. */
export const manifestIndex = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  nonce: z.string().describe('makes every version’s ETag different'),
  at: z.iso.datetime(),
  head: z.int().min(0).describe('number of the last commit'),
  floor: z.int().min(0).describe('commits up to here may be collected: resync from the checkpoint'),
  checkpoint: z.object({ number: z.int(), key: z.string() }).nullable(),
  totals: z.record(z.string(), z.int()).describe('rows by state over all runs'),
  runs: z.record(z.string(), indexedRun).describe('the latest runs'),
});
export type ManifestIndex = z.infer<typeof manifestIndex>;
