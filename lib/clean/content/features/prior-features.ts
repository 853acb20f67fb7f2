import { at, share } from '../numbers.ts';
import type { FlowFeatures } from './feature-group.ts';

const OFFSETS = [-3, -2, -1, 1, 2, 3];
const WORD_OFFSETS = [-2, -1, 1, 2];
const WINDOWS = [2, 5, 12];
const SIDE = 6;
const OUTSIDE = -1;
const NO_SCORE = -9;
const FAR_BLOCKS = 60;

/** What words and names speak for: of the block and of those around it. */
export const priorFeatures: FlowFeatures = {
  names: [
    ...['prior', 'wordScore'],
    ...OFFSETS.map((offset) => `n${offset}:prior`),
    ...WORD_OFFSETS.map((offset) => `n${offset}:wordScore`),
    ...WINDOWS.map((reach) => `near${reach}:likely`),
    ...['above:likely', 'below:likely', 'massBefore', 'massAfter'],
    ...['likelyBefore', 'likelyBeforeSize', 'likelyAfter', 'likelyAfterSize'],
    ...['heading:prior', 'heading:age', 'heading:level', 'heading:size'],
  ],
  write(row, from, index, context) {
    const { wordScores, blocks, measures, sizeBefore, headingBefore } = context;
    const { priors, massBefore, mass } = context;
    const count = blocks.length;
    let next = from;
    row[next++] = at(priors, index);
    row[next++] = at(wordScores, index);
    for (const offset of OFFSETS) row[next++] = priors[index + offset] ?? OUTSIDE;
    for (const offset of WORD_OFFSETS) row[next++] = wordScores[index + offset] ?? NO_SCORE;
    const likelyShare = (start: number, end: number): number => {
      const low = Math.max(0, start);
      const high = Math.min(count, end);
      return share(
        at(massBefore, high) - at(massBefore, low),
        at(sizeBefore, high) - at(sizeBefore, low),
      );
    };
    for (const reach of WINDOWS) row[next++] = likelyShare(index - reach, index + reach + 1);
    row[next++] = likelyShare(index - SIDE, index);
    row[next++] = likelyShare(index + 1, index + 1 + SIDE);
    row[next++] = share(at(massBefore, index), mass);
    row[next++] = share(at(massBefore, count) - at(massBefore, index + 1), mass);
    const before = at(context.likelyBefore, index);
    const after = at(context.likelyAfter, index);
    row[next++] = before < 0 ? FAR_BLOCKS + 1 : Math.min(FAR_BLOCKS, index - before);
    row[next++] = before < 0 ? 12 : Math.log1p(at(sizeBefore, index) - at(sizeBefore, before + 1));
    row[next++] = after < 0 ? FAR_BLOCKS + 1 : Math.min(FAR_BLOCKS, after - index);
    row[next++] = after < 0 ? 12 : Math.log1p(at(sizeBefore, after) - at(sizeBefore, index + 1));
    const heading = at(headingBefore, index);
    row[next++] = heading < 0 ? OUTSIDE : at(priors, heading);
    row[next++] = heading < 0 ? FAR_BLOCKS + 1 : Math.min(FAR_BLOCKS, index - heading);
    row[next++] = blocks[heading]?.level ?? 0;
    row[next++] = Math.log1p(measures[heading]?.size ?? 0);
  },
};
