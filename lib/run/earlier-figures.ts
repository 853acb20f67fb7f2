import { figuresKey } from '#lib/model/keys.ts';
import { readIndex } from '#lib/model/log.ts';
import { type ObjectReader, readJson } from '#lib/model/object-reader.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { type RunFigures, runFigures } from '#lib/model/run-figures.ts';

/** Runs a report shows and holds a run against; a season of weekly runs. */
const MAX_RUNS = 12;

/**
 * Figures of the complete runs of a source before `record`, latest first. Requests: the index and one
 * for each run. A run whose figures were never written is told by `missing`, which may compute them.
 */
export async function earlierFigures(
  reader: ObjectReader,
  { runId, source }: RunRecord,
  missing: (runId: string) => Promise<RunFigures | null> = async () => null,
): Promise<RunFigures[]> {
  const runs = (await readIndex(reader))?.value.runs ?? {};
  const ids = Object.entries(runs)
    .filter(([id, run]) => run.source === source.name && id < runId)
    .map(([id]) => id)
    .sort()
    .reverse();
  const found: RunFigures[] = [];
  for (const id of ids) {
    if (found.length === MAX_RUNS - 1) break;
    const figures = (await readJson(reader, figuresKey(id), runFigures))?.value;
    const one = figures ?? (await missing(id));
    if (one && one.completedAt !== null) found.push(one);
  }
  return found;
}
