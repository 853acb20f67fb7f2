import { type Forest, plantForest, predict, type TreeData } from '../content/tree-model.ts';
import { readLexicon } from '../content/words/lexicon.ts';
import { once } from '../once.ts';
import { likeliestCourse, likelyKept, type Seams } from './line-course.ts';
import type { RuledLines } from './ruled-lines.ts';
import type { Line } from './scan-lines.ts';
import { visitSeams } from './seam-rows.ts';
import { lineRows, textContext } from './text-context.ts';
import model from './text-model.json' with { type: 'json' };

/** The model, ready for use. */
const readModel = once(() => ({
  lexicon: readLexicon(model.lexicon),
  title: plantForest({ features: model.features, trees: model.title }),
  down: plantSeams(model.down),
  up: plantSeams(model.up),
}));

/** No frame talks at such length: a text in one run, or a paragraph. */
const LONG = 300;
/** How probable it is at most that one is not the document's. */
const LOST = 0.1;
/** What the model makes of the lines of a text. */
export interface ReadLines {
  /** The likeliest course through the text. */
  readonly kept: boolean[];
  /** Probability of each line to be the document's, and to be its title. */
  readonly keep: Float64Array;
  readonly title: Float64Array;
  readonly ruled: RuledLines;
}

/** Probability of each line to be the document's, by its words and those around it. */
export function keepProbabilities(lines: readonly Line[]): Float64Array {
  return readLines(lines).keep;
}

/** Judges the seams above and below each line by the lines on both sides. */
export function readLines(lines: readonly Line[]): ReadLines {
  const { lexicon, ...forests } = readModel();
  const context = textContext(lines, lexicon);
  const rowOf = lineRows(context);
  const title = new Float64Array(lines.length);
  for (const index of lines.keys()) title[index] = predict(forests.title, rowOf(index));
  const seams = { down: noSeams(lines.length), up: noSeams(lines.length) };
  visitSeams(context, title, (index, above, below) => {
    const line = lines[index];
    const isLong = line?.prose === true && line.text.length >= LONG;
    judgeSeam(forests.down, above, isLong, index, seams.down);
    judgeSeam(forests.up, below, isLong, index, seams.up);
  });
  const { ruled } = context;
  return { kept: likeliestCourse(seams), keep: likelyKept(seams), title, ruled };
}

interface SeamForests {
  readonly enter: Forest;
  readonly leave: Forest;
}

function plantSeams(trees: { enter: TreeData[]; leave: TreeData[] }): SeamForests {
  const plant = (trees: TreeData[]): Forest => plantForest({ features: model.features, trees });
  return { enter: plant(trees.enter), leave: plant(trees.leave) };
}

function noSeams(count: number): Seams {
  return { enter: new Float64Array(count), leave: new Float64Array(count) };
}

function judgeSeam(
  { enter, leave }: SeamForests,
  row: Float32Array,
  isLong: boolean,
  index: number,
  into: Seams,
): void {
  into.enter[index] = Math.max(predict(enter, row), isLong ? 1 - LOST : 0);
  into.leave[index] = Math.min(predict(leave, row), isLong ? LOST : 1);
}
