import type { ExportRecord } from '#lib/model/export-files.ts';
import { inBatches } from '#lib/model/in-batches.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import { readAhead } from '#lib/model/read-ahead.ts';
import type { UrlState } from '#lib/model/row.ts';
import { documentOf } from '../document.ts';
import { toExportRecord } from './export-record.ts';

const READS_AT_ONCE = 16;
const STATES_AT_ONCE = 256;

export interface RecordsOf {
  readonly commit: number;
  /** Id of the near duplicate that stands for a document; null if none does. */
  readonly standsFor?: ((id: string) => string | null) | undefined;
}

/** The documents of these states as records, in their order; those removed meanwhile are left out. */
export async function* exportRecords(
  store: ObjectReader,
  states: AsyncIterable<UrlState>,
  { commit, standsFor = () => null }: RecordsOf,
): AsyncGenerator<ExportRecord> {
  const recordOf = async (state: UrlState): Promise<ExportRecord | null> => {
    const document = await documentOf(store, state);
    if (document === null || state.content === null) return null;
    const nearDuplicateOf = standsFor(state.id);
    return { ...toExportRecord(state, state.content, document), nearDuplicateOf, commit };
  };
  for await (const batch of inBatches(states, STATES_AT_ONCE))
    for await (const record of readAhead(batch, READS_AT_ONCE, recordOf)) if (record) yield record;
}
