import { at, log, share } from '../numbers.ts';
import type { FeatureGroup } from './feature-group.ts';

const KINDS = 'heading paragraph list-item quote code table-row image rule'.split(' ');
const TAGS =
  'p li td div span a dt dd button figcaption label strong b section article time font center noscript textarea'.split(
    ' ',
  );
const WIDE_WEIGHT = 2.5;

/** The block by itself. */
export const ownFeatures: FeatureGroup = {
  names: [
    ...['size', 'words', 'wideShare', 'linkShare', 'links', 'digitShare', 'upperShare', 'commas'],
    ...['stops', 'marks', 'separators', 'ending', 'images', 'strongShare', 'wordLength', 'isProse'],
    ...['kind', 'level', 'listed', 'quoted', 'cells', 'tag', 'hidden'],
  ],
  write(row, from, index, { blocks, measures, owners, tree }) {
    const block = blocks[index];
    const measure = measures[index];
    if (!block || !measure) return;
    const { size, words } = measure;
    const owner = owners[index];
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
    row[from + 12] = Math.min(measure.images, 5);
    row[from + 13] = share(measure.strong, size);
    row[from + 14] = share(size, words);
    row[from + 15] = Number(measure.isProse);
    row[from + 16] = KINDS.indexOf(block.kind);
    row[from + 17] = block.level;
    row[from + 18] = block.kind === 'list-item' ? (block.ordinal === null ? 1 : 2) : 0;
    row[from + 19] = block.quoted;
    row[from + 20] = Math.min(block.cells.length, 20);
    row[from + 21] = TAGS.indexOf(owner?.name ?? '');
    row[from + 22] = owner ? at(tree.hidden, owner.index) : 0;
  },
};
