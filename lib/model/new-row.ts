import { ROW_SCHEMA, type Row } from './row.ts';

/** A URL as rows and items name it, and how it was come by. */
export type Address = Pick<Row, 'id' | 'url' | 'canonicalUrl' | 'kind' | 'depth' | 'hop' | 'via'>;

/** What a URL came to. Registers that are not named are left alone. */
export type RowFacts = Pick<Row, 'state' | 'reason'> &
  Partial<Pick<Row, 'detail' | 'fetch' | 'content' | 'presence' | 'partsMissing' | 'traits'>>;

/** Who writes a row, and when. */
export type RowOrigin = Pick<Row, 'ulid' | 'run' | 'source' | 'at'>;

export function newRow(
  address: Address,
  facts: RowFacts,
  { ulid, run, source, at }: RowOrigin,
): Row {
  const { id, url, canonicalUrl, kind, depth, hop, via } = address;
  return {
    schema: ROW_SCHEMA,
    ulid,
    run,
    source,
    id,
    url,
    canonicalUrl,
    kind,
    depth,
    hop,
    via,
    at,
    detail: null,
    fetch: null,
    content: null,
    presence: null,
    ...facts,
  };
}
