/**
 * Verification: reads everything and says which invariant of the store does not hold. What cannot be
 * read is told once, and the rest is looked at all the same.
 * The store must be at rest; memory grows with the number of segments and of URLs of a run.
 */
import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WarcReader } from '#lib/io/warc.ts';
import { PermanentError, RetryableError } from '#lib/model/errors.ts';
import { FLOOR_KEY, INDEX_KEY } from '#lib/model/keys.ts';
import { readFloor, readIndex } from '#lib/model/log.ts';
import type { Finding } from './finding.ts';
import { verifyCheckpoint, verifyReplay } from './verify-checkpoint.ts';
import { verifyDocuments } from './verify-documents.ts';
import { verifyExports } from './verify-exports.ts';
import { verifyIndex } from './verify-index.ts';
import { verifyLog } from './verify-log.ts';
import { lastCommits, readRecords, verifyRuns } from './verify-runs.ts';

const MAX_FINDINGS = 1_000;

export interface VerifyOptions {
  /** Read every document and response too, and compare their digests: two requests a document. */
  readonly raw?: WarcReader;
}

/** What is wrong with the store, nothing if all is well; the first 1,000 findings. */
export async function verify(store: ObjectStore, options: VerifyOptions = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of findingsOf(store, options)) {
    if (isFollowUp(finding, findings)) continue;
    findings.push(finding);
    if (findings.length === MAX_FINDINGS) break;
  }
  return findings;
}

/** Says no more than that something could not be read on because of what was told before. */
function isFollowUp({ rule, where, problem }: Finding, told: readonly Finding[]): boolean {
  return (
    rule === 'readable' && told.some((one) => one.where === where || problem.includes(one.where))
  );
}

async function* findingsOf(store: ObjectStore, { raw }: VerifyOptions): AsyncGenerator<Finding> {
  const index = yield* reading(INDEX_KEY, async () => (await readIndex(store))?.value ?? null);
  const marker = yield* reading(FLOOR_KEY, async () => (await readFloor(store))?.value ?? null);
  const floor = marker?.floor ?? 0;
  const collected = marker?.collected ?? 0;
  const records = await readRecords(store);
  const log = await verifyLog(store, floor, lastCommits(records));
  yield* log.findings;
  if (index !== undefined) yield* verifyIndex(index, log, floor, collected);
  yield* step(verifyCheckpoint(store, index ?? null));
  if (floor === 0 && index?.checkpoint) yield* step(verifyReplay(store));
  yield* step(verifyDocuments(store, raw));
  yield* verifyRuns(records, log, marker ?? null);
  yield* step(verifyExports(store));
}

/** What is read; undefined if it cannot be, which is a finding. */
async function* reading<T>(
  where: string,
  read: () => Promise<T>,
): AsyncGenerator<Finding, T | undefined> {
  try {
    return await read();
  } catch (error) {
    yield unreadable(where, error);
    return undefined;
  }
}

async function* step(findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings;
  } catch (error) {
    yield unreadable('manifest/', error);
  }
}

/** Errors of readers begin with the key they are about. */
const KEY_FIRST = /^([a-z]+\/[\w./-]+):? (.*)$/;

function unreadable(where: string, error: unknown): Finding {
  if (!(error instanceof PermanentError || error instanceof RetryableError)) throw error;
  const [, key = where, problem = error.message] = KEY_FIRST.exec(error.message) ?? [];
  return { rule: 'readable', where: key, problem };
}
