import type { Found } from './title.ts';

/** A machine's time, which says no zone that a reader lives in. */
export const UTC = /(?:Z|[+]00:00)$/;
const SEEN = new Set(['line', 'date-element', 'time']);

/** The moment that the account's script knows, as the page shows it; a script may be of another time altogether. */
export function shownTime({ value }: Found, all: readonly Found[]): Found | null {
  const shown = all.filter(({ origin, value: said }) => SEEN.has(origin) && said.includes('T'));
  const day = value.slice(0, 10);
  const same = shown.find((one) => value.startsWith(one.value));
  if (same || shown.some((one) => one.value.startsWith(day))) return same ?? null;
  const [own] = shown.filter(({ origin }) => origin === 'date-element');
  return own && Math.abs(daysBetween(own.value, day)) > 1 ? own : null;
}

function daysBetween(one: string, other: string): number {
  return (Date.parse(one.slice(0, 10)) - Date.parse(other)) / 86_400_000;
}

/** A machine's UTC can be the day before or after the one the reader sees: then the reader's date is the page's. */
export function readersDay(best: Found, all: readonly Found[]): Found | null {
  if (!UTC.test(best.value)) return null;
  const read = all.filter(({ origin }) => SEEN.has(origin));
  const [seen] = read;
  const day = best.value.slice(0, 10);
  if (!seen || read.some(({ value }) => value.startsWith(day))) return null;
  const hours = (Date.parse(seen.value.slice(0, 10)) - Date.parse(best.value)) / 3_600_000;
  return hours > -38 && hours < 14 && hours !== 0 ? seen : null;
}
