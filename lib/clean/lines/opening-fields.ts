import { at } from '../content/numbers.ts';
import { namesEra } from '../metadata/byline.ts';
import type { Line } from './scan-lines.ts';
import { isLoneDate } from './text-head.ts';

/** The model is in doubt about the first of several. */
const DOUBTED = 0.15;

/** Judges the day and the poet between title and text: the page's where there is one of them, the document's where more follow. */
export function settleFields(lines: readonly Line[], keep: Float64Array, kept: boolean[]): void {
  keepFirst(lines, keep, kept, isLoneDate);
  keepFirst(lines, keep, kept, isPoet);
  cutDay(lines, kept);
  cutPoet(lines, kept);
}

/** The first day of a diary, the first poet of a collection, right above the text: others are kept inside it, above text of theirs. */
function keepFirst(
  lines: readonly Line[],
  keep: Float64Array,
  kept: boolean[],
  isField: (line: Line) => boolean,
): void {
  const first = kept.indexOf(true);
  const [line, below] = [lines[first - 1], lines[first]];
  if (!line || !below || at(keep, first - 1) < DOUBTED) return;
  if (!isField(line) || isField(below)) return;
  const isOther = (one: Line, index: number): boolean =>
    index > first && kept[index] === true && kept[index + 1] === true && isField(one);
  const other = lines.findIndex(isOther);
  // Below the day that signs a text nothing runs on.
  if (other >= 0 && lines[other + 1]?.prose === below.prose) kept[first - 1] = true;
}

/** 2024.01.15 below the title is the day of the page; in a diary other days stand below it. */
function cutDay(lines: readonly Line[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  if (first > 0) cutField(lines, kept, first, isLoneDate);
}

/** 〔明〕林知微 is who wrote the poem, and above it stands the title; in a collection other names stand below it. */
function cutPoet(lines: readonly Line[], kept: boolean[]): void {
  const first = kept.indexOf(true);
  const at = isPoet(lines[first]) ? first : first + 1;
  if (at === 0 || !cutField(lines, kept, at, isPoet)) return;
  kept[first] = false;
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
