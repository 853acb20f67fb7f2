import { isoEpoch } from './calendar.ts';
import {
  isNeighbour,
  isOfAnother,
  isPlainDate,
  isPublication,
  markDates,
  nearMarks,
} from './date-marks.ts';
import { MODIFIED_METAS, publishedKeys } from './date-metas.ts';
import { monthFirstBy } from './either-order.ts';
import { findDates, readDate } from './find-dates.ts';
import { type DateRole, frameDates } from './frame-date.ts';
import type { Marked } from './marked.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageFrame } from './page-frame.ts';
import type { PageLines } from './page-lines.ts';
import { dayBelowPost } from './post-date.ts';
import { readersDay, shownTime, UTC } from './shown-date.ts';
import { NEIGHBOUR, OTHER_LABEL, textDates } from './text-dates.ts';
import type { Found } from './title.ts';
import { isBeside, isRightBeside, type TitlePlace } from './title-place.ts';

const URL_DAY_FIRST = /[/_=-]([0-3]\d)[-_]([01]\d)[-_]((?:19|20)\d\d)(?=[/_.?&-]|$)/;
const URL_DATE = /[/_=-]((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.?&-]|$)/;
const ACCOUNT_TIME =
  /\b(?:ct|create_?time|publish_?time|svr_time|pubtime)["']?\s{0,3}[=:]\s{0,3}["']?(?:(\d{10})(?!\d)|(\d{4}-\d\d?-\d\d?(?: \d\d?:\d\d(?::\d\d)?)?))/i;
/** Public accounts show the time of China. */
const ACCOUNT_ZONE_MS = 8 * 3_600_000;
const NEAR_LINES = 14;
const TAIL_LINES = 5;
/** A label stands this close before its date. */
const LABEL = 14;
const EPOCH = /^\d{10}(?:\d{3})?$/;

export interface DateInput {
  readonly facts: PageFacts;
  readonly published: string;
  readonly modified: string;
  /** Date of a line of the document itself. */
  readonly line: string;
  readonly lines: PageLines;
  readonly url: string | null;
  readonly place: TitlePlace;
  readonly monthFirst: boolean;
  readonly frame: PageFrame;
}

/**
 * When it was published, with the precision the page gave. Order of trust: JSON-LD, metas, the line rules' date,
 * publication elements near the title, labelled lines, any date near the title, the URL's date, and only then the
 * last change. A source further down may add the time to the same day.
 */
export function choosePublishedAt(input: DateInput): Found | null {
  const sources = publications(input);
  const best = firstOf(sources) ?? firstOf(scattered(input)) ?? firstOf(changes(input));
  if (best?.origin === 'script') return shownTime(best, [...sources]) ?? best;
  // A local time is as fine as it gets: nothing further down could add to it.
  if (!best || (best.value.includes('T') && !UTC.test(best.value))) return best;
  const all = [best, ...sources];
  const finer = all.find(
    (one) => one.value.length > best.value.length && one.value.startsWith(best.value),
  );
  return finer ?? readersDay(best, all) ?? best;
}

function firstOf(found: Generator<Found>): Found | null {
  const { value, done } = found.next();
  return done ? null : value;
}

function* publications(input: DateInput): Generator<Found> {
  const { facts, monthFirst } = input;
  yield* dated(input.published, 'json-ld', monthFirst);
  for (const key of publishedKeys(facts)) {
    for (const value of facts.metas.get(key) ?? []) {
      yield* dated(value, key, monthFirstBy(value, input.lines.all) ?? monthFirst);
    }
  }
  // Only public account pages are known to say it there; other scripts hold other times.
  if (facts.account !== '') for (const source of facts.scripts) yield* scriptTime(source);
  if (input.line !== '') yield { value: input.line, origin: 'line' };
  yield* dated(dayBelowPost(input.frame), 'line', monthFirst);
  const marks = ownMarks(input);
  const near = nearMarks(marks, input.place);
  for (const mark of near.filter(isPublication)) yield* markDates(mark, monthFirst);
  for (const mark of near.filter((one) => one.tag === 'time')) yield* markDates(mark, monthFirst);
  for (const mark of near.filter(isPlainDate)) yield* markDates(mark, monthFirst);
  yield* lineDates(input, true);
  yield* framed(input.frame, 'published');
  for (const mark of near) yield* markDates(mark, monthFirst);
  yield* framed(input.frame, 'none');
  yield* framed(input.frame, 'changed');
  yield* lineDates(input, false);
}

/** Not those of other articles: each of a list has its day in its link. */
function ownMarks({ facts, place }: DateInput): Marked[] {
  return facts.dates.filter(
    (mark) =>
      isBeside(mark, place) &&
      !isOfAnother(mark) &&
      (isRightBeside(mark, place) || !mark.isOfEntry),
  );
}

/** Days above the text, or right below it if a label says what they are; never those of the text itself. */
function* framed({ head, tail }: PageFrame, wanted: DateRole): Generator<Found> {
  const near = head.slice(-NEAR_LINES).filter(({ kept }) => !kept);
  const below = wanted === 'published' ? tail.slice(0, TAIL_LINES) : [];
  for (const { text } of [...near, ...below]) {
    if (NEIGHBOUR.test(text)) continue;
    for (const { iso, role } of frameDates(text))
      if (role === wanted) yield { value: iso, origin: 'line' };
  }
}

/** Dates that stand anywhere on the page but agree, and the address: asked where the title's surroundings say none. */
function* scattered(input: DateInput): Generator<Found> {
  const { lines, monthFirst } = input;
  const marks = ownMarks(input);
  yield* onlyDay(marks.flatMap((mark) => [...markDates(mark, monthFirst)]));
  const dated = lines.all();
  yield* onlyDay(dated.flatMap((line) => [...textDates(line, 'line', monthFirst, true)]));
  yield* onlyDay(dated.flatMap((line) => [...textDates(line, 'line', monthFirst, false)]));
  yield* urlDate(input.url);
}

/** A day that all of these agree on, wherever on the page they stand. */
function* onlyDay(found: readonly Found[]): Generator<Found> {
  const days = new Set(found.map(({ value }) => value.slice(0, 10)));
  if (days.size === 1) yield* found;
}

/** What is said of the last change: only asked where nothing tells the publication. */
function* changes(input: DateInput): Generator<Found> {
  const { facts, monthFirst } = input;
  yield* dated(input.modified, 'json-ld:modified', monthFirst);
  for (const key of MODIFIED_METAS) {
    for (const value of facts.metas.get(key) ?? []) yield* dated(value, key, monthFirst);
  }
  const marks = facts.dates.filter((mark) => isBeside(mark, input.place) && !isNeighbour(mark));
  for (const mark of [...nearMarks(marks, input.place), ...marks]) {
    yield* fullDates(mark.value || mark.text, 'modified', monthFirst);
  }
  for (const line of input.lines.head) yield* fullDates(line, 'line:modified', monthFirst);
}

function* fullDates(text: string, origin: string, monthFirst: boolean): Generator<Found> {
  for (const { iso, from } of findDates(text, { monthFirst })) {
    const isOther = OTHER_LABEL.test(text.slice(Math.max(0, from - LABEL), from));
    if (iso.length >= 10 && !isOther) yield { value: iso, origin };
  }
}

function* dated(value: string, origin: string, monthFirst: boolean): Generator<Found> {
  const iso = readDate(value, { monthFirst }) ?? epochOf(value);
  if (iso !== null) yield { value: iso, origin };
}

function epochOf(value: string): string | null {
  return EPOCH.test(value.trim()) ? isoEpoch(Number(value)) : null;
}

function* scriptTime(source: string): Generator<Found> {
  const match = ACCOUNT_TIME.exec(source);
  const iso = match?.[1] ? chinaTime(Number(match[1])) : readDate(match?.[2] ?? '');
  if (iso) yield { value: iso, origin: 'script' };
}

function chinaTime(seconds: number): string | null {
  return isoEpoch(seconds * 1000 + ACCOUNT_ZONE_MS)?.replace('Z', '+08:00') ?? null;
}

function* lineDates(input: DateInput, labelled: boolean): Generator<Found> {
  for (const line of input.lines.head) yield* textDates(line, 'line', input.monthFirst, labelled);
  if (labelled) {
    for (const line of input.lines.tail) yield* textDates(line, 'line', input.monthFirst, true);
  }
}

function* urlDate(url: string | null): Generator<Found> {
  if (url === null) return;
  const match = URL_DATE.exec(url);
  const dayFirst = match ? null : URL_DAY_FIRST.exec(url);
  const iso = match
    ? readDate(`${match[1]}-${match[2]}-${match[3]}`)
    : readDate(dayFirst ? `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}` : '');
  if (iso) yield { value: iso, origin: 'url' };
}
