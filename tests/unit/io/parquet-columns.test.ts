import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PARQUET_COLUMNS } from '#lib/io/parquet-columns.ts';
import { exportRecord } from '#lib/model/export-files.ts';

const COLUMN = /(\w+) (?:string|int|bigint|double|timestamp|array<string>)/g;

describe('the columns of exports', () => {
  const names = PARQUET_COLUMNS.map(({ name }) => name);

  it('are the fields of a record, in their order', () => {
    expect(names).toEqual(Object.keys(exportRecord.unwrap().shape));
  });

  it('are those of the table for Athena in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, table = ''] = /CREATE EXTERNAL TABLE documents \((.*?)\n\)/s.exec(readme) ?? [];
    const columns = [...table.matchAll(COLUMN)].map(([, name]) => name);

    expect(columns).toEqual(names.map((name) => name.toLowerCase()));
  });

  it('are all told in docs/consumers.md', () => {
    const docs = readFileSync('docs/consumers.md', 'utf8');

    for (const name of names) expect(docs).toContain(`\`${name}\``);
  });
});
