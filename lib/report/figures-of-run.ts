import type { RunRecord } from '#lib/model/run.ts';
import type { GroupFigures, RunFigures } from '#lib/model/run-figures.ts';
import { type DollarsOf, groupFigures } from './group-figures.ts';
import type { Outcome } from './outcomes.ts';
import { ENOUGH } from './thresholds.ts';

/** A run in numbers; `earlier` runs of the source, latest first, say what is short for a host. */
export function figuresOfRun(
  record: RunRecord,
  outcomes: readonly Outcome[],
  earlier: readonly RunFigures[],
  dollars: DollarsOf | null,
): RunFigures {
  const { intervalMs } = record.source.politeness;
  const figures = (own: readonly Outcome[], before: readonly GroupFigures[]): GroupFigures =>
    groupFigures(own, { shortBelow: referenceLength(before), intervalMs, dollars });
  const byHost = Map.groupBy(outcomes, ({ host }) => host);
  return {
    schema: 1,
    runId: record.runId,
    source: record.source.name,
    startedAt: record.startedAt,
    completedAt: record.completedAt,
    total: figures(
      outcomes,
      earlier.map(({ total }) => total),
    ),
    hosts: Object.fromEntries(
      [...byHost].map(([host, own]) => [
        host,
        figures(
          own,
          earlier.flatMap(({ hosts }) => hosts[host] ?? []),
        ),
      ]),
    ),
  };
}

/** Nine of ten documents were longer in the latest run that had enough of them; 0 if none had. */
function referenceLength(earlier: readonly GroupFigures[]): number {
  return earlier.find(({ chars }) => (chars?.count ?? 0) >= ENOUGH)?.chars?.p10 ?? 0;
}
