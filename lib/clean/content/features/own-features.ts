import { share } from '../numbers.ts';
import type { FeatureGroup, FlowFeatures } from './feature-group.ts';

const KINDS = 'heading paragraph list-item quote code table-row image rule'.split(' ');

/** The block's text by itself. */
export const textFeatures: FlowFeatures = {
  names: ['size', 'words', 'linkShare', 'links', 'upperShare', 'digitShare', 'stops', 'ending'],
  write(row, from, index, { measures }) {
    const measure = measures[index];
    if (!measure) return;
    const { size } = measure;
    row[from] = Math.log1p(size);
    row[from + 1] = Math.log1p(measure.words);
    row[from + 2] = share(measure.linkSize, size);
    row[from + 3] = Math.min(measure.links, 30);
    row[from + 4] = share(measure.upper, size);
    row[from + 5] = share(measure.digits, size);
    row[from + 6] = Math.min(measure.stops, 30);
    row[from + 7] = measure.ending;
  },
};

/** What the block is in the page's markup. */
export const markupFeatures: FeatureGroup = {
  names: ['kind', 'hidden'],
  write(row, from, index, { blocks, ownerIndices, tree }) {
    row[from] = KINDS.indexOf(blocks[index]?.kind ?? '');
    row[from + 1] = tree.hidden[ownerIndices[index] ?? 0] ?? 0;
  },
};
