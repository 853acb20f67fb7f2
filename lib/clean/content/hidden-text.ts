import { type PageElement, parentElement } from '../dom/page-element.ts';
import { BLOCK_TAGS } from '../dom/tag-sets.ts';
import { at, atByte } from './numbers.ts';
import type { Tabs } from './tab-panes.ts';
import type { TreeMeasures } from './tree-measures.ts';

/** Smaller hidden boxes are planted strings or labels, larger ones parts that a click unfolds. */
const FOLDED_SIZE = 250;
const FOLDED_BLOCKS = 2;

/**
 * Whether a hidden block may still be document: it is in a large hidden box, such as a tab or the
 * rest of a text behind “read more”, or it is one of the page's tabs, however small. A hidden run inside a paragraph never is.
 */
export function isFolded(
  owner: PageElement,
  hidden: Uint8Array,
  tree: TreeMeasures,
  tabs: readonly Tabs[],
): boolean {
  let box: PageElement | null = null;
  for (let up: PageElement | null = owner; up; up = parentElement(up)) {
    if (atByte(hidden, up.index) === 1) box = up;
  }
  if (!box || !BLOCK_TAGS.has(box.name)) return false;
  const pane = box;
  if (tabs.some(({ panes }) => panes.includes(pane))) return true;
  return at(tree.size, box.index) >= FOLDED_SIZE && at(tree.blocks, box.index) >= FOLDED_BLOCKS;
}
