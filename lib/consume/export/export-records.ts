import type { ExportRecord } from '#lib/model/export-files.ts';
import { inBatches } from '#lib/model/in-batches.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { UrlState } from '#lib/model/row.ts';
import { documentOf } from '../document.ts';
import type { FoundNear } from '../near/find-near-duplicates.ts';
import { toExportRecord } from './export-record.ts';

const READS_AT_ONCE = 16;
const STATES_AT_ONCE = 256;

export interface RecordsOf {
  readonly commit: number;
  /** Null if near duplicates are not looked for. */
  readonly near?: Pick<FoundNear, 'standsFor' | 'has'> | null;
  /** Gets the ids of documents that have a sketch and are not there. */
  readonly lost?: Set<string>;
}

/** The documents of these states as records, in their order; those removed meanwhile are left out. */
export async function* exportRecords(
  store: ObjectReader,
  states: AsyncIterable<UrlState>,
  { commit, near = null, lost = new Set() }: RecordsOf,
): AsyncGenerator<ExportRecord> {
  const recordOf = async (state: UrlState): Promise<ExportRecord | null> => {
    const document = await documentOf(store, state);
    if (document === null || state.content === null) {
      if (near?.has(state.id)) lost.add(state.id);
      return null;
    }
    const nearDuplicateOf = near?.standsFor(state.id) ?? null;
    return { ...toExportRecord(state, state.content, document), nearDuplicateOf, commit };
  };
  for await (const batch of inBatches(states, STATES_AT_ONCE))
    for await (const record of readAhead(batch, READS_AT_ONCE, recordOf)) if (record) yield record;
}
