const ABSOLUTE = /^https?:\/\/[!-~]+$/i;
const ROOT_RELATIVE = /^\/[!-.0-~][!-~]*$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED = /^(?:https?|mailto):/i;
const MAX_LENGTH = 2000;

/**
 * Makes addresses of a page absolute. Only http, https and mailto come out: anything else, such
 * as javascript: or data:, is null, and so is a relative address without a base.
 */
export function urlResolver(base: string | null): (href: string | undefined) => string | null {
  const parsed = base !== null && URL.canParse(base) ? new URL(base) : null;
  const origin = parsed && parsed.origin !== 'null' ? parsed.origin : null;
  return (href) => {
    const raw = href?.trim();
    if (!raw || raw.length > MAX_LENGTH || raw.startsWith('#')) return null;
    if (ABSOLUTE.test(raw)) return URL.canParse(raw) ? raw : null;
    if (SCHEME.test(raw) && !ALLOWED.test(raw)) return null;
    if (origin !== null && ROOT_RELATIVE.test(raw)) return origin + raw;
    const url = URL.parse(raw, parsed?.href);
    return url && ALLOWED.test(url.protocol) ? url.href : null;
  };
}
