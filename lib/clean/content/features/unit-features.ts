import { at, log, share } from '../numbers.ts';
import type { FeatureGroup } from './feature-group.ts';

const NAMES = [
  ...['unit:siblings', 'unit:position', 'unit:size', 'unit:links', 'unit:prose', 'unit:headings'],
  ...['unit:share', 'unit:groupLinks', 'unit:groupProse', 'unit:depth'],
];

/** The repeated box the block is in: a card, a teaser, a post. */
export const unitFeatures: FeatureGroup = {
  names: NAMES,
  write(put, { owner, context }) {
    const { tree, total } = context;
    const unit = owner ? context.units[owner.index] : null;
    if (!owner || !unit) {
      for (const _name of NAMES) put(-1);
      return;
    }
    const box = unit.element.index;
    const size = at(tree.size, box);
    put(log(unit.siblings));
    put(Math.min(30, unit.position));
    put(log(size));
    put(share(at(tree.linkSize, box), size));
    put(share(at(tree.prose, box), size));
    put(share(unit.withHeading, unit.siblings));
    put(share(unit.groupSize, total));
    put(share(unit.groupLinks, unit.groupSize));
    put(share(unit.groupProse, unit.groupSize));
    put(at(tree.depth, owner.index) - at(tree.depth, box));
  },
};
