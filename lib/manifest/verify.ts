/**
 * Verification: reads everything and says which invariant of the store does not hold.
 * The store must be at rest; memory grows with the number of segments and of URLs of a run.
 */
import type { ObjectStore } from '#lib/io/object-store.ts';
import { PermanentError, RetryableError } from '#lib/model/errors.ts';
import { readFloor, readIndex } from '#lib/model/log.ts';
import type { Finding } from './finding.ts';
import { verifyCheckpoint } from './verify-checkpoint.ts';
import { verifyDocuments } from './verify-documents.ts';
import { verifyIndex } from './verify-index.ts';
import { verifyLog } from './verify-log.ts';
import { verifyRuns } from './verify-runs.ts';

const MAX_FINDINGS = 1_000;

/** What is wrong with the store, nothing if all is well; the first 1,000 findings. */
export async function verify(store: ObjectStore): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for await (const finding of findingsOf(store)) {
      findings.push(finding);
      if (findings.length === MAX_FINDINGS) break;
    }
  } catch (error) {
    if (!(error instanceof PermanentError || error instanceof RetryableError)) throw error;
    findings.push({ rule: 'readable', where: 'manifest/', problem: error.message });
  }
  return findings;
}

async function* findingsOf(store: ObjectStore): AsyncGenerator<Finding> {
  const index = (await readIndex(store))?.value ?? null;
  const marker = (await readFloor(store))?.value ?? null;
  const floor = marker?.floor ?? 0;
  const collected = marker?.collected ?? 0;
  const log = await verifyLog(store, floor);
  yield* log.findings;
  yield* verifyIndex(index, log, floor, collected);
  yield* verifyCheckpoint(store, index, floor);
  yield* verifyDocuments(store);
  yield* verifyRuns(store, log, marker);
}
