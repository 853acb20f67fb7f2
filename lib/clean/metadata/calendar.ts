/** Documents of the web are not older than the web. */
const FIRST_YEAR = 1990;
/** Cleaning has no clock, so the future is only bounded by what nobody means. */
const LAST_YEAR = 2099;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

export interface TimeParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** Z or ±hh:mm, '' if the page gave none. */
  readonly zone: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The parts as ISO 8601 with the precision given; null for a date that no calendar has or no page means. */
export function isoDate(date: DateParts, time: TimeParts | null): string | null {
  const { year, month, day } = date;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day === null) return `${year}-${two(month)}`;
  if (day < 1 || day > daysOf(year, month)) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  return time === null ? iso : iso + isoTime(time);
}

function isoTime(time: TimeParts): string {
  if (time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 60) return '';
  const seconds = time.second === null ? '' : `:${two(Math.min(59, time.second))}`;
  return `T${two(time.hour)}:${two(time.minute)}${seconds}${time.zone}`;
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** An epoch in seconds or milliseconds as ISO 8601 in UTC; null if it is no plausible date. */
export function isoEpoch(value: number): string | null {
  const ms = value < 1e11 ? value * 1000 : value;
  if (!Number.isFinite(ms) || ms < 0 || ms > 4.1e12) return null;
  const iso = `${new Date(ms).toISOString().slice(0, 19)}Z`;
  const year = Number(iso.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? iso : null;
}
