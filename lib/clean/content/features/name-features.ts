import { CATEGORY_COUNT, CLASS_CATEGORIES } from '../class-categories.ts';
import { at, log, share } from '../numbers.ts';
import { TEXT_CATEGORIES } from '../text-categories.ts';
import { FAR } from '../tree-measures.ts';
import type { FeatureGroup } from './feature-group.ts';

/** What the block says it is and what the names around it say. */
export const nameFeatures: FeatureGroup = {
  names: [
    ...TEXT_CATEGORIES.map((name) => `says:${name}`),
    ...CLASS_CATEGORIES.map((name) => `in:${name}`),
    ...['inArticle', 'inMain', 'depth', 'frameShare', 'frameLinks', 'frameBlocks'],
  ],
  write(put, { measure, owner, context }) {
    const { tree, total } = context;
    const index = owner?.index ?? 0;
    for (let bit = 0; bit < TEXT_CATEGORIES.length; bit++) put((measure.says >> bit) & 1);
    for (let name = 0; name < CATEGORY_COUNT; name++) {
      put(tree.distance[index * CATEGORY_COUNT + name] ?? FAR);
    }
    put(at(tree.article, index));
    put(at(tree.main, index));
    put(at(tree.depth, index));
    const frame = tree.frame[index] ?? -1;
    const isFramed = frame >= 0;
    put(isFramed ? share(at(tree.size, frame), total) : 2);
    put(isFramed ? share(at(tree.linkSize, frame), at(tree.size, frame)) : -1);
    put(isFramed ? log(at(tree.blocks, frame)) : -1);
  },
};
