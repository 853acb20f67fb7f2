import { findDates } from '../metadata/find-dates.ts';
import { isFootEntry } from '../metadata/path-names.ts';
import { pagerOfTitle, readCompleteness } from './completeness.ts';
import { readDeclaredAddress, readLabelledAddress } from './declared-address.ts';
import type { LineFacts } from './line-facts.ts';
import type { Line } from './scan-lines.ts';
import { readSiteName } from './site-name.ts';
import { isLoneDate, sameWords, type TextHead } from './text-head.ts';

/** What the frame of an extracted text says of the document in it. */
export function textFacts(
  frame: readonly Line[],
  body: readonly Line[],
  head: TextHead,
): LineFacts {
  const texts = body.map((line) => line.text);
  const { incomplete, page, pageCount } = readCompleteness(
    frame,
    texts,
    isBelowReplies(frame, body) ? [] : frame,
    pagerOfTitle(frame.slice(0, head.bodyFrom)),
  );
  const crumb = pathIn(frame);
  const lead = frame.find((line) => line.lead)?.lead ?? null;
  const title = head.title ?? crumb?.title ?? null;
  const category = categoryIn(frame, title);
  return {
    ...defined('title', title),
    ...defined('author', firstOf(frame, (line) => line.meta?.author ?? null) ?? head.author),
    ...defined('publishedAt', publishedIn(frame, head)),
    ...defined(
      'site',
      crumb?.site ?? lead?.site ?? firstOf(frame, ({ text }) => readSiteName(text)),
    ),
    ...defined('category', category.length > 0 ? category : null),
    ...defined(
      'declaredUrl',
      firstOf(frame, ({ text }) => readDeclaredAddress(text)) ??
        firstOf(frame, ({ text }) => readLabelledAddress(text)),
    ),
    ...defined('page', page),
    ...defined('pageCount', pageCount),
    incomplete: [...incomplete],
  };
}

/** The field if there is a value for it. */
function defined<K extends keyof LineFacts>(
  key: K,
  value: LineFacts[K] | null,
): Partial<LineFacts> {
  return value === null || value === undefined ? {} : { [key]: value };
}

/** The first path; the line of links at a page's end reads as one, too. */
function pathIn(frame: readonly Line[]): Line['crumb'] {
  const isPath = ({ category }: NonNullable<Line['crumb']>): boolean => !category.some(isFootEntry);
  return frame.flatMap(({ crumb }) => (crumb ? [crumb] : [])).find(isPath) ?? null;
}

/** The path's steps but the title; else what the lead line or the meta line calls it. */
function categoryIn(frame: readonly Line[], title: string | null): string[] {
  const crumb = pathIn(frame);
  const steps = crumb?.category.filter((name) => title === null || !sameWords(name, title)) ?? [];
  if (steps.length > 0) return steps;
  const lead = frame.find((line) => line.lead)?.lead;
  if (lead) return [...lead.category];
  const label = firstOf(frame, (line) => line.meta?.category ?? null);
  return label === null ? [] : [label];
}

/** 荷叶饭 发表于 2014-5-11 22:40 沙发 */
const REPLY = /(?:发表于|回复于|发表时间|回复时间)[:：]?\s?(?:19|20)\d\d[-/.年]/u;
/** Heads of replies below the document: where so many stand, what was left out goes on with the next page. */
const MIN_REPLIES = 2;

function isBelowReplies(frame: readonly Line[], body: readonly Line[]): boolean {
  const last = numberOf(body.at(-1));
  const replies = frame.filter(
    (line) => !line.pager && numberOf(line) > last && REPLY.test(line.text),
  );
  return replies.length >= MIN_REPLIES;
}

/** Number of the line in the text. */
function numberOf(line: Line | undefined): number {
  return Number.parseInt(line?.block.where.slice('line:'.length) ?? '0', 10);
}

/** 成文日期: when an office drew its paper up; where another line says when it was published, that counts. */
const DRAWN_UP = /(?:成文|制发|印发|签发)(?:日期|时间)/u;
const PUBLISHED = /(?:发布|发表|公开)(?:日期|时间)/u;

const daysIn = (lines: readonly Line[]): string[] =>
  lines.flatMap((line) => line.meta?.publishedAt ?? []);

/** The date of the document's own meta line: in the head, never below the text where neighbours have theirs. */
function publishedIn(frame: readonly Line[], head: TextHead): string | null {
  const top = frame.slice(0, head.bodyFrom);
  const days = daysIn(
    top.filter((line) => PUBLISHED.test(line.folded) || !DRAWN_UP.test(line.folded)),
  );
  const [stated] = days.length > 0 ? days : daysIn(top);
  // 生成日期：2023-05-11 in one row, 发布时间：2023-05-11 17:20 in the next.
  if (stated) return days.find((day) => day.startsWith(`${stated}T`)) ?? stated;
  return firstOf(top, (line) =>
    isLoneDate(line) || line.frame?.reason === 'comments'
      ? (findDates(line.text)[0]?.iso ?? null)
      : null,
  );
}

function firstOf<T>(lines: readonly Line[], read: (line: Line) => T | null): T | null {
  for (const line of lines) {
    const value = read(line);
    if (value !== null) return value;
  }
  return null;
}
