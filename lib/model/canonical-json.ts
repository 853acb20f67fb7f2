import canonicalize from 'canonicalize';

/** JSON in the one form of RFC 8785, so that equal values have equal bytes and equal digests. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('the value has no JSON form');
  return json;
}
