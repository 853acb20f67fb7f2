import { decodeTime, isValid } from 'ulid';
import { compareText } from '#lib/model/compare-text.ts';
import { type LogEntry, type ManifestIndex, OPERATOR_RUN } from '#lib/model/manifest-files.ts';
import { addStates, totalsOf } from './count-rows.ts';

/** How many runs the index tells of, so that its size does not grow with the store. */
const INDEXED_RUNS = 50;

type IndexedRun = ManifestIndex['runs'][string];

/** The index after one more entry of the log: a fold, so that every writer makes the same index. */
export function addEntry(index: ManifestIndex, entry: LogEntry): ManifestIndex {
  const runs = { ...index.runs };
  for (const [run, states] of Object.entries(entry.counts)) {
    if (run === OPERATOR_RUN) continue;
    const known = runs[run];
    runs[run] = {
      source: known?.source ?? entry.sources[run] ?? '',
      startedAt: known?.startedAt ?? startOf(run, entry),
      at: entry.at,
      states: addStates(known?.states ?? {}, states),
    };
  }
  return {
    ...index,
    head: entry.number,
    totals: addStates(index.totals, totalsOf(entry.counts)),
    runs: latest(runs),
  };
}

/** The time in a run's id is its start, so a run that fell out and comes late falls out again. */
function startOf(run: string, entry: LogEntry): string {
  return isValid(run) ? new Date(decodeTime(run)).toISOString() : entry.at;
}

function latest(runs: Record<string, IndexedRun>): Record<string, IndexedRun> {
  const sorted = Object.entries(runs).sort(
    ([a, { startedAt: startA }], [b, { startedAt: startB }]) =>
      compareText(startB, startA) || compareText(b, a),
  );
  return Object.fromEntries(sorted.slice(0, INDEXED_RUNS));
}
