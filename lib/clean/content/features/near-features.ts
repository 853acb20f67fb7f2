import { at, log, share } from '../numbers.ts';
import type { FlowFeatures } from './feature-group.ts';

const OFFSETS = [-3, -2, -1, 1, 2, 3];
const FAR_BLOCKS = 60;
const WINDOWS = [3, 12];

/** The blocks before and after. */
export const nearFeatures: FlowFeatures = {
  names: [
    ...OFFSETS.flatMap((offset) => [`n${offset}:size`, `n${offset}:links`]),
    ...['proseBefore', 'proseAfter', 'lastProseSize', 'nextProseSize'],
    ...WINDOWS.flatMap((reach) => [`near${reach}:prose`, `near${reach}:links`]),
  ],
  write(row, from, index, context) {
    const { measures, proseBefore, proseAfter, sizeBefore, proseSums, linkSums } = context;
    let next = from;
    for (const offset of OFFSETS) {
      const near = measures[index + offset];
      row[next++] = near ? log(near.size) : -1;
      row[next++] = near ? share(near.linkSize, near.size) : -1;
    }
    const last = proseBefore[index] ?? -1;
    const following = proseAfter[index] ?? -1;
    row[next++] = last < 0 ? FAR_BLOCKS : Math.min(FAR_BLOCKS, index - last);
    row[next++] = following < 0 ? FAR_BLOCKS : Math.min(FAR_BLOCKS, following - index);
    row[next++] = log(measures[last]?.size ?? 0);
    row[next++] = log(measures[following]?.size ?? 0);
    for (const reach of WINDOWS) {
      const start = Math.max(0, index - reach);
      const end = Math.min(measures.length, index + reach + 1);
      const size = at(sizeBefore, end) - at(sizeBefore, start);
      row[next++] = share(at(proseSums, end) - at(proseSums, start), size);
      row[next++] = share(at(linkSums, end) - at(linkSums, start), size);
    }
  },
};
