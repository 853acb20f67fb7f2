import * as z from 'zod';
import { sourceDefinition } from './source.ts';
import { terminalState } from './states.ts';

/** Why a URL looks like one of endlessly many that a server makes up. */
export const trapKind = z.enum([
  'too-long',
  'many-parameters',
  'many-segments',
  'repeated-segments',
  'session-id',
  'endless-pagination',
  'endless-listing',
  'calendar',
]);
export type TrapKind = z.infer<typeof trapKind>;

/** Of each kind of trap how many links into it were not followed, and where the first few led. */
const traps = z.lazy(() =>
  z.partialRecord(trapKind, z.object({ links: z.int(), examples: z.array(z.string()) })),
);
export type Traps = z.infer<typeof traps>;

/** Links that never became a row: how many, and why. */
export const skipped = z.lazy(() =>
  z.object({
    notDue: z.int(),
    outOfScope: z.int(),
    overBudget: z.int(),
    traps: z.int().describe('all kinds together'),
    takenDown: z.int(),
  }),
);
export type Skipped = z.infer<typeof skipped>;

/** What one message of a run passed over: summed into the record when the run is complete. */
export const skips = z.lazy(() => z.object({ skipped, traps }));
export type Skips = z.infer<typeof skips>;

/** What the fetches of a run, or of one lane of it, have spent. */
export const spent = z.lazy(() =>
  z.object({
    pages: z.int().describe('that were asked for, further pages of articles too'),
    bytes: z.int().describe('of payloads, encodings undone'),
    fetchSeconds: z.number().describe('in which fetch ran, summed over lanes'),
  }),
);
export type Spent = z.infer<typeof spent>;

/** runs/<runId>.json: created if absent at the start, replaced once at completion. */
export const runRecord = z.lazy(() =>
  z.object({
    schema: z.literal(1),
    runId: z.string().describe('ulid: its time is the start'),
    source: sourceDefinition.describe('the definition as it was when the run started'),
    trigger: z.enum(['schedule', 'command', 'on-demand', 'reclean']),
    listed: z.boolean().optional().describe('its URLs are those of lists, beside this record'),
    startedAt: z.iso.datetime(),
    checkpoint: z
      .int()
      .nullable()
      .default(null)
      .describe('number of the checkpoint the run started from: it uses host profiles as of then'),
    completedAt: z.iso.datetime().nullable(),
    commit: z
      .int()
      .nullable()
      .optional()
      .describe(
        'of a complete run: the last commit whose rows its totals are of; later ones change nothing',
      ),
    /** At completion: URLs by the terminal state they ended in; their sum is `discovered`. */
    discovered: z.int().nullable(),
    states: z.partialRecord(terminalState, z.int()).nullable(),
    spent: spent
      .unwrap()
      .extend({ dollars: z.number().describe('estimated: on AWS at list prices') })
      .optional(),
    stoppedBy: z
      .string()
      .nullable()
      .optional()
      .describe('the limit of the budget that kept the run from going on: 10000 pages'),
    lost: z
      .string()
      .nullable()
      .optional()
      .describe('work that was given up and has no row: 2 lists of links were not read'),
    skipped: skipped.describe('links that never became a row'),
    traps: traps.optional().describe('crawler traps that were met'),
  }),
);
export type RunRecord = z.infer<typeof runRecord>;
