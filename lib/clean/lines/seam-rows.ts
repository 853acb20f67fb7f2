import { at } from '../content/numbers.ts';
import type { TextContext } from './line-features.ts';
import { LINE_FEATURE_NAMES, lineRows } from './text-context.ts';

/** What is said of a line above the first, and below the last. */
const OUTSIDE = -5;
const LEAST_TITLE = 1e-4;
const FARTHEST = 20;

const WIDTH = LINE_FEATURE_NAMES.length;
/** Features of the lines on both sides, and three of the title. */
export const SEAM_WIDTH = WIDTH * 2 + 3;

/** The features of every line of a text. */
export interface LineTable {
  readonly count: number;
  /** The line's row; do not keep it. */
  rowOf(index: number): Float32Array;
}

export function lineTable(context: TextContext): LineTable {
  const count = context.lines.length;
  const rowOf = lineRows(context);
  const table = new Float32Array(count * WIDTH);
  for (let index = 0; index < count; index += 1) table.set(rowOf(index), index * WIDTH);
  return { count, rowOf: (index) => table.subarray(index * WIDTH, (index + 1) * WIDTH) };
}

/**
 * What the seam between a line and the one `step` away is judged by: the two lines, and where the likeliest title
 * stands, which `title` tells by its probability for each line. The row is overwritten by the next call.
 */
export function seamRows(
  table: LineTable,
  title: Float64Array,
  step: 1 | -1,
): (index: number) => Float32Array {
  const row = new Float32Array(SEAM_WIDTH);
  let best = 0;
  title.forEach((probability, index) => {
    if (probability > at(title, best)) best = index;
  });
  return (index) => {
    row.set(table.rowOf(index));
    const beside = index + step;
    if (beside >= 0 && beside < table.count) row.set(table.rowOf(beside), WIDTH);
    else row.fill(OUTSIDE, WIDTH, WIDTH * 2);
    row[WIDTH * 2] = Math.log(Math.max(at(title, index), LEAST_TITLE));
    row[WIDTH * 2 + 1] = at(title, best);
    row[WIDTH * 2 + 2] = Math.max(-FARTHEST, Math.min(FARTHEST, index - best));
    return row;
  };
}
