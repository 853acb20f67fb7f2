import type { ExportedFile, ExportRecord, RecordFormat } from '#lib/model/export-files.ts';
import { fileWriter, type Place } from './write-file.ts';

/**
 * Writes records to files of about `fileBytes`; if there are none, one without rows if wanted. Memory: one
 * file, and what the format takes for a group of records.
 */
export async function writeRecords(
  records: AsyncIterable<ExportRecord>,
  format: RecordFormat,
  {
    fileBytes,
    isNeverNothing,
    ...place
  }: Place & { readonly fileBytes: number; readonly isNeverNothing: boolean },
): Promise<ExportedFile[]> {
  const write = fileWriter(place, { format: format.name, extension: format.extension });
  const files: ExportedFile[] = [];
  let file = format.open(fileBytes);
  let about = { rows: 0, first: null as string | null, last: null as string | null };
  const close = async (): Promise<Uint8Array> => {
    const bytes = file.finish();
    files.push(await write(bytes, about));
    return bytes;
  };
  for await (const record of records) {
    file.add(record);
    about = { rows: about.rows + 1, first: about.first ?? record.id, last: record.id };
    if (file.size() < fileBytes) continue;
    file = format.open(fileBytes, await close()); // stored: its memory is free
    about = { rows: 0, first: null, last: null };
  }
  if (about.rows > 0 || (files.length === 0 && isNeverNothing)) await close();
  return files;
}
