import { isGreeting, isNewsShelf } from './channel-word.ts';
import { cleanTitle } from './clean-title.ts';
import { isEdition } from './edition-name.ts';
import { wordKey } from './fold.ts';
import { frameDates } from './frame-date.ts';
import type { Marked } from './marked.ts';
import type { FrameLine, PageFrame } from './page-frame.ts';
import { isTitleShaped } from './title-shape.ts';

/** A line of the page that <title> has in it as a whole. */
export interface SeenTitle {
  readonly value: string;
  readonly origin: string;
  /** What stands in <title> before and after it. */
  readonly before: string;
  readonly after: string;
}

const SCORE = {
  start: 2.5,
  end: 2,
  h1: 2,
  heading: 1.5,
  dateBelow: 1,
  /** A title is longer than a site's name, mostly. */
  long: 2,
  site: -5,
  /** The shelf's name behind the site's: 某某会 - 最新消息. */
  shelf: -5,
  /** Whose page it is stands there too. */
  office: -3,
  aside: -1,
} as const;
const OFFICE =
  /^\p{Script=Han}{2,14}(?:政府|局|厅|廳|委员会|委員會|法院|检察院|大学|大學|医院|醫院)$/u;
const LONG = 8;
/** A shorter heading is found in many titles. */
const LEAST_INSIDE = 3;
const HAN = /\p{Script=Han}/u;
const LEAST_LATIN = 0.4;
/** Ends and separators; in Latin text the separators of sites only, with their blanks. */
const BREAK_BEFORE = /^$|[^\p{L}\p{N}\s]$|[|｜_»–—:>-]\s$|\p{Script=Han}\s$/u;
const BREAK_AFTER = /^$|^[^\p{L}\p{N}\s]|^\s[|｜_«–—<>(（-]/u;
const MARK = /[^\p{L}\p{N}]/gu;
const EDGE = /^[^\p{L}]+/u;
const MAX = 120;

/**
 * The line the reader sees that <title> holds between its ends and separators, whatever these are: one that begins it
 * before one that ends it, headings before others, never the site's name. null if there is none.
 */
export function seenTitle(
  headTitle: string,
  headings: readonly Marked[],
  frame: PageFrame,
  siteKeys: ReadonlySet<string>,
): SeenTitle | null {
  let best: (SeenTitle & { score: number }) | null = null;
  for (const line of [
    ...headingLines(headings),
    ...pathEnds(frame),
    ...titleLines(frame, headTitle),
  ]) {
    const seen = placed(line, headTitle, siteKeys);
    if (!seen || seen.score <= 0) continue;
    const isLonger = seen.score === best?.score && seen.value.length > best.value.length;
    if (!best || seen.score > best.score || isLonger) best = seen;
  }
  return best && isAtEnd(best) ? (headingInside(best, headings) ?? best) : best;
}

/**
 * Whether <title> is who owns the site: 某某县住房和城乡建设局, or whatever stands before its address or before 版权所有 below. It is the same on all
 * of the site's pages and no title.
 */
export function isOwner(headTitle: string, { head, tail, foot }: PageFrame): boolean {
  if (OFFICE.test(headTitle)) return true;
  if (headTitle.length < LEAST_INSIDE) return false;
  const isBefore = (behind: RegExp, { text }: FrameLine): boolean =>
    text.startsWith(headTitle) && behind.test(text.slice(headTitle.length));
  return (
    [...tail, ...foot].some((line) => isBefore(RIGHTS, line)) ||
    head.some((line) => isBefore(HOME, line))
  );
}

/** 某某县信息公开网 www.example.com: its address, and nothing behind it. */
const HOME = /^\s?[(（]?(?:https?:\/\/)?www\.[\w-]{2,40}(?:\.[a-z]{2,8}){1,3}\/?[)）]?(?:\s|$)/iu;

const RIGHTS = /^\s?(?:版权所有|版權所有|主办|主辦|©|copyright)/iu;

const isAtEnd = ({ origin, before, after }: SeenTitle): boolean =>
  origin === 'line' && HAN.test(before) && after === '';

/** 【香菇蒸滑鸡的做法步骤图】…_某某谱, and the h1 香菇蒸滑鸡: what <title> says more about the title than its end does. */
function headingInside(seen: SeenTitle, headings: readonly Marked[]): SeenTitle | null {
  const own = headings.filter(({ tag, aside }) => tag === 'h1' && aside === 0);
  const value = own.length === 1 ? cleanTitle(own[0]?.text ?? '') : '';
  const at = value.length < LEAST_INSIDE ? -1 : seen.before.indexOf(value);
  if (at < 0) return null;
  const headTitle = seen.before + seen.value;
  return {
    value,
    origin: 'h1',
    before: headTitle.slice(0, at),
    after: headTitle.slice(at + value.length),
  };
}

interface SeenLine {
  readonly text: string;
  readonly origin: string;
  readonly bonus: number;
}

function headingLines(headings: readonly Marked[]): SeenLine[] {
  return headings.map((mark) => {
    const level = mark.tag === 'h1' ? SCORE.h1 : mark.tag.startsWith('h') ? SCORE.heading : 0;
    return {
      text: mark.text,
      origin: mark.tag === 'h1' ? 'h1' : 'heading',
      bonus: level + (mark.aside > 0 ? SCORE.aside : 0),
    };
  });
}

/** Forums name the document at the end of the path only. */
function pathEnds({ head }: PageFrame): SeenLine[] {
  return head.flatMap(({ path, kept }) => {
    if (kept) return [];
    return path?.strong ? [{ text: path.names.at(-1) ?? '', origin: 'breadcrumb', bonus: 0 }] : [];
  });
}

/** Lines that <title> has: what others are like matters to nobody. */
function titleLines({ head }: PageFrame, headTitle: string): SeenLine[] {
  return head.flatMap(({ text }, at) => {
    const value = text.length > MAX ? '' : cleanTitle(text);
    if (placeIn(headTitle, value) < 0 || !isTitleShaped(value)) return [];
    const below = head.slice(at + 1, at + 3);
    const isDated = below.some((line) => !line.kept && frameDates(line.text).length > 0);
    return [{ text, origin: 'line', bonus: isDated ? SCORE.dateBelow : 0 }];
  });
}

function placed(
  { text, origin, bonus }: SeenLine,
  headTitle: string,
  siteKeys: ReadonlySet<string>,
): (SeenTitle & { score: number }) | null {
  const value = text.length > MAX ? '' : cleanTitle(text);
  const at = placeIn(headTitle, value);
  if (at < 0) return null;
  const before = headTitle.slice(0, at);
  const after = headTitle.slice(at + value.length);
  const key = wordKey(value);
  let score = bonus + Math.min(SCORE.long, key.length / LONG);
  if (wordKey(before) === '') score += SCORE.start;
  else if (wordKey(after) === '') score += SCORE.end;
  const isSite = siteKeys.has(key) || isGreeting(after.replace(EDGE, ''));
  if (isSite || isEdition(value)) score += SCORE.site;
  const isPlace = origin === 'line' || origin === 'breadcrumb';
  if (isPlace && (isNewsShelf(value) || isShelfEnd({ origin, value, before, after })))
    score += SCORE.shelf;
  if (OFFICE.test(value) && before + after !== '') score += SCORE.office;
  return { value, origin, before, after, score };
}

/** 某某县信息网--工作通报, where the path ends in 工作通报 too and no line says it: the shelf that the page stands on. */
function isShelfEnd({ origin, value, before, after }: SeenTitle): boolean {
  const isLast = wordKey(after) === '' && wordKey(before) !== '';
  return isLast && origin === 'breadcrumb' && HAN.test(value) && value.length <= LONGEST_SHELF;
}

const LONGEST_SHELF = 6;

/** Where `<title>` has the text between its ends and separators; -1 if it has not. */
function placeIn(headTitle: string, text: string): number {
  if (!headTitle.includes(text) || text.replace(MARK, '').length < 2) return -1;
  // Among words in Latin letters a short line is found everywhere.
  if (!HAN.test(text) && text.length < headTitle.length * LEAST_LATIN) return -1;
  for (let at = headTitle.indexOf(text); at >= 0; at = headTitle.indexOf(text, at + 1)) {
    const before = headTitle.slice(Math.max(0, at - 3), at);
    const after = headTitle.slice(at + text.length, at + text.length + 3);
    if (BREAK_BEFORE.test(before) && BREAK_AFTER.test(after)) return at;
    // Blanks part only what is written without them.
    const blanks = before.endsWith(' ') || before === '';
    if (HAN.test(text) && blanks && (after.startsWith(' ') || after === '')) return at;
  }
  return -1;
}
