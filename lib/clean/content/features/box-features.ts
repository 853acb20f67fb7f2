import type { PageElement } from '../../dom/page-element.ts';
import { parentElement } from '../../dom/page-element.ts';
import { BLOCK_TAGS } from '../../dom/tag-sets.ts';
import { at, log, share } from '../numbers.ts';
import type { TreeMeasures } from '../tree-measures.ts';
import type { FeatureGroup } from './feature-group.ts';

const LEVELS = 5;

/** The boxes around the block: each holds more blocks than the one inside it. */
export const boxFeatures: FeatureGroup = {
  names: Array.from({ length: LEVELS }, (_, level) =>
    ['share', 'links', 'prose', 'blocks', 'meanSize', 'short'].map((name) => `c${level}:${name}`),
  ).flat(),
  write(put, { owner, context }) {
    const { tree, total } = context;
    for (const box of boxesAround(owner, tree)) {
      const size = at(tree.size, box);
      const count = at(tree.blocks, box);
      put(share(size, total));
      put(share(at(tree.linkSize, box), size));
      put(share(at(tree.prose, box), size));
      put(log(count));
      put(log(share(size, count)));
      put(share(at(tree.shortBlocks, box), count));
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
