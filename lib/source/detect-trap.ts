import type { TrapKind } from '#lib/model/run.ts';

// What browsers and search engines take; longer addresses grow out of relative links in loops.
const MAX_LENGTH = 2000;
const MAX_PARAMETERS = 16;
const MAX_SEGMENTS = 20; // Heritrix, TooManyPathSegmentsDecideRule
const MAX_REPEATS = 3; // Heritrix, PathologicalPathDecideRule: two repetitions and no more
const MAX_SAME_SEGMENT = 4;
const MAX_PAGE = 1000;
const YEARS_AHEAD = 1;
const YEARS_BACK = 40;

const PAGE_NAME = /^(?:page|p|pg|pn|paged|page_?(?:no|num|index)|offset|start)$/i;
const SESSION_NAME =
  /^(?:s|sid|sess|session|sessid|session_?id|sessionkey|token|ticket|zenid|osc?sid)$/i;
const SESSION_VALUE = /^[0-9a-z_-]{20,}$/i;
const CALENDAR = /^(?:calendar|cal|events?|ical|day|week|month|tribe-bar-date|eventdate|mini)$/i;
const DATE = /(?:^|\D)((?:1[5-9]|2\d|3[0-5])\d{2})(?:[-/_]?(?:0?[1-9]|1[0-2])(?!\d)|$)/;
const DIGITS = /^\d+$/;

/** The trap a canonical URL looks like; null for none. By the address alone, so it costs nothing. */
export function detectTrap(canonicalUrl: string, now: Date): TrapKind | null {
  if (canonicalUrl.length > MAX_LENGTH) return 'too-long';
  const url = new URL(canonicalUrl);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const parameters = [...url.searchParams];
  if (parameters.length > MAX_PARAMETERS) return 'many-parameters';
  if (segments.length > MAX_SEGMENTS) return 'many-segments';
  if (hasRepeats(segments)) return 'repeated-segments';
  if (parameters.some(isSession)) return 'session-id';
  if (parameters.some(isFarPage)) return 'endless-pagination';
  return isCalendar(url, segments, now) ? 'calendar' : null;
}

/** a/a/a, a/b/a/b/a/b, a/b/c/a/b/c/a/b/c, or a name that keeps coming back. Numbers may repeat. */
function hasRepeats(segments: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  for (const [segment, count] of counts) {
    if (count > MAX_SAME_SEGMENT && !DIGITS.test(segment)) return true;
  }
  return [1, 2, 3].some((period) => hasPeriod(segments, period));
}

/** Whether `period` segments stand there three times in a row. */
function hasPeriod(segments: readonly string[], period: number): boolean {
  let run = 0; // segments that equal the one a period before
  for (const [at, segment] of segments.entries()) {
    const isSame = segment === segments[at - period] && !DIGITS.test(segment);
    run = isSame ? run + 1 : 0;
    if (run >= period * (MAX_REPEATS - 1)) return true;
  }
  return false;
}

function isSession([name, value]: [string, string]): boolean {
  return SESSION_NAME.test(name) && SESSION_VALUE.test(value);
}

function isFarPage([name, value]: [string, string]): boolean {
  if (!PAGE_NAME.test(name) || !DIGITS.test(value)) return false;
  const isOffset = name.toLowerCase() === 'offset' || name.toLowerCase() === 'start';
  return Number(value) > MAX_PAGE * (isOffset ? 100 : 1);
}

/** A calendar's page of a year nobody has written about. */
function isCalendar(
  { searchParams, search, pathname }: URL,
  segments: readonly string[],
  now: Date,
) {
  const names = [...segments, ...searchParams.keys()];
  if (!names.some((name) => CALENDAR.test(name))) return false;
  const year = Number(DATE.exec(withSlashes(search))?.[1] ?? DATE.exec(pathname)?.[1]);
  const thisYear = now.getUTCFullYear();
  return year > thisYear + YEARS_AHEAD || year < thisYear - YEARS_BACK;
}

function withSlashes(search: string): string {
  return search.replaceAll('%2F', '/');
}
