import { segmentKey } from '#lib/model/keys.ts';
import type { Row } from '#lib/model/row.ts';
import { encodeLines } from '#lib/model/segment-codec.ts';
import { isReasonOf } from '#lib/model/states.ts';
import type { ManifestDeps } from './deps.ts';

/** A segment as its writer knows it. */
export interface Segment {
  readonly key: string;
  readonly rows: number;
}

/**
 * Stores the rows of one batch as one immutable segment. When this returns the rows are durable:
 * the commit, now or by a later sweep, only makes them visible. Documents are written before.
 * One request.
 */
export async function writeSegment(rows: readonly Row[], deps: ManifestDeps): Promise<Segment> {
  const key = segmentKey(new Date(deps.now()), deps.ulid());
  await deps.store.create(key, encodeLines(rows.map(lineOf)));
  return { key, rows: rows.length };
}

/** The fields before `id` hold no text of a page, so that readers find it without parsing. */
function lineOf(row: Row): string {
  if (!isReasonOf(row.state, row.reason))
    throw new TypeError(`${row.reason} is no reason for ${row.state}`);
  const { schema, ulid, run, source, id, ...rest } = row;
  return JSON.stringify({ schema, ulid, run, source, id, ...rest });
}
