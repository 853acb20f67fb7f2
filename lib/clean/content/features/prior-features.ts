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
    const words = from + 6 + NEIGHBOURS.length;
    for (let near = 0; near < NEIGHBOURS.length; near += 1) {
      const place = index + (NEIGHBOURS[near] ?? 0);
      row[from + 6 + near] = priors[place] ?? OUTSIDE;
      row[words + near] = wordScores[place] ?? NO_SCORE;
    }
    const windows = words + NEIGHBOURS.length;
    for (let window = 0; window < WINDOWS.length; window += 1) {
      const reach = WINDOWS[window] ?? 0;
      const low = Math.max(0, index - reach);
      const high = Math.min(count, index + reach + 1);
      const size = at(sizeBefore, high) - at(sizeBefore, low);
      row[windows + window] = share(at(massBefore, high) - at(massBefore, low), size);
    }
  },
};
