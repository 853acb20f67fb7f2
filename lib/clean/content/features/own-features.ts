import { at, log, share } from '../numbers.ts';
import type { FeatureGroup, FlowFeatures } from './feature-group.ts';

const KINDS = 'heading paragraph list-item quote code table-row image rule'.split(' ');
const TAGS =
  'p li td div span a dt dd button figcaption label strong b section article time font center noscript textarea'.split(
    ' ',
  );
const WIDE_WEIGHT = 2.5;

/** The block's text by itself. */
export const ownFlowFeatures: FlowFeatures = {
  names: [
    ...['size', 'words', 'wideShare', 'linkShare', 'links', 'digitShare', 'upperShare', 'commas'],
    ...['stops', 'marks', 'separators', 'ending', 'strongShare', 'wordLength', 'isProse'],
  ],
  write(row, from, index, { measures }) {
    const measure = measures[index];
    if (!measure) return;
    const { size, words } = measure;
    row[from] = log(size);
    row[from + 1] = log(words);
    row[from + 2] = share(measure.wide * WIDE_WEIGHT, size);
    row[from + 3] = share(measure.linkSize, size);
    row[from + 4] = Math.min(measure.links, 30);
    row[from + 5] = share(measure.digits, size);
    row[from + 6] = share(measure.upper, size);
    row[from + 7] = Math.min(measure.commas, 30);
    row[from + 8] = Math.min(measure.stops, 30);
    row[from + 9] = Math.min(measure.otherMarks, 30);
    row[from + 10] = Math.min(measure.separators, 20);
    row[from + 11] = measure.ending;
    row[from + 12] = share(measure.strong, size);
    row[from + 13] = share(size, words);
    row[from + 14] = Number(measure.isProse);
  },
};

/** What the block is in the page's markup. */
export const ownMarkupFeatures: FeatureGroup = {
  names: ['kind', 'level', 'listed', 'quoted', 'cells', 'images', 'tag', 'hidden'],
  write(row, from, index, { blocks, measures, owners, tree }) {
    const block = blocks[index];
    const owner = owners[index];
    if (!block) return;
    row[from] = KINDS.indexOf(block.kind);
    row[from + 1] = block.level;
    row[from + 2] = block.kind === 'list-item' ? (block.ordinal === null ? 1 : 2) : 0;
    row[from + 3] = block.quoted;
    row[from + 4] = Math.min(block.cells.length, 20);
    row[from + 5] = Math.min(measures[index]?.images ?? 0, 5);
    row[from + 6] = TAGS.indexOf(owner?.name ?? '');
    row[from + 7] = owner ? at(tree.hidden, owner.index) : 0;
  },
};
