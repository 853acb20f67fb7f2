import { UsageError } from '#lib/model/errors.ts';
import type { RecordFormat } from '#lib/model/export-files.ts';

/** The writer and reader of a format; loaded on demand, since other commands need neither. */
export async function recordFormat(name: string): Promise<RecordFormat> {
  switch (name) {
    case 'parquet':
      return (await import('#lib/io/parquet-records.ts')).parquetRecords;
    case 'jsonl':
      return (await import('#lib/io/jsonl-records.ts')).jsonlRecords;
    default:
      throw new UsageError(`unknown format ${name}: one of parquet, jsonl`);
  }
}
