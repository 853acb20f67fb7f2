import { namesEra } from '../metadata/byline.ts';
import type { Line } from './scan-lines.ts';
import { isLoneDate } from './text-head.ts';

/** 2024.01.15 below the title is the day of the page; in a diary other days stand below it. */
export function cutDay(lines: readonly Line[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  if (first > 0) cutField(lines, kept, first, isLoneDate);
}

/** 〔明〕林知微 is who wrote the poem, and above it stands the title; in a collection other names stand below it. */
export function cutPoet(lines: readonly Line[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  const at = isPoet(lines[first]) ? first : first + 1;
  if (at === 0 || !cutField(lines, kept, at, isPoet)) return;
  kept[first] = false;
}

/** The first day of a diary and the first poet of a collection are the document's: others like them are. */
export function keepFirstField(lines: readonly Line[], kept: boolean[]): void {
  const above = kept.indexOf(true) - 1;
  const line = lines[above];
  if (!line) return;
  for (const isField of [isLoneDate, isPoet]) {
    if (isField(line) && lines.some((one, index) => kept[index] && isField(one))) {
      kept[above] = true;
    }
  }
}

const isPoet = (line: Line | undefined): boolean => line !== undefined && namesEra(line.text);

/** Cuts a line of the document's start if it is a field, and the only one of its kind; whether it did. */
function cutField(
  lines: readonly Line[],
  kept: boolean[],
  at: number,
  isField: (line: Line) => boolean,
): boolean {
  const line = lines[at];
  if (!line || !kept[at] || at >= kept.lastIndexOf(true) || !isField(line)) return false;
  if (lines.some((one, index) => index > at && kept[index] && isField(one))) return false;
  kept[at] = false;
  return true;
}
