import { share } from '../numbers.ts';
import type { FlowFeatures } from './feature-group.ts';

const NEIGHBOURS = [-1, 1];
const WINDOWS = [3, 12];

/** The blocks before and after. */
export const nearFeatures: FlowFeatures = {
  names: [
    ...NEIGHBOURS.map((offset) => `n${offset}:size`),
    ...WINDOWS.map((reach) => `near${reach}:links`),
  ],
  write(row, from, index, { measures, sizeBefore, linkSums }) {
    let next = from;
    for (const offset of NEIGHBOURS) {
      const near = measures[index + offset];
      row[next++] = near ? Math.log1p(near.size) : -1;
    }
    for (const reach of WINDOWS) {
      const low = Math.max(0, index - reach);
      const high = Math.min(measures.length, index + reach + 1);
      const size = (sizeBefore[high] ?? 0) - (sizeBefore[low] ?? 0);
      row[next++] = share((linkSums[high] ?? 0) - (linkSums[low] ?? 0), size);
    }
  },
};
