import { type PageElement, parentElement } from '../../dom/page-element.ts';
import { BLOCK_TAGS } from '../../dom/tag-sets.ts';
import { at, log, share } from '../numbers.ts';
import type { TreeMeasures } from '../tree-measures.ts';
import type { FeatureGroup } from './feature-group.ts';

const LEVELS = 5;
const PER_BOX = ['share', 'links', 'prose', 'blocks', 'meanSize', 'short', 'mass', 'likely'];

/** The boxes around the block: each holds more blocks than the one inside it. */
export const boxFeatures: FeatureGroup = {
  names: Array.from({ length: LEVELS }, (_, level) =>
    PER_BOX.map((name) => `c${level}:${name}`),
  ).flat(),
  write(row, from, index, { owners, tree, total, likely, mass: all }) {
    const boxes = boxesAround(owners[index] ?? null, tree);
    let next = from;
    for (const box of boxes) {
      const size = at(tree.size, box);
      const count = at(tree.blocks, box);
      const mass = at(likely.mass, box);
      row[next] = share(size, total);
      row[next + 1] = share(at(tree.linkSize, box), size);
      row[next + 2] = share(at(tree.prose, box), size);
      row[next + 3] = log(count);
      row[next + 4] = log(share(size, count));
      row[next + 5] = share(at(tree.shortBlocks, box), count);
      row[next + 6] = share(mass, all);
      row[next + 7] = share(mass, size);
      next += PER_BOX.length;
    }
  },
};

/** Element indices of LEVELS boxes, nearest first; the outermost is repeated if there are fewer. */
function boxesAround(owner: PageElement | null, tree: TreeMeasures): number[] {
  const boxes: number[] = [];
  let inside = 0;
  for (let box = owner; box && boxes.length < LEVELS; box = parentElement(box)) {
    const count = at(tree.blocks, box.index);
    if (count <= inside || (count === 1 && !BLOCK_TAGS.has(box.name))) continue;
    boxes.push(box.index);
    inside = count;
  }
  while (boxes.length < LEVELS) boxes.push(boxes.at(-1) ?? 0);
  return boxes;
}
