import type { FetchBudget } from '#lib/fetch/fetch-deps.ts';
import type { Clock } from '#lib/io/clock.ts';
import type { Spent } from '#lib/model/run.ts';
import type { Budget } from './stage.ts';

/** A budget that is shared with others, and what one batch takes from it. */
export interface BatchMeter {
  readonly budget: FetchBudget;
  /** To be asked once, when the batch is through: its time is counted then. */
  spent(): Spent;
}

export function batchMeter(shared: Budget, clock: Pick<Clock, 'now'>): BatchMeter {
  const startedAt = clock.now();
  let pages = 0;
  let bytes = 0;
  return {
    budget: {
      usedUp: () => shared.usedUp(),
      takePage() {
        const isTaken = shared.takePage();
        if (isTaken) pages += 1;
        return isTaken;
      },
      returnPage() {
        shared.returnPage();
        pages -= 1;
      },
      addBytes(count) {
        shared.addBytes(count);
        bytes += count;
      },
    },
    spent() {
      const fetchSeconds = (clock.now() - startedAt) / 1000;
      shared.addFetchSeconds(fetchSeconds);
      return { pages, bytes, fetchSeconds };
    },
  };
}
