import type { State } from '#lib/model/states.ts';
import type { Outcome } from './outcomes.ts';

const CLEANED: ReadonlySet<State> = new Set<State>([
  'published',
  'unchanged',
  'no-document',
  'noindex',
]);

/** Cleaned pages, those first that a person should see: not whole, in doubt, much removed, repaired. */
export function viewOrder(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes
    .filter(({ kind, state, content }) => kind === 'page' && CLEANED.has(state) && content)
    .map((outcome, index) => ({ outcome, index, doubt: doubtOf(outcome) }))
    .sort((a, b) => b.doubt - a.doubt || a.index - b.index)
    .map(({ outcome }) => outcome);
}

function doubtOf({ content, state }: Outcome): number {
  if (!content) return 0;
  const { incomplete, repairs, confidence, removedShare } = content;
  const marks = (incomplete.length > 0 ? 1 : 0) + (repairs.length > 0 ? 0.5 : 0);
  return marks + (1 - confidence) + removedShare + (state === 'no-document' ? 0.3 : 0);
}
