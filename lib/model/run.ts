import * as z from 'zod';
import { sourceDefinition } from './source.ts';
import { terminalState } from './states.ts';

/** runs/<runId>.json: created if absent at the start, replaced once at completion. */
export const runRecord = z.object({
  schema: z.literal(1),
  runId: z.string().describe('ulid: its time is the start'),
  source: sourceDefinition.describe('the definition as it was when the run started'),
  trigger: z.enum(['schedule', 'command', 'on-demand', 'reclean']),
  startedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  /** At completion: URLs by the terminal state they ended in; their sum is `discovered`. */
  discovered: z.int().nullable(),
  states: z.partialRecord(terminalState, z.int()).nullable(),
  /** What never became a row. */
  skipped: z.object({
    notDue: z.int(),
    outOfScope: z.int(),
    overBudget: z.int(),
    traps: z.int(),
    takenDown: z.int(),
  }),
});
export type RunRecord = z.infer<typeof runRecord>;
export type Skipped = RunRecord['skipped'];
