import type { Skipped, Skips, TrapKind, Traps } from './run.ts';

/** Of a kind of trap so many URLs are shown; the others are only counted. */
const MOST_EXAMPLES = 5;

export const NO_SKIPS: Skips = {
  skipped: { notDue: 0, outOfScope: 0, overBudget: 0, traps: 0, takenDown: 0 },
  traps: {},
};

/** The sum of both; examples of the first before those of the second, each once. */
export function addSkips(a: Skips, b: Skips): Skips {
  const skipped: Skipped = { ...a.skipped };
  for (const why of Object.keys(skipped) as (keyof Skipped)[]) skipped[why] += b.skipped[why];
  const traps: Traps = { ...a.traps };
  for (const [kind, met] of Object.entries(b.traps) as [TrapKind, NonNullable<Traps[TrapKind]>][]) {
    const known = traps[kind] ?? { links: 0, examples: [] };
    const examples = [...new Set([...known.examples, ...met.examples])].slice(0, MOST_EXAMPLES);
    traps[kind] = { links: known.links + met.links, examples };
  }
  return { skipped, traps };
}
