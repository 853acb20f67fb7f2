import type { ObjectStore } from '#lib/io/object-store.ts';
import type { NearDuplicates, RecordFormat } from '#lib/model/export-files.ts';
import type { View } from '#lib/model/view.ts';
import type { Fold } from '../near/shingles.ts';
import type { StateFilter } from '../state-filter.ts';

/** What an export is written with. */
export interface ExportJob {
  readonly store: ObjectStore;
  readonly to: ObjectStore;
  readonly view: View;
  readonly at: string;
  readonly format: RecordFormat;
  readonly filter: StateFilter;
  readonly fileBytes: number;
  readonly fold: Fold | null;
  /** Of the export before. */
  readonly near: NearDuplicates | null;
  /** Ids of documents that have a sketch, and turned out not to be in the store any more. */
  readonly lost: Set<string>;
}
