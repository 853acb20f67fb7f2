import type { Clock } from './clock.ts';
import { type S3Fault, s3Error, s3Fault } from './s3-fault.ts';

const FIRST_BACKOFF_MS = 50;

interface Repetition {
  /** For the message of an error. */
  readonly doing: string;
  /** The fault after which the same request may succeed. */
  readonly again: S3Fault;
  readonly attempts: number;
  /** Faults that are answers. */
  readonly given: readonly S3Fault[];
}

/** Repeats what the S3 client does not repeat. Faults in `given` are returned, others thrown. */
export async function repeatOnFault<T>(
  clock: Clock,
  { doing, again, attempts, given }: Repetition,
  work: () => Promise<T>,
): Promise<T | S3Fault> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const fault = s3Fault(error);
      if (given.includes(fault)) return fault;
      if (fault !== again || attempt === attempts) throw s3Error(error, doing);
    }
    // full jitter: a random pause up to a bound that doubles
    await clock.sleep(Math.random() * FIRST_BACKOFF_MS * 2 ** attempt);
  }
}
