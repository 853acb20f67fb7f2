/**
 * The class is the policy: it tells the caller what to do, the message names the URL or key.
 * Anything else that is thrown is a bug.
 */

/** The same call may succeed later: a timeout, 429, 5xx, a throttled store. */
export class RetryableError extends Error {
  override readonly name: string = 'RetryableError';
}

/** The same call can never succeed: malformed input, a refused address, missing permission. */
export class PermanentError extends Error {
  override readonly name: string = 'PermanentError';
}

/** A conditional write met another writer's object: read again and decide. Never means absence. */
export class ConflictError extends Error {
  override readonly name: string = 'ConflictError';
}

/** What the person typed cannot be carried out; the message is shown as it is, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
