import { monotonicFactory } from 'ulid';

/** Makes ULIDs that ascend within this process, also within one millisecond. */
export function ulidFactory(now: () => number): () => string {
  const next = monotonicFactory();
  return () => next(now());
}
