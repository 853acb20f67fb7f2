/** Forms of W3C datetime and RFC 3339 that start with a year, and RFC 822 dates of feeds. */
const PLAUSIBLE =
  /^(?:\d{4}(?:-\d{2}){0,2}(?:[T ]\d{2}:\d{2}\S{0,24})?|[A-Za-z]{3,9},? [^<>]{5,40}|\d{1,2} [A-Za-z]{3}[^<>]{4,40})$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/;

/** A date of a sitemap or feed as ISO 8601; null if it is none. Dates without a zone are UTC. */
export function isoDate(text: string): string | null {
  const trimmed = text.trim();
  if (!PLAUSIBLE.test(trimmed)) return null;
  const hasZone = !WITHOUT_ZONE.test(trimmed);
  const time = Date.parse(hasZone ? trimmed : `${trimmed.replace(' ', 'T')}Z`);
  const year = new Date(time).getUTCFullYear();
  return year >= 1990 && year < 2200 ? new Date(time).toISOString() : null;
}
