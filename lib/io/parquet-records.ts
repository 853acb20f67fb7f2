import { zstdCompressSync } from 'node:zlib';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportRecord, RecordFormat } from '#lib/model/export-files.ts';
import { PARQUET_COLUMNS } from './parquet-columns.ts';

/** A row group is what one reader thread takes; memory while writing is a few of them. */
const GROUP_CHARS = 4 * 1024 * 1024;
const GROUP_ROWS = 10_000;
const ASSUMED_RATIO = 1.5; // UTF-8 of Chinese by characters, compressed; for rows not written yet

const SCHEMA = [
  { name: 'document', num_children: PARQUET_COLUMNS.length },
  ...PARQUET_COLUMNS.flatMap(({ schema }) => schema),
];

/** Parquet with typed columns, zstd, row groups of at most 10,000 rows, statistics of each. */
export const parquetRecords: RecordFormat = {
  name: 'parquet',
  extension: 'parquet',
  open() {
    const { writer, bytes } = chunkWriter();
    const parquet = new ParquetWriter({
      writer,
      schema: SCHEMA,
      codec: 'ZSTD',
      compressors: { ZSTD: (input) => zstdCompressSync(input) },
      createdBy: 'winnow',
    });
    let rows: ExportRecord[] = [];
    let chars = 0;
    const writeGroup = (): void => {
      void parquet.write({
        columnData: PARQUET_COLUMNS.map(({ name, isText, value }) => ({
          name,
          data: rows.map(value),
          ...(isText ? { encoding: 'PLAIN' as const, statistics: false } : {}),
        })),
        rowGroupSize: rows.length,
      }); // resolves at once: the writer's flush is synchronous
      rows = [];
      chars = 0;
    };
    return {
      size: () => writer.offset + chars / ASSUMED_RATIO,
      add(record) {
        rows.push(record);
        chars += record.text.length + record.markdown.length;
        if (chars >= GROUP_CHARS || rows.length >= GROUP_ROWS) writeGroup();
      },
      finish() {
        if (rows.length > 0) writeGroup();
        void parquet.finish();
        return bytes();
      },
    };
  },
};

/** A writer that hands over each row group, where the library's would double one large buffer. */
function chunkWriter(): { writer: ByteWriter; bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  const writer = new ByteWriter();
  const flush = (): void => {
    chunks.push(writer.getBytes().slice());
    writer.index = 0;
  };
  return {
    writer: Object.assign(writer, { flush, finish: flush }),
    bytes: () => Buffer.concat(chunks),
  };
}
