const NON_ASCII = /\P{ASCII}/gu;
const MAX_URL_LENGTH = 4096;

/** Fetch Standard, "redirect status": 300 leaves the choice to a person, 305 named a proxy. */
const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return REDIRECT_STATUS.has(status);
}

/**
 * The URL a Location header names, without fragment; null if it names none.
 * @param location byte for byte as ISO-8859-1: its bytes are escaped as they are, whatever charset
 *   the server thought in
 */
export function redirectTarget(location: string | null, base: string): string | null {
  if (location === null) return null;
  const escaped = location.replace(NON_ASCII, (byte) => `%${byte.charCodeAt(0).toString(16)}`);
  if (escaped.length > MAX_URL_LENGTH || !URL.canParse(escaped, base)) return null;
  const url = new URL(escaped, base);
  url.hash = '';
  return url.href;
}
