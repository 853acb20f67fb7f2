const SECONDS = /^\d{1,10}$/;
/** IMF-fixdate and the two obsolete forms all begin with a day's name (RFC 9110, section 5.6.7). */
const DATE = /^[A-Za-z]{3,9},? /;
/** The form of C's asctime() names no zone, but is GMT like the others. */
const ASCTIME = /^[A-Za-z]{3} [A-Za-z]{3} .{1,20}\d{4}$/;
/** Nobody means longer; a mistaken date must not silence a host for years. */
const MAX_WAIT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Epoch milliseconds a Retry-After header asks to wait until: seconds or a date
 * (RFC 9110, section 10.2.3). Null if it is absent, malformed or past.
 */
export function retryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  const until = SECONDS.test(text)
    ? now + Number(text) * 1000
    : DATE.test(text)
      ? Date.parse(ASCTIME.test(text) ? `${text} GMT` : text)
      : Number.NaN;
  if (Number.isNaN(until) || until <= now) return null;
  return Math.min(until, now + MAX_WAIT_MS);
}
