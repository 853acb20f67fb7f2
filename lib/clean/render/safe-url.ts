/** Characters that would end or nest a Markdown link destination. */
const UNSAFE = /[\s<>()[\]\\"'`|*_~]/gu;
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a Markdown link destination; null unless it is an absolute http, https or mailto address
 * without credentials. Everything Markdown could read as syntax is percent-encoded.
 */
export function safeUrl(raw: string, kind: 'link' | 'image'): string | null {
  const url = URL.parse(raw.trim());
  if (!url || !SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (kind === 'image' && url.protocol === 'mailto:') return null;
  return url.href.replace(UNSAFE, encode);
}

function encode(char: string): string {
  const code = char.charCodeAt(0);
  return code < 128
    ? `%${code.toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(char);
}
