import { canonicalJson } from '#lib/model/canonical-json.ts';
import type { ExportedFormat, NearDuplicates } from '#lib/model/export-files.ts';
import { isCurrent } from '../near/find-near-duplicates.ts';
import { changedIds } from './changed-ids.ts';
import type { ExportJob } from './export-job.ts';

/** Readers have to put increments together; after so many a full export is better for them. */
const MAX_INCREMENTS = 50;

export type ExportPlan =
  | { readonly kind: 'full'; readonly because: string | null }
  | { readonly kind: 'nothing-new'; readonly previous: ExportedFormat }
  | {
      readonly kind: 'increment';
      readonly previous: ExportedFormat;
      readonly changed: ReadonlySet<string>;
    };

/** Whether only what changed can be written, and what that is. */
export async function planExport(
  job: ExportJob,
  previous: ExportedFormat | undefined,
  isIncremental: boolean,
): Promise<ExportPlan> {
  if (!isIncremental) return { kind: 'full', because: null };
  const because = previous === undefined ? 'nothing was exported before' : obstacle(job, previous);
  if (previous === undefined || because !== null) return { kind: 'full', because };
  const since = previous.increments.at(-1)?.commit ?? previous.commit;
  if (since === job.view.head) return { kind: 'nothing-new', previous };
  const changed = await changedIds(job.store, since, job.view.head);
  if (changed !== null) return { kind: 'increment', previous, changed };
  return { kind: 'full', because: `the commits since ${since} are collected` };
}

function obstacle({ filter, fold }: ExportJob, previous: ExportedFormat): string | null {
  const { nearDuplicates, increments } = previous;
  if (canonicalJson(previous.filter) !== canonicalJson(filter))
    return 'the export before has another filter';
  if ((fold !== null) !== isFound(nearDuplicates))
    return `the export before was made ${fold ? 'without' : 'with'} near duplicates`;
  if (increments.length >= MAX_INCREMENTS) return `there are ${increments.length} increments`;
  return null;
}

function isFound(near: NearDuplicates | null): boolean {
  return near !== null && isCurrent(near);
}
