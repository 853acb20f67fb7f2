import type { Block } from '../block.ts';
import { measureBlock } from '../content/block-measures.ts';
import { type FeatureGroup, rowWriter } from '../content/features/feature-group.ts';
import { nearFeatures } from '../content/features/near-features.ts';
import { textFeatures } from '../content/features/own-features.ts';
import { priorFeatures } from '../content/features/prior-features.ts';
import { flowContext } from '../content/flow-context.ts';
import type { Lexicon } from '../content/words/lexicon.ts';
import { wordScorer } from '../content/words/word-score.ts';
import { lineFeatures, type TextContext } from './line-features.ts';
import { ruledLines } from './ruled-lines.ts';
import type { Line } from './scan-lines.ts';

const GROUPS: readonly FeatureGroup<TextContext>[] = [
  priorFeatures,
  textFeatures,
  nearFeatures,
  lineFeatures,
];

/** What a line of an extracted text is judged by, in the order of a row: part of the learned model. */
export const LINE_FEATURE_NAMES: readonly string[] = GROUPS.flatMap(({ names }) => names);

/** All that is known of the lines of a text before they are judged; linear. */
export function textContext(lines: readonly Line[], lexicon: Lexicon): TextContext {
  const blocks = lines.map(({ block }) => block);
  const measures = blocks.map(measureBlock);
  const scoreOf = wordScorer(lexicon);
  const wordScores = Float64Array.from(measures, ({ text }) => scoreOf(text));
  const priors = wordScores.map((score) => 1 / (1 + Math.exp(-score - lexicon.bias)));
  let section = -1;
  const sectionBefore = Int32Array.from(lines, (line, index) => {
    const before = section;
    if (line.frame?.opens === 'section') section = index;
    return before;
  });
  const indented = blocks.filter(({ indent = 0 }) => indent > 0).length;
  return {
    ...flowContext(blocks, measures, wordScores, priors),
    lines,
    ruled: ruledLines(lines),
    lineNumbers: Int32Array.from(blocks, lineNumber),
    sectionBefore,
    indented: blocks.length > 0 ? indented / blocks.length : 0,
  };
}

/** Writes the features of a line; the array is the same for all and overwritten by the next call. */
export function lineRows(context: TextContext): (index: number) => Float32Array {
  return rowWriter(GROUPS, context);
}

const LINE = 'line:';

/** A text's own number; blocks of a page are lines one below the other. */
function lineNumber({ where }: Block, index: number): number {
  return where.startsWith(LINE) ? Number(where.slice(LINE.length)) : index;
}
