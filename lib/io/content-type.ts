/** The longest suffix decides: .jsonl.gz is gzip. */
const TYPES: readonly (readonly [string, string])[] = [
  ['.gz', 'application/gzip'],
  ['.json', 'application/json'],
  ['.jsonl', 'application/x-ndjson'],
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.html', 'text/html; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
];

/**
 * Content type of an object by its key. Gzipped objects are named as such and get no
 * Content-Encoding: clients that undo it would break offsets into WARC files.
 */
export function contentTypeOf(key: string): string {
  return TYPES.find(([suffix]) => key.endsWith(suffix))?.[1] ?? 'application/octet-stream';
}
