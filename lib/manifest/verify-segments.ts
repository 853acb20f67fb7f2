import type { ObjectStore } from '#lib/io/object-store.ts';
import { documentId } from '#lib/model/document-id.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { logKey } from '#lib/model/keys.ts';
import type { LogEntry } from '#lib/model/manifest-files.ts';
import { type Row, row as rowSchema } from '#lib/model/row.ts';
import { decodeLines } from '#lib/model/segment-codec.ts';
import { isReasonOf } from '#lib/model/states.ts';
import { countRow, noCounts, sameCounts } from './count-rows.ts';
import { type Finding, withoutKey } from './finding.ts';

/**
 * Segments of an entry: there, with as many valid rows as it says, of the states it counts. Each row
 * is handed to `note`. Those of an entry up to the floor may be gone.
 */
export async function verifySegments(
  store: ObjectStore,
  entry: LogEntry,
  floor: number,
  note: (row: Row) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const counts = noCounts();
  for (const { key, rows } of entry.segments) {
    const object = await store.get(key);
    if (object === null) {
      if (entry.number <= floor) return findings; // being collected
      findings.push({
        rule: 'segments-exist',
        where: key,
        problem: `is missing: commit ${entry.number} lists it`,
      });
      continue;
    }
    let found = 0;
    for (const line of linesOf(key, object.body, findings)) {
      found++;
      const row = readRow(key, line, findings);
      if (row === null) continue;
      countRow(counts, row);
      note(row);
    }
    if (found !== rows)
      findings.push({
        rule: 'counts',
        where: key,
        problem: `has ${found} rows, its commit says ${rows}`,
      });
  }
  if (findings.length === 0 && !sameCounts(counts.counts, entry.counts))
    findings.push({
      rule: 'counts',
      where: logKey(entry.number),
      problem: 'counts are not those of its rows',
    });
  return findings;
}

function* linesOf(key: string, body: Uint8Array, findings: Finding[]): Generator<string> {
  try {
    yield* decodeLines(key, body);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    findings.push({ rule: 'segments-readable', where: key, problem: withoutKey(key, error) });
  }
}

function readRow(key: string, line: string, findings: Finding[]): Row | null {
  const say = (problem: string): null => {
    findings.push({ rule: 'rows', where: key, problem });
    return null;
  };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return say('a line is not JSON');
  }
  const parsed = rowSchema.safeParse(json);
  const issue = parsed.error?.issues[0];
  if (!parsed.success) return say(`${issue?.path.join('.')}: ${issue?.message}`);
  const row = parsed.data;
  if (!isReasonOf(row.state, row.reason)) return say(`${row.reason} is no reason for ${row.state}`);
  if (row.id !== documentId(row.canonicalUrl))
    say(`${row.id} is not the id of ${row.canonicalUrl}`);
  return row;
}
