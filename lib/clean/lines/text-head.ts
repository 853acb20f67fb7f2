import { isMasthead } from '../metadata/never-title.ts';
import { rememberingPage } from '../page-memory.ts';
import { isNumberedHeading, isSalutation, isTitleShaped } from './prose.ts';
import { isPlain, type Line } from './scan-lines.ts';
import { filedTitle, isFileRow } from './told-title.ts';

/** The head of an extracted page is short: menus, path, title, meta line. */
const HEAD_LINES = 40;
const NAMELESS =
  /^(?:前言|引言|摘要|摘 要|目录|目 录|正文|附件|内容提要|导语|简介|abstract|contents)$/u;
/** So many lines that say nothing of themselves may stand between two of the head: a name, a rank. */
const MOST_BETWEEN = 3;
const WORD = /[\p{L}\p{N}]/u;
const ABOUT = /^【(.{2,60})】/u;
const LONGEST_NAME = 20;
const COUNTED = /\d|[:：]\s/u;
const LONE_DATE =
  /^\(?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\)?$|^\(?(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日?) \d{1,2}:\d{2}(?::\d{2})?\)?$/u;
const FIRST_FLOOR = /^(?:第? ?1 ?(?:楼|#|层)|楼主)|^发表于/u;
const SUBTITLE = /^[—–-]{1,2}[^—–-]/u;

/** The head: what the page says above the document. */
export interface TextHead {
  readonly bodyFrom: number;
  readonly titleAt: number;
  /** The line that heads a thread's first post, -1 if there is none. */
  readonly floorAt: number;
  readonly title: string | null;
  readonly author: string | null;
}

export function isLoneDate(line: Line): boolean {
  return LONE_DATE.test(line.folded);
}

/**
 * Finds the title and the first line of the document. The title is what the lead line, the path or the tail
 * says it is, else the line above the meta line, else the first line that is shaped like one.
 */
export function readTextHead(lines: readonly Line[]): TextHead {
  const limit = Math.min(lines.length, HEAD_LINES);
  const proseAt = lines.findIndex(
    (line) => line.prose && !isFirstFloor(line) && !isFileRow(line.text),
  );
  const end = proseAt < 0 ? limit : Math.min(limit, proseAt);
  const floorAt = lastIndex(lines, 0, Math.min(end + 1, limit), isFirstFloor);
  const titleAt = findTitle(lines, end, floorAt);
  const stated = lines.find((line) => line.lead)?.lead?.title ?? null;
  const title = cleanTitle(stated ?? (titleAt < 0 ? null : (lines[titleAt]?.text ?? null)));
  const frameAt = lastFrame(lines, titleAt + 1, end);
  let bodyFrom = Math.max(titleAt, floorAt, headEnd(lines, titleAt, frameAt, end)) + 1;
  while (bodyFrom < lines.length && isSkipped(lines[bodyFrom], title)) bodyFrom += 1;
  return { bodyFrom, titleAt, floorAt, title, author: authorBelow(lines, titleAt, floorAt) };
}

/** The name that forums write between the title and the head of the first post; their counters have digits. */
export function authorBelow(
  lines: readonly Line[],
  titleAt: number,
  floorAt: number,
): string | null {
  if (titleAt < 0) return null;
  const from = Math.max(titleAt, lastNaming(lines, floorAt)) + 1;
  const between = lines.slice(from, Math.max(from, floorAt));
  return between.find(isName)?.text ?? null;
}

/** The last line above the first post that is the path or says the title at its end again: menus stand above it. */
function lastNaming(lines: readonly Line[], floorAt: number): number {
  const title = lines.find((line) => line.crumb)?.crumb?.title ?? null;
  if (title === null) return -1;
  return lastIndex(lines, 0, floorAt, ({ crumb, text }) => crumb !== null || tells(text, title));
}

function isName(line: Line): boolean {
  return isPlain(line) && line.text.length <= LONGEST_NAME && !COUNTED.test(line.text);
}

const TITLE_TAIL =
  /\s?(?:\[复制(?:链接)?\]|\[打印本页\]|\[原创\]|\(图\)|\[荐\]|\.(?:docx?|pdf|pptx?|xlsx?|txt|wps|rtf))$/iu;

/** The title without what the template adds to it: a copy button, the name of a file type. */
export function cleanTitle(title: string | null): string | null {
  return title?.replace(TITLE_TAIL, '').trim() || null;
}

/** The head of the thread's first post. */
export function isFirstFloor(line: Line | undefined): boolean {
  return line !== undefined && line.frame?.reason === 'comments' && FIRST_FLOOR.test(line.folded);
}

/** Frame lines of the head hold the document back only if they are of the page, not an ad inside it. */
function isHeadFrame(line: Line): boolean {
  return !isPlain(line) || isLoneDate(line);
}

/** Index of the last frame line of the head: a run of other lines is the document. */
function lastFrame(lines: readonly Line[], from: number, end: number): number {
  let last = from - 1;
  for (let at = from; at < end && at - last <= MOST_BETWEEN + 1; at += 1) {
    const line = lines[at];
    if (line && isHeadFrame(line)) last = at;
  }
  return last;
}

/** Lines between title and the last frame line are the frame's too, unless they begin the document. */
function headEnd(lines: readonly Line[], titleAt: number, frameAt: number, end: number): number {
  for (let at = titleAt + 1; at < Math.min(frameAt, end); at += 1) {
    const line = lines[at];
    if (line && isPlain(line) && beginsDocument(line)) return at - 1;
  }
  return frameAt;
}

function beginsDocument({ text }: Line): boolean {
  return isSalutation(text) || isNumberedHeading(text) || SUBTITLE.test(text);
}

function isSkipped(line: Line | undefined, title: string | null): boolean {
  if (!line) return false;
  if (line.frame?.opens === 'section' && line.frame.reason === 'comments') return false;
  return isHeadFrame(line) || (title !== null && sameWords(line.text, title));
}

function findTitle(lines: readonly Line[], end: number, floorAt: number): number {
  const begins = lines.slice(0, end).findIndex((line) => isPlain(line) && beginsDocument(line));
  const head = lines.slice(0, begins < 0 ? end : begins);
  const candidates = head.flatMap((line, at) => (isCandidate(line) ? [at] : []));
  const lead = lines.find((line) => line.lead)?.lead?.title;
  const crumbAt = head.findIndex((line) => line.crumb);
  const crumbTitle = head[crumbAt]?.crumb?.title ?? null;
  const about = lines.map((line) => ABOUT.exec(line.text)?.[1]).find((name) => name !== undefined);
  const named = (name: string | null | undefined): number =>
    name ? (candidates.findLast((at) => tells(lines[at]?.text ?? '', name)) ?? -1) : -1;

  const byName = [lead, crumbTitle, about, filedTitle(head)].map(named).find((at) => at >= 0);
  if (byName !== undefined) return byName;
  const metaAt = head.findIndex(
    (line, at) => (line.meta && !line.meta.viewer) || (at > 0 && isLoneDate(line)),
  );
  const aboveMeta =
    metaAt < 0 ? undefined : candidates.findLast((at) => at < metaAt && at > crumbAt);
  if (aboveMeta !== undefined) return aboveMeta;
  const first = candidates.find((at) => at > crumbAt && (floorAt < 0 || at < floorAt));
  return first ?? candidates[0] ?? -1;
}

function isCandidate(line: Line): boolean {
  return (
    isPlain(line) &&
    WORD.test(line.text) &&
    isTitleShaped(line.text) &&
    !NAMELESS.test(line.folded) &&
    !isMasthead(line.folded) &&
    !isLoneDate(line)
  );
}

/** One names the other: sites shorten titles and add 范文 to them. */
function tells(line: string, name: string): boolean {
  const a = key(line);
  const b = key(name);
  return a === b || (b.length >= 4 && a.includes(b)) || (a.length >= 6 && b.includes(a));
}

export function sameWords(a: string, b: string): boolean {
  return key(a) === key(b);
}

const NOT_WORDS = /[^\p{L}\p{N}]/gu;

const key = rememberingPage((text: string): string =>
  text.slice(0, 300).replace(NOT_WORDS, '').toLowerCase(),
);

function lastIndex(
  lines: readonly Line[],
  from: number,
  to: number,
  matches: (line: Line) => boolean,
): number {
  for (let at = Math.min(to, lines.length) - 1; at >= from; at -= 1) {
    const line = lines[at];
    if (line && matches(line)) return at;
  }
  return -1;
}
