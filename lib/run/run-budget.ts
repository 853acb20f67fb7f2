import { estimatedDollars } from '#lib/model/cost/estimated-dollars.ts';
import type { Spent } from '#lib/model/run.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { Budget } from '#lib/stages/stage.ts';

interface BudgetFacts {
  readonly limits: SourceDefinition['budget'];
  /** Epoch milliseconds from which its seconds count. */
  readonly startedAt: number;
  /** What was spent before. */
  readonly before: Spent;
  /** URLs that have entered the run. */
  readonly entered: () => number;
}

/** The budget of a run: at the first limit that is reached no page is begun any more. */
export function runBudget(
  { limits, startedAt, before, entered }: BudgetFacts,
  now: () => number,
): Budget {
  let { pages, bytes, fetchSeconds } = before;
  const end = startedAt + limits.seconds * 1000;
  const usedUp = (): string | null => {
    if (pages >= limits.pages) return `${limits.pages} pages`;
    if (bytes >= limits.bytes) return `${limits.bytes} bytes`;
    if (now() >= end) return `${limits.seconds} seconds`;
    const most = limits.dollars;
    if (most === undefined || withDollars({ pages, bytes, fetchSeconds }).dollars < most)
      return null;
    return `${most} dollars (estimated)`;
  };
  return {
    usedUp,
    remainingPages: () => (usedUp() ? 0 : Math.max(0, limits.pages - Math.max(pages, entered()))),
    takePage() {
      if (usedUp()) return false;
      pages += 1;
      return true;
    },
    returnPage() {
      pages -= 1;
    },
    addBytes(count) {
      bytes += count;
    },
    addFetchSeconds(seconds) {
      fetchSeconds += seconds;
    },
  };
}

/** What a run has spent, with the dollars that comes to. */
export function withDollars(spent: Spent): Spent & { readonly dollars: number } {
  const { pages, bytes, fetchSeconds } = spent;
  return { ...spent, dollars: estimatedDollars({ pages, bytes, waitSeconds: fetchSeconds }) };
}
