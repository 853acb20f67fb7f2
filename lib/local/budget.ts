import type { SourceDefinition } from '../model/source.ts';
import type { Budget } from '../stages/stage.ts';

/** The budget of a run on one machine: pages, bytes and seconds, counted from `spentPages`. */
export function runBudget(
  limits: SourceDefinition['budget'],
  spentPages: number,
  now: () => number,
): Budget {
  const deadline = now() + limits.seconds * 1000;
  let pages = limits.pages - spentPages;
  let bytes = limits.bytes;
  const isOpen = (): boolean => bytes > 0 && now() < deadline;
  return {
    remainingPages: () => (isOpen() ? pages : 0),
    takePage() {
      if (pages <= 0 || !isOpen()) return false;
      pages -= 1;
      return true;
    },
    addBytes(count) {
      bytes -= count;
    },
  };
}
