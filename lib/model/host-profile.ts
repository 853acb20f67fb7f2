import * as z from 'zod';

/**
 * What a host repeats on its pages: counts of distinct documents a normalised line or a DOM path
 * was seen in. Written by compaction only; a run reads the version of the commit it started from.
 */
export const hostProfile = z.object({
  schema: z.literal(1),
  host: z.string(),
  version: z.int().min(0).describe('number of the commit it was counted up to'),
  documents: z.number().min(0).describe('distinct documents counted, decayed'),
  lines: z.record(z.string(), z.number()).describe('hash of a normalised line → documents'),
  paths: z.record(z.string(), z.number()).describe('hash of a path signature → documents'),
});
export type HostProfile = z.infer<typeof hostProfile>;
