/** Forms of W3C datetime and RFC 3339 that start with a year, and RFC 822 dates of feeds. */
const PLAUSIBLE =
  /^(?:\d{4}(?:-\d{2}){0,2}(?:[T ]\d{2}:\d{2}\S{0,24})?|[A-Za-z]{3,9},? [^<>]{5,40}|\d{1,2} [A-Za-z]{3,9},? \d{2}[^<>]{0,40})$/;
/** `2026/1/2`, `2026-1-2`: no standard's, but what is meant is plain. */
const LOOSE_DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T ])/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/;

/** A date of a sitemap or feed as ISO 8601; null if it is none. Dates without a zone are UTC. */
export function isoDate(text: string): string | null {
  const trimmed = text.trim().replace(LOOSE_DAY, withTwoDigits);
  if (!PLAUSIBLE.test(trimmed)) return null;
  const hasZone = !WITHOUT_ZONE.test(trimmed);
  const time = Date.parse(hasZone ? trimmed : `${trimmed.replace(' ', 'T')}Z`);
  const year = new Date(time).getUTCFullYear();
  return year >= 1990 && year < 2200 ? new Date(time).toISOString() : null;
}

function withTwoDigits(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
