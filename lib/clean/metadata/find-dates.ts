import { isoDate } from './calendar.ts';
import { hanNumber } from './han-numerals.ts';
import { monthOf } from './month-names.ts';
import { timeAfter } from './time-after.ts';
import { timeBefore } from './time-before.ts';

/** A date said in a text, and where. */
export interface DateMention {
  /** ISO 8601 with the precision given: 2020-03, 2020-03-05, 2020-03-05T14:30, …+08:00. */
  readonly iso: string;
  readonly from: number;
  readonly to: number;
}

export interface DateOptions {
  /** 01/02/2020 is January 2: only American English writes so. Unambiguous dates decide for themselves. */
  readonly monthFirst?: boolean;
  /** 20200305 counts as a date: in meta values, never in running text. */
  readonly compact?: boolean;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, options: DateOptions) => Ymd | null;
  readonly compactOnly?: true;
}
type Ymd = readonly [year: number, month: number, day: number | null];

/** Longer texts are prose; a date line is short. Bounds the cost of a page that is one line. */
const MAX_CHARS = 600;

/** Without one of these no form matches: spares most lines the search. */
const MAYBE = /(?:19|20)\d\d|\d\.\d\d(?!\d)|年/u;
/** How machines begin a date: needs no search. */
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/;
const FULL_WIDTH = /[\uFF0D-\uFF1A\u3000\u00A0\u2009\u202F]/gu;

// Every quantifier is bounded, so each search is linear in the text. Names of months are looked for in the letters
// they are written in: \p{L} many times over in both cases takes the engine half a second to compile.
const FORMS: readonly Form[] = [
  {
    pattern:
      /(?<!\d)((?:19|20)\d\d) ?([-/.年년]) ?(\d{1,2}) ?([-/.月월]) ?(\d{1,2})(?!\d| ?[年%])/gu,
    read: (m) => (sameSeparator(m[2], m[4]) ? [num(m[1]), num(m[3]), num(m[5])] : null),
  },
  {
    pattern:
      /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日号]/gu,
    read: (m) => [hanNumber(m[1] ?? ''), hanNumber(m[2] ?? ''), hanNumber(m[3] ?? '')],
  },
  {
    pattern: /(民國|民国|平成|令和) ?(\d{1,3}|元) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/gu,
    read: (m) => [eraYear(m[1] ?? '', m[2] ?? ''), num(m[3]), num(m[4])],
  },
  {
    pattern: /(?<![\d.])(\d{1,2}) ?([./|-]) ?(\d{1,2}) ?([./|-]) ?((?:19|20)\d\d)(?![\d])/gu,
    read: (m, options) => (m[2] === m[4] ? dayAndMonth(m, options.monthFirst ?? false) : null),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])/gu,
    read: (m) => [2000 + num(m[3]), num(m[2]), num(m[1])],
  },
  {
    pattern:
      /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|日)?[ -]{0,2}(?:(?:de|of|di|d[’']) ?)?([a-zà-ɏа-ӿ\u0620-\u064A]{3,14}\.?),?[ -]{0,2}(?:(?:de|del) )?((?:19|20)\d\d)(?!\d)/giu,
    read: (m) => named(m[3], m[2], m[1]),
  },
  {
    pattern:
      /(?<!\p{L})([a-zà-ɏа-ӿ\u0620-\u064A]{3,12}\.?) {0,2}(\d{1,2})(?:st|nd|rd|th|\.)?,? {0,2}(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? {1,2})?((?:19|20)\d\d)(?!\d)/giu,
    read: (m) => named(m[3], m[1], m[2]),
  },
  {
    // Sun Mar 08 22:17:00 CST 2015: how programs print a time that nobody gave a form.
    pattern:
      /(?<!\p{L})([a-z]{3}) {1,2}(\d{1,2}) (?=(\d\d:\d\d:\d\d))[\d:]{8}(?: [a-z]{3,4})? ((?:19|20)\d\d)(?!\d)/giu,
    read: (m) => named(m[4], m[1], m[2]),
  },
  {
    pattern:
      /(?<!\d)((?:19|20)\d\d)[ -]{1,2}([a-zà-ɏа-ӿ\u0620-\u064A]{3,12}\.?)[ -]{1,2}(\d{1,2})(?!\d)/giu,
    read: (m) => named(m[1], m[2], m[3]),
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/gu,
    read: (m) => [num(m[1]), num(m[2]), num(m[3])],
    compactOnly: true,
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)(?:-|年 ?)(\d{1,2})(?:月(?! ?\d)|(?![\d\p{L}-]))/gu,
    read: (m) => [num(m[1]), num(m[2]), null],
  },
  {
    pattern: /(?<!\p{L}|\d |\d\. )([a-zà-ɏа-ӿ\u0620-\u064A]{3,12}\.?),? ((?:19|20)\d\d)(?!\d)/giu,
    read: (m) => named(m[2], m[1], null),
  },
];

