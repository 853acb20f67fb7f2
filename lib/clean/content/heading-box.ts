import { type PageElement, parentElement } from '../dom/page-element.ts';
import { BLOCK_TAGS } from '../dom/tag-sets.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/** The box a heading opens: around its own element, and around boxes that hold nothing but the heading. */
export function headingBox({ owners, tree }: PageFeatures, heading: number): PageElement | null {
  let element = owners[heading] ?? null;
  while (element && !BLOCK_TAGS.has(element.name)) element = parentElement(element);
  let box = element ? parentElement(element) : null;
  while (box && at(tree.blocks, box.index) === 1) box = parentElement(box);
  return box;
}
