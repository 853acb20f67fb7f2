import type { BlockMeasures } from '../block-measures.ts';
import { at, log, share } from '../numbers.ts';
import type { PageContext } from '../page-context.ts';
import type { FeatureGroup, Put } from './feature-group.ts';

const OFFSETS = [-3, -2, -1, 1, 2, 3];
const FAR_BLOCKS = 60;
const FAR_HEADING = 40;
const NEAR_REACH = 3;
const WIDE_REACH = 12;

/** The blocks before and after, and the heading above. */
export const nearFeatures: FeatureGroup = {
  names: [
    ...OFFSETS.flatMap((offset) => [`n${offset}:size`, `n${offset}:links`, `n${offset}:prose`]),
    ...['proseBefore', 'proseAfter', 'lastProseSize', 'nextProseSize', 'near:prose', 'near:links'],
    ...['wide:prose', 'wide:links', 'section', 'sectionAge', 'sectionLevel', 'headingSize'],
  ],
  write(put, { index, context }) {
    const { measures } = context;
    for (const offset of OFFSETS) putNeighbour(put, measures[index + offset]);
    const last = context.proseBefore[index] ?? -1;
    const next = context.proseAfter[index] ?? -1;
    put(last < 0 ? FAR_BLOCKS : Math.min(FAR_BLOCKS, index - last));
    put(next < 0 ? FAR_BLOCKS : Math.min(FAR_BLOCKS, next - index));
    put(log(measures[last]?.size ?? 0));
    put(log(measures[next]?.size ?? 0));
    putWindow(put, context, index, NEAR_REACH);
    putWindow(put, context, index, WIDE_REACH);
    const section = context.sections[index];
    put(section?.category ?? 0);
    put(Math.min(FAR_HEADING, section?.age ?? FAR_HEADING));
    put(section?.level ?? 0);
    put(log(section?.headingSize ?? 0));
  },
};

function putNeighbour(put: Put, near: BlockMeasures | undefined): void {
  put(near ? log(near.size) : -1);
  put(near ? share(near.linkSize, near.size) : -1);
  put(near ? Number(near.isProse) : -1);
}

function putWindow(put: Put, context: PageContext, index: number, reach: number): void {
  const from = Math.max(0, index - reach);
  const to = Math.min(context.blocks.length, index + reach + 1);
  const within = (sums: Float64Array): number => at(sums, to) - at(sums, from);
  const size = within(context.sizeBefore);
  put(share(within(context.proseSums), size));
  put(share(within(context.linkSums), size));
}
