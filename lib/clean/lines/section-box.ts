import { hasChinese } from '../has-chinese.ts';
import type { Line } from './scan-lines.ts';
import { linksOnly } from './section-lines.ts';

/** A heading has a box of its own, and that box one with its list. */
const MOST_STEPS = 2;
const LINK = />a(?:[.[][^>]*)?$/u;

/**
 * Index behind the last line of the box that the heading of a list opens, lists with how each text begins too:
 * 猜您喜欢, a link, a sentence. `at + 1` if the heading does not open a box, or no line in it is a link; and where it is
 * not Chinese: front pages call parts of theirs Most Popular.
 */
export function sectionBoxEnd(lines: readonly Line[], at: number): number {
  if (!hasChinese(lines[at]?.text ?? '')) return at + 1;
  let box = lines[at]?.block.where ?? '';
  for (let step = 0; step < MOST_STEPS; step += 1) {
    box = box.slice(0, Math.max(0, box.lastIndexOf('>')));
    if (box === '' || isInside(lines[at - 1], box)) break;
    const end = boxEnd(lines, at, box);
    if (lines.slice(at + 1, end).some(isLink)) return end;
  }
  return at + 1;
}

function boxEnd(lines: readonly Line[], at: number, box: string): number {
  const end = lines.findIndex((line, index) => index > at && !isInside(line, box));
  return end < 0 ? lines.length : end;
}

const isInside = (line: Line | undefined, box: string): boolean =>
  line?.block.where.startsWith(`${box}>`) === true;

const isLink = (line: Line): boolean => LINK.test(line.block.where) || linksOnly(line);
