import type { TimeParts } from './calendar.ts';
import { timeAfter } from './time-after.ts';

/** 13:48, May 22, 2015; no end of a span of hours: 9:00-17:00, May 22, 2015. */
const AHEAD = /(?<![\d:.–—~-]|[–—~-] |to )\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?,? (?:on )?$/iu;
const REACH = 24;
const INSIDE = / \d\d:\d\d:\d\d(?: |$)/u;
const NAMED_MONTH = /[a-z]{3}/iu;

/** The clock time that English papers put ahead of a date, and programs inside one; null where none is. */
export function timeBefore(
  text: string,
  match: RegExpExecArray,
): { parts: TimeParts; from: number } | null {
  const { index, 0: date } = match;
  if (!NAMED_MONTH.test(date)) return null;
  const inside = date.search(INSIDE);
  if (inside >= 0) return timeAt(text, index + inside + 1, index);
  const start = Math.max(0, index - REACH);
  const ahead = text.slice(start, index).search(AHEAD);
  return ahead < 0 ? null : timeAt(text, start + ahead, start + ahead);
}

/** The time at a place, in no zone: CST is China's and America's. */
function timeAt(text: string, at: number, from: number): { parts: TimeParts; from: number } | null {
  const parts = timeAfter(text, at)?.parts;
  return parts ? { parts: { ...parts, zone: '' }, from } : null;
}
