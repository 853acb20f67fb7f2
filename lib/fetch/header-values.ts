import type { HeaderList } from '#lib/io/http-client.ts';

export type { HeaderList };

/** Every value of a header, in the order received. */
export function valuesOf(headers: HeaderList, name: string): string[] {
  return headers.filter(([key]) => key === name).map(([, value]) => value);
}

/** RFC 9110, section 5.5: what may stand in a header we send. */
const SENDABLE = /^[\t\u0020-\u007e]{1,1000}$/;
/** More of a value than this is nothing but a burden on all that carries it. */
const MAX_TYPE = 200;

/** A validator as the server gave it; null if there is none that could be sent back. */
export function validator(headers: HeaderList, name: 'etag' | 'last-modified'): string | null {
  const value = firstValue(headers, name);
  return value !== null && isSendable(value) ? value : null;
}

/** Whether a value may stand in a header of a request. */
export function isSendable(value: string): boolean {
  return SENDABLE.test(value);
}

/** The Content-Type header, several joined, as much of it as can mean anything. */
export function contentTypeOf(headers: HeaderList): string | null {
  const joined = valuesOf(headers, 'content-type').filter(Boolean).join(', ');
  return joined === '' ? null : joined.slice(0, MAX_TYPE);
}

/** The first value of a header that a client may hold to; null if it is absent or empty. */
export function firstValue(headers: HeaderList, name: string): string | null {
  return valuesOf(headers, name).find((value) => value !== '') ?? null;
}
