import { type Forest, plantForest, predict, type TreeData } from '../content/tree-model.ts';
import { readLexicon } from '../content/words/lexicon.ts';
import { once } from '../once.ts';
import { likeliestCourse, likelyKept, type Seams } from './line-course.ts';
import type { RuledLines } from './ruled-lines.ts';
import type { Line } from './scan-lines.ts';
import { lineTable, seamRows } from './seam-rows.ts';
import { textContext } from './text-context.ts';
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
  const table = lineTable(context);
  const title = new Float64Array(lines.length);
  for (const index of lines.keys()) title[index] = predict(forests.title, table.rowOf(index));
  const seams = {
    down: judgeSeams(forests.down, lines, seamRows(table, title, -1)),
    up: judgeSeams(forests.up, lines, seamRows(table, title, 1)),
  };
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

function judgeSeams(
  { enter, leave }: SeamForests,
  lines: readonly Line[],
  rowOf: (index: number) => Float32Array,
): Seams {
  const seams = {
    enter: new Float64Array(lines.length),
    leave: new Float64Array(lines.length),
  };
  for (const [index, line] of lines.entries()) {
    const row = rowOf(index);
    const isLong = line.prose && line.text.length >= LONG;
    seams.enter[index] = Math.max(predict(enter, row), isLong ? 1 - LOST : 0);
    seams.leave[index] = Math.min(predict(leave, row), isLong ? LOST : 1);
  }
  return seams;
}
