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
  write(put, { block, measure, owner, context }) {
    const { size, words } = measure;
    put(log(size));
    put(log(words));
    put(share(measure.wide * WIDE_WEIGHT, size));
    put(share(measure.linkSize, size));
    put(Math.min(measure.links, 30));
    put(share(measure.digits, size));
    put(share(measure.upper, size));
    put(Math.min(measure.commas, 30));
    put(Math.min(measure.stops, 30));
    put(Math.min(measure.otherMarks, 30));
    put(Math.min(measure.separators, 20));
    put(measure.ending);
    put(Math.min(measure.images, 5));
    put(share(measure.strong, size));
    put(share(size, words));
    put(Number(measure.isProse));
    put(KINDS.indexOf(block.kind));
    put(block.level);
    put(block.kind === 'list-item' ? (block.ordinal === null ? 1 : 2) : 0);
    put(block.quoted);
    put(Math.min(block.cells.length, 20));
    put(TAGS.indexOf(owner?.name ?? ''));
    put(owner ? at(context.tree.hidden, owner.index) : 0);
  },
};
