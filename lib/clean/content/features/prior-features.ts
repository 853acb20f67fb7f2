import { at, share } from '../numbers.ts';
import type { FlowFeatures } from './feature-group.ts';

const NEIGHBOURS = [-2, -1, 1, 2];
const WINDOWS = [2, 5];
const OUTSIDE = -1;
const NO_SCORE = -9;

/** What words and names speak for: of the block and of those around it. */
export const priorFeatures: FlowFeatures = {
  names: [
    ...['prior', 'wordScore', 'massBefore', 'massAfter', 'heading:prior', 'heading:size'],
    ...NEIGHBOURS.map((offset) => `n${offset}:prior`),
    ...NEIGHBOURS.map((offset) => `n${offset}:wordScore`),
    ...WINDOWS.map((reach) => `near${reach}:likely`),
  ],
  write(row, from, index, context) {
    const { priors, wordScores, massBefore, mass, sizeBefore, headingBefore } = context;
    const { blocks, measures } = context;
    const count = blocks.length;
    const heading = headingBefore[index] ?? -1;
    row[from] = at(priors, index);
    row[from + 1] = at(wordScores, index);
    row[from + 2] = share(at(massBefore, index), mass);
    row[from + 3] = share(mass - at(massBefore, index + 1), mass);
    row[from + 4] = priors[heading] ?? OUTSIDE;
    row[from + 5] = Math.log1p(measures[heading]?.size ?? 0);
    let next = from + 6;
    for (const offset of NEIGHBOURS) row[next++] = priors[index + offset] ?? OUTSIDE;
    for (const offset of NEIGHBOURS) row[next++] = wordScores[index + offset] ?? NO_SCORE;
    for (const reach of WINDOWS) {
      const low = Math.max(0, index - reach);
      const high = Math.min(count, index + reach + 1);
      const size = at(sizeBefore, high) - at(sizeBefore, low);
      row[next++] = share(at(massBefore, high) - at(massBefore, low), size);
    }
  },
};
