import { isPlain, type Line } from './scan-lines.ts';
import { sectionEnd } from './section-lines.ts';
import { isLoneDate, readTextHead, type TextHead } from './text-head.ts';
import { findTextEnd } from './text-tail.ts';

/** What rules alone make of an extracted text. */
export interface RuledLines {
  readonly kept: readonly boolean[];
  readonly head: TextHead;
}

/**
 * Where the document begins and ends by the words of the lines alone. High in precision where the words are known: one
 * of the things the model judges by.
 */
export function ruledLines(lines: readonly Line[]): RuledLines {
  const found = readTextHead(lines);
  const to = findTextEnd(lines, found.bodyFrom);
  const head = hasFrame(lines, found, to) ? found : { ...found, bodyFrom: 0, titleAt: -1 };
  const kept = lines.map((_, at) => at >= head.bodyFrom && at < to);
  for (let at = head.bodyFrom; at < to; at += 1) at = cutInside(lines, at, to, kept);
  // Between the last paragraph and the signature below it the frame has its say too.
  const lastProse = lines.slice(0, to).findLastIndex((line) => line.prose);
  for (let at = lastProse + 1; at < to && lastProse >= head.bodyFrom; at += 1) {
    if (lines[at]?.frame) kept[at] = false;
  }
  return { kept, head };
}

/**
 * A first line that could be a title is one only on a page: text without any line of a frame is a document
 * that was cleaned before, and its first line stays.
 */
function hasFrame(lines: readonly Line[], head: TextHead, to: number): boolean {
  if (to < lines.length) return true;
  return lines.some((line, at) => {
    if (at < head.bodyFrom) return at !== head.titleAt && (!isPlain(line) || isLoneDate(line));
    return isInnerFrame(line) || line.promotions.length > 0;
  });
}

/** Cuts the line at `at` and the list it opens, if it is the frame's; answers the last index it has judged. */
function cutInside(lines: readonly Line[], at: number, to: number, kept: boolean[]): number {
  const line = lines[at];
  if (!line || !isInnerFrame(line)) return at;
  const end = line.frame?.opens === 'section' ? Math.min(to, sectionEnd(lines, at)) : at + 1;
  kept.fill(false, at, end);
  return end - 1;
}

/** Inside the document only what no document says goes. */
export function isInnerFrame(line: Line): boolean {
  if (line.pager) return true;
  return line.frame?.where === 'anywhere' && !line.prose;
}
