import { PermanentError, RetryableError } from '#lib/model/errors.ts';

const RETRYABLE: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EINTR']);

const EXPLANATIONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'not permitted, or a file system without hard links',
  ENOTSUP: 'a file system without hard links',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EISDIR: 'there is a folder of this name',
  ENOTDIR: 'an object has the name of a folder in this key',
  EEXIST: 'an object has the name of a folder in this key',
};

/** Whether `error` is a system error with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes(codeOf(error) ?? '');
}

/** The error a store throws for a system error: what to do is in its class, the cause in its line. */
export function fileFault(error: unknown, doing: string): Error {
  const code = codeOf(error);
  if (code === null) return error instanceof Error ? error : new Error(String(error));
  const line = `${doing}: ${EXPLANATIONS[code] ?? code}`;
  return RETRYABLE.has(code)
    ? new RetryableError(line, { cause: error })
    : new PermanentError(line, { cause: error });
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
