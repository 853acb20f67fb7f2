import { INDEX_KEY } from '#lib/model/keys.ts';
import type { ManifestIndex } from '#lib/model/manifest-files.ts';
import { addEntry } from './add-entry.ts';
import { sameCounts } from './count-rows.ts';
import type { Finding } from './finding.ts';
import { emptyIndex } from './move-index.ts';
import type { VerifiedLog } from './verify-log.ts';

/** The index is that of the log up to its head: it may lag, never lead. */
export function* verifyIndex(
  index: ManifestIndex | null,
  { entries }: VerifiedLog,
  floor: number,
  collected: number,
): Generator<Finding> {
  const say = (rule: string, problem: string): Finding => ({ rule, where: INDEX_KEY, problem });
  if (index === null) {
    if (entries.length > 0) yield say('index-exists', 'is missing, but there are commits');
    return;
  }
  const head = entries.at(-1)?.number ?? 0;
  if (index.head > head) yield say('index-lags', `names commit ${index.head}, the last is ${head}`);
  if (index.checkpoint !== null && index.checkpoint.number > index.head)
    yield say('index-lags', 'names a checkpoint after its head');
  if (floor > (index.checkpoint?.number ?? 0))
    yield say('floor', `commits up to ${floor} may be collected, but no checkpoint has their rows`);
  if (index.floor > floor) yield say('floor', 'names a floor above the floor marker');
  if (collected > 0) return; // what it counts is not there any more
  const folded = entries
    .filter(({ number }) => number <= index.head)
    .reduce(addEntry, emptyIndex());
  const states = ({ totals, runs }: ManifestIndex) => ({
    totals,
    ...Object.fromEntries(Object.entries(runs).map(([run, known]) => [run, known.states])),
  });
  if (!sameCounts(states(folded), states(index)))
    yield say('counts', 'counts are not those of the log');
}
