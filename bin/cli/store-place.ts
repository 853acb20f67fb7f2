import { join } from 'node:path';

const TRAILING_SLASHES = /\/{1,16}$/;

/** A key of a store as a person finds it: a path, or an S3 address. */
export function placeOf(location: string, key: string): string {
  if (!location.startsWith('s3:')) return join(location, key);
  return `${location.replace(TRAILING_SLASHES, '')}/${key}`;
}
