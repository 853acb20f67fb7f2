const ABSOLUTE = /^https?:\/\/[!-~]+$/i;
const ROOT_RELATIVE = /^\/[!-.0-~][!-~]*$/;
const ALLOWED = /^(?:https?|mailto):/i;
const MAX_LENGTH = 2000;

/**
 * Makes addresses of a page absolute. Only http, https and mailto come out: anything else, such
 * as javascript: or data:, is null, and so is a relative address without a base.
 */
export function urlResolver(base: string | null): (href: string | undefined) => string | null {
  const origin = base === null ? null : originOf(base);
  const from = origin === null || base === null ? undefined : base;
  return (href) => {
    const raw = href?.trim() ?? '';
    if (raw === '' || raw.length > MAX_LENGTH || raw.startsWith('#')) return null;
    if (origin !== null && ROOT_RELATIVE.test(raw)) return origin + raw;
    return absolute(raw, from);
  };
}

function absolute(raw: string, from: string | undefined): string | null {
  if (ABSOLUTE.test(raw)) return URL.canParse(raw) ? raw : null;
  const url = URL.parse(raw, from);
  return url && ALLOWED.test(url.protocol) ? url.href : null;
}

function originOf(base: string): string | null {
  const origin = URL.parse(base)?.origin ?? 'null';
  return origin === 'null' ? null : origin;
}
