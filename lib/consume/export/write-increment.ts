import type { ExportedFormat } from '#lib/model/export-files.ts';
import { idSet } from '#lib/model/id-set.ts';
import type { UrlState } from '#lib/model/row.ts';
import { encodeLines } from '#lib/model/segment-codec.ts';
import { documentOf } from '../document.ts';
import { findNearDuplicates } from '../near/find-near-duplicates.ts';
import type { Wanted } from '../near/update-sketches.ts';
import { viewStates } from '../snapshot.ts';
import { matches } from '../state-filter.ts';
import type { ExportJob } from './export-job.ts';
import { exportRecords } from './export-records.ts';
import { fileWriter } from './write-file.ts';
import { writeRecords } from './write-records.ts';

/**
 * What changed since the export before: rows that are new or other, ids of rows that are no more. A
 * document for which another one stands now counts as changed.
 */
export async function writeIncrement(
  job: ExportJob,
  previous: ExportedFormat,
  changed: ReadonlySet<string>,
): Promise<ExportedFormat> {
  const { store, to, view, at, format, fileBytes, fold, lost } = job;
  const commit = view.head;
  const place = { to, commit, at };
  const near =
    fold &&
    (await findNearDuplicates(wantedOf(job, changed), {
      ...{ ...place, fold, before: job.near, format: format.name },
      read: (state) => documentOf(store, state),
      keepOthers: true,
    }));
  const ids = new Set([...changed, ...(near?.reassigned ?? [])]);
  const exported = new Set<string>();
  const records = exportRecords(store, published(job, ids), { commit, near, lost });
  const files = await writeRecords(noting(records, exported), format, {
    ...place,
    fileBytes,
    isNeverNothing: false,
  });
  const removed = [...ids].filter((id) => !exported.has(id)).sort();
  const write = fileWriter(place, {
    format: `removed/${format.name}`,
    extension: 'jsonl.gz',
  });
  const increment = {
    commit,
    at,
    rows: exported.size,
    files,
    removed: await write(encodeLines(removed.map((id) => JSON.stringify({ id, commit }))), {
      rows: removed.length,
      first: removed[0] ?? null,
      last: removed.at(-1) ?? null,
    }),
  };
  return {
    ...previous,
    increments: [...previous.increments, increment],
    nearDuplicates: near?.section ?? null,
  };
}

async function* wantedOf(job: ExportJob, ids: ReadonlySet<string>): AsyncGenerator<Wanted> {
  for await (const state of viewStates(job.store, job.view, { only: idSet(ids) }))
    yield { id: state.id, state: isWanted(job, state) && !job.lost.has(state.id) ? state : null };
}

async function* published(job: ExportJob, ids: ReadonlySet<string>): AsyncGenerator<UrlState> {
  for await (const state of viewStates(job.store, job.view, { only: idSet(ids) }))
    if (isWanted(job, state)) yield state;
}

function isWanted({ filter }: ExportJob, state: UrlState): boolean {
  return matches(state, { ...filter, published: true });
}

async function* noting<T extends { readonly id: string }>(
  records: AsyncIterable<T>,
  ids: Set<string>,
): AsyncGenerator<T> {
  for await (const record of records) {
    ids.add(record.id);
    yield record;
  }
}
