import type { ExportedFormat } from '#lib/model/export-files.ts';
import { documentOf } from '../document.ts';
import { findNearDuplicates } from '../near/find-near-duplicates.ts';
import type { Wanted } from '../near/update-sketches.ts';
import { viewStates } from '../snapshot.ts';
import type { ExportJob } from './export-job.ts';
import { exportRecords } from './export-records.ts';
import { writeRecords } from './write-records.ts';

/** Every published document of the view that the filter takes. */
export async function writeFull(job: ExportJob): Promise<ExportedFormat> {
  const { store, to, view, at, format, filter, fileBytes, fold, lost } = job;
  const commit = view.head;
  const states = viewStates(store, view, { filter: { ...filter, published: true } });
  const place = { to, commit, at };
  const read = (state: Parameters<typeof documentOf>[1]) => documentOf(store, state);
  const near =
    fold &&
    (await findNearDuplicates(wanted(states, lost), {
      ...{ ...place, fold, read, before: job.near, format: format.name },
      keepOthers: false,
    }));
  const records = exportRecords(store, states, { commit, near, lost });
  const files = await writeRecords(records, format, { ...place, fileBytes, isNeverNothing: true });
  return {
    commit,
    at,
    filter: { ...filter } as ExportedFormat['filter'],
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    files,
    increments: [],
    nearDuplicates: near?.section ?? null,
  };
}

async function* wanted(
  states: ReturnType<typeof viewStates>,
  lost: ReadonlySet<string>,
): AsyncGenerator<Wanted> {
  for await (const state of states) if (!lost.has(state.id)) yield { id: state.id, state };
}
