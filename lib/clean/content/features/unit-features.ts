import { parentElement } from '../../dom/page-element.ts';
import { share } from '../numbers.ts';
import type { FeatureGroup } from './feature-group.ts';

const NAMES = ['unit:siblings', 'unit:share', 'unit:groupLinks', 'unit:groupMass'];

/** The repeated box the block is in: a card, a teaser, a post. */
export const unitFeatures: FeatureGroup = {
  names: NAMES,
  write(row, from, index, { ownerIndices, units, total, likely, mass }) {
    const unit = units[ownerIndices[index] ?? 0];
    if (!unit) {
      row.fill(-1, from, from + NAMES.length);
      return;
    }
    const group = parentElement(unit.element)?.index ?? unit.element.index;
    row[from] = Math.log1p(unit.siblings);
    row[from + 1] = share(unit.groupSize, total);
    row[from + 2] = share(unit.groupLinks, unit.groupSize);
    row[from + 3] = share(likely.mass[group] ?? 0, mass);
  },
};
