import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportRecord, RecordFormat } from '#lib/model/export-files.ts';
import { type ByteSink, byteSink } from './byte-sink.ts';
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
  open(expectedBytes, reused) {
    const sink = byteSink(expectedBytes, reused);
    const writer = groupWriter(sink);
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
        return sink.bytes();
      },
    };
  },
  async *read(bytes) {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const metadata = parquetMetadata(file as ArrayBuffer);
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      const rows = await parquetReadObjects({
        ...{ file: file as ArrayBuffer, metadata, rowStart, rowEnd },
        compressors: { ZSTD: (input) => zstdDecompressSync(input) },
      });
      yield* rows.map(recordOf);
      rowStart = rowEnd;
    }
  },
};

/** A writer that hands over each row group, where the library's would double one large buffer. */
function groupWriter(sink: ByteSink): ByteWriter {
  const writer = new ByteWriter();
  const flush = (): void => {
    sink.write(writer.getBytes());
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}

/** The columns of a file's row as they are in a record. */
function recordOf(row: Readonly<Record<string, unknown>>): ExportRecord {
  const fields = PARQUET_COLUMNS.map(({ name }) => {
    const value = row[name] ?? null;
    if (typeof value === 'bigint') return [name, Number(value)];
    return [name, value instanceof Date ? value.toISOString() : value];
  });
  return Object.fromEntries(fields) as ExportRecord;
}
