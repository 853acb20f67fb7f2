import type { Row } from '#lib/model/row.ts';
import { OPEN_STATES, type State, TERMINAL_STATES } from '#lib/model/states.ts';
import { styled } from './styled.ts';

const GOOD: ReadonlySet<State> = new Set(['published', 'unchanged']);

/** Counts of a run by state and reason, in the order of the pipeline, and their sum. */
export function stateTable(rows: Iterable<Row>): string {
  const counts = new Map<string, Map<string, number>>();
  let total = 0;
  for (const { state, reason } of rows) {
    const reasons = counts.get(state) ?? new Map<string, number>();
    counts.set(state, reasons);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    total += 1;
  }
  const lines = [...OPEN_STATES, ...TERMINAL_STATES].flatMap((state) => {
    const reasons = counts.get(state);
    if (!reasons) return [];
    const sum = [...reasons.values()].reduce((a, b) => a + b, 0);
    const detail = [...reasons].map(([reason, n]) =>
      reasons.size > 1 ? `${reason} ${n}` : reason,
    );
    const shown = `  ${coloured(state)}${String(sum).padStart(6)}   ${styled('dim', detail.join(', '))}`;
    return [shown];
  });
  return [...lines, `  ${'total'.padEnd(18)}${String(total).padStart(6)}`].join('\n');
}

function coloured(state: State): string {
  const padded = state.padEnd(18);
  if (state === 'failed') return styled('red', padded);
  return GOOD.has(state) ? styled('green', padded) : padded;
}
