import type { HeaderList } from '#lib/io/http-client.ts';

export type { HeaderList };

/** Every value of a header, in the order received. */
export function valuesOf(headers: HeaderList, name: string): string[] {
  return headers.filter(([key]) => key === name).map(([, value]) => value);
}

/** The first value of a header that a client may hold to; null if it is absent or empty. */
export function firstValue(headers: HeaderList, name: string): string | null {
  return valuesOf(headers, name).find((value) => value !== '') ?? null;
}
