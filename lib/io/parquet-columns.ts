import type { SchemaElement } from 'hyparquet';
import type { ExportRecord } from '#lib/model/export-files.ts';

type Value = string | number | bigint | Date | readonly string[] | null;

/** A column of the Parquet files: its type there and its value in a record. */
export interface ParquetColumn {
  readonly name: keyof ExportRecord;
  readonly schema: readonly SchemaElement[];
  /** Long text: no dictionary, no statistics. */
  readonly isText: boolean;
  readonly value: (record: ExportRecord) => Value;
}

type Name = keyof ExportRecord;
const TIMESTAMP = {
  type: 'INT64',
  converted_type: 'TIMESTAMP_MILLIS',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
} as const satisfies Partial<SchemaElement>;
const STRING = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const satisfies Partial<SchemaElement>;

/** In the order of the record's fields: what a reader sees with SELECT *. */
export const PARQUET_COLUMNS: readonly ParquetColumn[] = [
  required('id', STRING),
  required('sha', STRING),
  required('url', STRING),
  required('canonicalUrl', STRING),
  optional('declaredUrl', STRING),
  required('host', STRING),
  list('sources'),
  required('run', STRING),
  required('title', STRING),
  optional('author', STRING),
  optional('publishedAt', STRING),
  optional('site', STRING),
  list('category'),
  optional('language', STRING),
  { ...required('text', STRING), isText: true },
  { ...required('markdown', STRING), isText: true },
  optional('page', { type: 'INT32' }),
  optional('pageCount', { type: 'INT32' }),
  list('incomplete'),
  list('repairs'),
  required('confidence', { type: 'DOUBLE' }),
  required('chars', { type: 'INT32' }),
  { ...required('fetchedAt', TIMESTAMP), value: ({ fetchedAt }) => new Date(fetchedAt) },
  optional('contentType', STRING),
  required('charset', STRING),
  optional('payloadDigest', STRING),
  optional('rawKey', STRING),
  { ...optional('rawOffset', { type: 'INT64' }), value: ({ rawOffset }) => long(rawOffset) },
  { ...optional('rawLength', { type: 'INT64' }), value: ({ rawLength }) => long(rawLength) },
  required('cleaner', { type: 'INT32' }),
  optional('profile', { type: 'INT32' }),
  optional('duplicateOf', STRING),
  optional('nearDuplicateOf', STRING),
  required('commit', { type: 'INT32' }),
];

function required(name: Name, type: Partial<SchemaElement>): ParquetColumn {
  return column(name, [{ name, repetition_type: 'REQUIRED', ...type }]);
}

function optional(name: Name, type: Partial<SchemaElement>): ParquetColumn {
  return column(name, [{ name, repetition_type: 'OPTIONAL', ...type }]);
}

/** The three levels every reader knows: parquet-format, LogicalTypes.md, Lists. */
function list(name: Name): ParquetColumn {
  return column(name, [
    {
      name,
      repetition_type: 'REQUIRED',
      num_children: 1,
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...STRING },
  ]);
}

function column(name: Name, schema: readonly SchemaElement[]): ParquetColumn {
  return { name, schema, isText: false, value: (record) => record[name] };
}

function long(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}
