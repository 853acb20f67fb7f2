import { parentElement } from '../../dom/page-element.ts';
import { at, log, share } from '../numbers.ts';
import type { FeatureGroup } from './feature-group.ts';

const NAMES = [
  ...['unit:siblings', 'unit:position', 'unit:size', 'unit:links', 'unit:prose', 'unit:headings'],
  ...['unit:share', 'unit:groupLinks', 'unit:groupProse', 'unit:depth'],
  ...['unit:likely', 'unit:mass', 'unit:groupLikely', 'unit:groupMass'],
];

/** The repeated box the block is in: a card, a teaser, a post. */
export const unitFeatures: FeatureGroup = {
  names: NAMES,
  write(row, from, index, { owners, units, tree, total, likely, mass }) {
    const owner = owners[index];
    const unit = owner ? units[owner.index] : null;
    if (!owner || !unit) {
      row.fill(-1, from, from + NAMES.length);
      return;
    }
    const box = unit.element.index;
    const size = at(tree.size, box);
    const group = parentElement(unit.element)?.index ?? box;
    row[from] = log(unit.siblings);
    row[from + 1] = Math.min(30, unit.position);
    row[from + 2] = log(size);
    row[from + 3] = share(at(tree.linkSize, box), size);
    row[from + 4] = share(at(tree.prose, box), size);
    row[from + 5] = share(unit.withHeading, unit.siblings);
    row[from + 6] = share(unit.groupSize, total);
    row[from + 7] = share(unit.groupLinks, unit.groupSize);
    row[from + 8] = share(unit.groupProse, unit.groupSize);
    row[from + 9] = at(tree.depth, owner.index) - at(tree.depth, box);
    row[from + 10] = share(at(likely.mass, box), size);
    row[from + 11] = share(at(likely.mass, box), mass);
    row[from + 12] = share(at(likely.mass, group), at(tree.size, group));
    row[from + 13] = share(at(likely.mass, group), mass);
  },
};
