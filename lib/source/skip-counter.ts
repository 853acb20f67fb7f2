import { addSkips, NO_SKIPS } from '#lib/model/add-skips.ts';
import type { Skipped, Skips, TrapKind } from '#lib/model/run.ts';

/** An example need not be whole to be looked at. */
const MAX_EXAMPLE = 300;

/** Counts what discover passes over. */
export interface SkipCounter {
  skip(why: Exclude<keyof Skipped, 'traps'>, links?: number): void;
  trap(kind: TrapKind, url: string): void;
  total(): Skips;
}

export function skipCounter(): SkipCounter {
  let sum = NO_SKIPS;
  return {
    skip(why, links = 1) {
      const skipped = { ...NO_SKIPS.skipped, [why]: links };
      sum = addSkips(sum, { skipped, traps: {} });
    },
    trap(kind, url) {
      const skipped = { ...NO_SKIPS.skipped, traps: 1 };
      const traps = { [kind]: { links: 1, examples: [url.slice(0, MAX_EXAMPLE)] } };
      sum = addSkips(sum, { skipped, traps });
    },
    total: () => sum,
  };
}
