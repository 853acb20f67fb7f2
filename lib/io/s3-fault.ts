import { ConflictError, PermanentError, RetryableError } from '#lib/model/errors.ts';

/** What an error of the S3 client means to a store. */
export type S3Fault =
  | 'absent'
  | 'precondition' // 412: the condition of a write did not hold
  | 'collision' // 409 ConditionalRequestConflict: writers met; the same request may succeed
  | 'empty-range' // 416: the object ends before the range
  | 'retryable'
  | 'permanent';

const BY_NAME: Readonly<Record<string, S3Fault>> = {
  NoSuchKey: 'absent',
  NotFound: 'absent',
  NoSuchBucket: 'permanent',
  PreconditionFailed: 'precondition',
  ConditionalRequestConflict: 'collision',
  InvalidRange: 'empty-range',
  CredentialsProviderError: 'permanent',
  RequestTimeout: 'retryable', // status 400
  Throttling: 'retryable',
  ThrottlingException: 'retryable',
  SlowDown: 'retryable',
};

const BY_STATUS: Readonly<Record<number, S3Fault>> = {
  404: 'absent',
  412: 'precondition',
  416: 'empty-range',
  408: 'retryable',
  429: 'retryable',
};

const EXPLANATIONS: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket',
  AccessDenied: 'access denied',
  Forbidden: 'access denied',
  PermanentRedirect: 'the bucket is in another region: set AWS_REGION',
  InvalidAccessKeyId: 'the access key is unknown',
  SignatureDoesNotMatch: 'the secret access key is wrong',
  ExpiredToken: 'the credentials have expired',
  CredentialsProviderError: 'no credentials found',
};

/**
 * Absence, conflict and fault are told apart by the code's name first: 404 is also a missing
 * bucket, and 409 has other meanings than a write conflict. 403 is never absence.
 */
export function s3Fault(error: unknown): S3Fault {
  const byName = BY_NAME[nameOf(error)];
  if (byName) return byName;
  const status = statusOf(error);
  if (status === null) return isFailedAnswer(error) ? 'retryable' : 'permanent';
  return BY_STATUS[status] ?? (status >= 500 ? 'retryable' : 'permanent');
}

/** The error to throw for an error of the S3 client; errors that are no answer stay what they are. */
export function s3Error(error: unknown, doing: string): Error {
  if (
    error instanceof RetryableError ||
    error instanceof PermanentError ||
    error instanceof ConflictError
  ) {
    return error;
  }
  const name = nameOf(error);
  const status = statusOf(error);
  const line = `${doing}: ${EXPLANATIONS[name] ?? [status, name].filter(Boolean).join(' ')}`;
  switch (s3Fault(error)) {
    case 'retryable':
    case 'collision':
      return new RetryableError(line, { cause: error });
    default:
      return new PermanentError(line, { cause: error });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('$metadata' in error)) return null;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null) return null;
  if (!('httpStatusCode' in metadata)) return null;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}

/** No whole answer came: a system error of the socket, or the client's own time-out. */
function isFailedAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
  return 'code' in error && typeof error.code === 'string';
}
