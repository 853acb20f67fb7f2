import type { LogEntry, RunCounts } from '#lib/model/manifest-files.ts';
import type { Row } from '#lib/model/row.ts';

export type Counts = Pick<LogEntry, 'counts' | 'sources'>;

export function noCounts(): Counts {
  return { counts: {}, sources: {} };
}

/** Counts a row into `into`. */
export function countRow(into: Counts, { run, source, state }: Row): void {
  const states = into.counts[run] ?? {};
  states[state] = (states[state] ?? 0) + 1;
  into.counts[run] = states;
  into.sources[run] ??= source;
}

/** Adds `counts` to `into`. */
export function addCounts(into: Counts, { counts, sources }: Counts): void {
  for (const [run, states] of Object.entries(counts)) {
    into.counts[run] = addStates(into.counts[run] ?? {}, states);
    const source = sources[run];
    if (source !== undefined) into.sources[run] ??= source;
  }
}

/** Sum by state. */
export function addStates(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...a };
  for (const [state, rows] of Object.entries(b)) sum[state] = (sum[state] ?? 0) + rows;
  return sum;
}

/** Rows by state over all runs. */
export function totalsOf(counts: RunCounts): Record<string, number> {
  return Object.values(counts).reduce<Record<string, number>>(addStates, {});
}

/** Whether the same runs have the same number of rows in the same states. */
export function sameCounts(a: RunCounts, b: RunCounts): boolean {
  return flat(a) === flat(b);
}

function flat(counts: RunCounts): string {
  return Object.entries(counts)
    .flatMap(([run, states]) => Object.entries(states).map(([state, n]) => `${run} ${state} ${n}`))
    .sort()
    .join('\n');
}
