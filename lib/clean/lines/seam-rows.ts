import { at } from '../content/numbers.ts';
import type { TextContext } from './line-features.ts';
import { LINE_FEATURE_NAMES, lineRows } from './text-context.ts';

/** What is said of a line above the first, and below the last. */
const OUTSIDE = -5;
const LEAST_TITLE = 1e-4;
const FARTHEST = 20;

const WIDTH = LINE_FEATURE_NAMES.length;
/** Features of the lines on both sides, and three of the title. */
const SEAM_WIDTH = WIDTH * 2 + 3;

/** Gets what the seams above and below a line are judged by; the rows are overwritten by the next call. */
export type VisitSeams = (index: number, above: Float32Array, below: Float32Array) => void;

/**
 * Calls `visit` for each line. A seam is judged by the line, the one beside it, and where the likeliest title stands,
 * which `title` tells by its probability for each line. Three rows are kept, not all: a text may have a million lines.
 */
export function visitSeams(context: TextContext, title: Float64Array, visit: VisitSeams): void {
  const count = context.lines.length;
  const rowOf = lineRows(context);
  const best = likeliest(title);
  let before = new Float32Array(WIDTH).fill(OUTSIDE);
  let own = new Float32Array(WIDTH);
  let after = new Float32Array(WIDTH);
  const above = new Float32Array(SEAM_WIDTH);
  const below = new Float32Array(SEAM_WIDTH);
  if (count > 0) own.set(rowOf(0));
  for (let index = 0; index < count; index += 1) {
    if (index + 1 < count) after.set(rowOf(index + 1));
    else after.fill(OUTSIDE);
    for (const [row, beside] of [
      [above, before],
      [below, after],
    ] as const) {
      row.set(own);
      row.set(beside, WIDTH);
      row[WIDTH * 2] = Math.log(Math.max(at(title, index), LEAST_TITLE));
      row[WIDTH * 2 + 1] = at(title, best);
      row[WIDTH * 2 + 2] = Math.max(-FARTHEST, Math.min(FARTHEST, index - best));
    }
    visit(index, above, below);
    [before, own, after] = [own, after, before];
  }
}

function likeliest(title: Float64Array): number {
  let best = 0;
  title.forEach((probability, index) => {
    if (probability > at(title, best)) best = index;
  });
  return best;
}