/**
 * The dates a short text says, in the order they stand, earlier forms of the table winning where two overlap.
 * Reads ISO 8601, numeric dates of both orders, Han numerals and eras, month names of some twenty languages,
 * RFC 822, and the time that follows a date. A date the calendar does not have is none. Linear.
 */
export function findDates(raw: string, options: DateOptions = {}): DateMention[] {
  const text = foldWidth(raw.length > MAX_CHARS ? raw.slice(0, MAX_CHARS) : raw);
  const found: DateMention[] = [];
  if (!MAYBE.test(text)) return found;
  for (const form of FORMS) {
    if (form.compactOnly && !options.compact) continue;
    // matchAll would copy the expression for every line: stateful (`g`), so start at 0.
    form.pattern.lastIndex = 0;
    for (let match = form.pattern.exec(text); match; match = form.pattern.exec(text)) {
      const mention = mentionOf(text, match, form, options);
      if (mention && !found.some((one) => one.from < mention.to && mention.from < one.to)) {
        found.push(mention);
      }
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The first date a value says; null if it says none. */
export function readDate(raw: string, options: DateOptions = {}): string | null {
  const iso = ISO_DAY.exec(raw);
  if (iso) {
    const date = { year: num(iso[1]), month: num(iso[2]), day: num(iso[3]) };
    return isoDate(date, timeAfter(raw, iso[0].length)?.parts ?? null);
  }
  return findDates(raw, { compact: true, ...options })[0]?.iso ?? null;
}

function mentionOf(
  text: string,
  match: RegExpExecArray,
  form: Form,
  options: DateOptions,
): DateMention | null {
  const ymd = form.read(match, options);
  if (!ymd) return null;
  const [year, month, day] = ymd;
  const end = match.index + match[0].length;
  const after = day === null ? null : timeAfter(text, end);
  const before = day === null || after ? null : timeBefore(text, match);
  const iso = isoDate({ year, month, day }, (after ?? before)?.parts ?? null);
  if (iso === null) return null;
  return { iso, from: before?.from ?? match.index, to: after?.to ?? end };
}

const num = (text: string | undefined): number => Number(text ?? Number.NaN);

/** Full-width digits, colons and blanks as their ASCII twins, so that offsets stay. */
function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0xff0d && code <= 0xff1a ? String.fromCharCode(code - 0xfee0) : ' ';
  });
}

/** 2020-03/05 is no date; 2020年3月 and its Korean form are. */
function sameSeparator(first: string | undefined, second: string | undefined): boolean {
  if (first === '年') return second === '月';
  if (first === '년') return second === '월';
  return first === second;
}

function eraYear(era: string, year: string): number {
  const count = year === '元' ? 1 : Number(year);
  if (era === '平成') return 1988 + count;
  return (era === '令和' ? 2018 : 1911) + count;
}

/** A number over 12 is the day; else the language decides, and dots are never American. */
function dayAndMonth(m: RegExpExecArray, monthFirst: boolean): Ymd {
  const first = num(m[1]);
  const second = num(m[3]);
  const american = second > 12 || (monthFirst && m[2] !== '.' && first <= 12);
  return american ? [num(m[5]), first, second] : [num(m[5]), second, first];
}

function named(
  year: string | undefined,
  word: string | undefined,
  day: string | null | undefined,
): Ymd | null {
  const month = monthOf(word ?? '');
  if (month === null) return null;
  return [num(year), month, day === null ? null : num(day)];
}
