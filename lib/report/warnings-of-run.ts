import type { RunRecord } from '#lib/model/run.ts';
import type { GroupFigures, RunFigures } from '#lib/model/run-figures.ts';
import { BASELINE_RUNS } from './thresholds.ts';
import { blockedWarnings } from './warnings/blocked-warnings.ts';
import { runWarnings } from './warnings/run-warnings.ts';
import { shortWarnings } from './warnings/short-warnings.ts';
import { templateWarnings } from './warnings/template-warnings.ts';
import type { Baseline, Warning } from './warnings/warning.ts';
import { yieldWarnings } from './warnings/yield-warnings.ts';

/** Hosts with pages enough to be judged alone; beyond these only the largest are. */
const MAX_HOSTS = 500;

/** What a person should look at, most serious first. `earlier`: complete runs of the source, latest first. */
export function warningsOfRun(
  record: RunRecord,
  now: RunFigures,
  earlier: readonly RunFigures[],
): Warning[] {
  const baseline = earlier.slice(0, BASELINE_RUNS);
  const hosts = Object.entries(now.hosts)
    .sort(([, a], [, b]) => b.urls - a.urls)
    .slice(0, MAX_HOSTS);
  const warnings = hosts.flatMap(([host, figures]) => {
    const held: Baseline<GroupFigures> = {
      now: figures,
      earlier: baseline.flatMap((run) => run.hosts[host] ?? []),
    };
    return [
      ...blockedWarnings(host, figures, record.source),
      ...yieldWarnings(host, held, record.source.name),
      ...templateWarnings(host, held),
      ...shortWarnings(host, held),
    ];
  });
  const all = [...runWarnings(record, now.total), ...warnings];
  return all.sort((a, b) => rank(a) - rank(b));
}

function rank({ level }: Warning): number {
  return level === 'serious' ? 0 : 1;
}
