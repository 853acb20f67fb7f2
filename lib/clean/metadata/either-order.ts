import { findDates } from './find-dates.ts';

/** 11/01/2023: the day first or the month. */
const EITHER = /^\s*(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)/u;

/**
 * Whether a machine's date that can be read in two orders has the month first: servers write American dates into pages of
 * any language, so the order is the one in which the page's own lines say the same day. null if they do not decide.
 */
export function monthFirstBy(value: string, lines: () => readonly string[]): boolean | null {
  const either = EITHER.exec(value);
  if (!either || either[1] === either[3]) return null;
  const [, first = '', , second = '', year = ''] = either;
  const days = new Set(
    lines()
      .filter((line) => !line.includes(either[0].trim()))
      .flatMap((line) => findDates(line).map(({ iso }) => iso.slice(0, 10))),
  );
  const dayFirst = days.has(dayOf(year, second, first));
  const monthFirst = days.has(dayOf(year, first, second));
  return dayFirst === monthFirst ? null : monthFirst;
}

const dayOf = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
