import { share } from '../numbers.ts';
import type { FeatureGroup } from './feature-group.ts';

const LEVELS = 4;
const PER_BOX = ['share', 'links', 'prose', 'blocks', 'mass', 'likely'];

/** The boxes around the block: each holds more blocks than the one inside it. */
export const boxFeatures: FeatureGroup = {
  names: Array.from({ length: LEVELS }, (_, level) =>
    PER_BOX.map((name) => `c${level}:${name}`),
  ).flat(),
  write(row, from, index, { ownerIndices, boxes, tree, total, likely, mass: all }) {
    let box = boxes.first[ownerIndices[index] ?? 0] ?? 0;
    let next = from;
    for (let level = 0; level < LEVELS; level += 1) {
      const size = tree.size[box] ?? 0;
      const mass = likely.mass[box] ?? 0;
      row[next] = share(size, total);
      row[next + 1] = share(tree.linkSize[box] ?? 0, size);
      row[next + 2] = share(tree.prose[box] ?? 0, size);
      row[next + 3] = Math.log1p(tree.blocks[box] ?? 0);
      row[next + 4] = share(mass, all);
      row[next + 5] = share(mass, size);
      next += PER_BOX.length;
      box = boxes.outer[box] ?? box;
    }
  },
};
