import { readBreadcrumb } from './breadcrumb.ts';
import { foldLine } from './fold-line.ts';
import { readMetaLine } from './meta-line.ts';
import type { RawLine } from './raw-line.ts';

/** Lines that no width cut: what printed pages have above or below, the rows of the frame. */
export function loneLines(lines: readonly RawLine[]): Set<RawLine> {
  const numbers = pageNumbers(lines);
  return new Set([...numbers, ...runningTitles(lines, numbers), ...lines.filter(isFrameRow)]);
}

/** Lines that number a page. */
export function pageNumbers(lines: readonly RawLine[]): Set<RawLine> {
  return new Set(lines.filter(({ text }) => PAGE_NUMBER.test(text)));
}

/** A line that comes again, or that each time stands beside the number of a page. */
export function runningTitles(lines: readonly RawLine[], numbers: ReadonlySet<RawLine>): RawLine[] {
  const isBeside = (index: number): boolean =>
    [lines[index - 1], lines[index + 1]].some((line) => line && numbers.has(line));
  const beside = new Set(lines.filter((_, index) => isBeside(index)));
  const same = Map.groupBy(lines, ({ text }) => text.replace(/\s+/g, ''));
  return [...same.values()].filter(isAgain).flat();

  function isAgain(group: readonly RawLine[]): boolean {
    if (group.length >= MIN_PAGES) return true;
    return group.length > 1 && group.every((line) => beside.has(line));
  }
}

const MIN_PAGES = 3;
const PAGE_NUMBER =
  /^(?:第 ?\d{1,4} ?页.{0,12}|.{0,40}·\d{1,4}·.{0,40}|[-—–·•] ?(?:第 ?)?\d{1,4} ?(?:页 ?)?[-—–·•]|\d{1,4}(?: ?\/ ?\d{1,4})?|page \d.{0,12})$/i;

/** A menu, a path, a row of fields: no sentence goes on behind it. */
function isFrameRow({ text }: RawLine): boolean {
  if (SENTENCE.test(text)) return false;
  if (TITLE_LABEL.test(text) || isEntryRow(text)) return true;
  const folded = foldLine(text);
  const meta = readMetaLine(text, folded);
  return (
    (meta !== null && (meta.viewer || meta.labels !== 1)) || readBreadcrumb(text, folded) !== null
  );
}

/** 首页 总结 计划 报告; of 在线阅览 文本模式 图像模式 each is a word, too. */
function isEntryRow(text: string): boolean {
  if (!HAN.test(text)) return false;
  const words = text.split(BLANKS);
  if (words.length < MIN_ENTRIES - 1 || words.some((word) => word.length > LONGEST_ENTRY)) {
    return false;
  }
  return words.length >= MIN_ENTRIES || words.every((word) => ENTRY.test(word));
}

/** 题名:某某调查报告 in the record of a library. */
const TITLE_LABEL = /^(?:题\s?名|篇\s?名|标\s?题|刊\s?名|书\s?名)\s?[:：]\s?\S/u;
const ENTRY = /^\p{sc=Han}{2,6}$/u;
const SENTENCE = /[。，；！？]/;
const BLANKS = /[\s\u3000]+/;
const MIN_ENTRIES = 4;
const LONGEST_ENTRY = 6;
const HAN = /\p{sc=Han}/u;
