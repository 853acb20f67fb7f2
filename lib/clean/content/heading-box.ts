import { type PageElement, parentElement } from '../dom/page-element.ts';
import { BLOCK_TAGS } from '../dom/tag-sets.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/** The box a heading opens: around its own element, and around boxes that hold nothing but the heading. */
export function headingBox(features: PageFeatures, heading: number): PageElement | null {
  const element = paragraphOf(features, heading);
  let box = element ? parentElement(element) : null;
  while (box && at(features.tree.blocks, box.index) === 1) box = parentElement(box);
  return box;
}

/** The box of a block: what stands alone in a paragraph may be in an element inside it. */
export function paragraphOf({ owners }: PageFeatures, index: number): PageElement | null {
  let box = owners[index] ?? null;
  while (box && !BLOCK_TAGS.has(box.name)) box = parentElement(box);
  return box;
}

/** Whether two elements are of one kind beside each other. */
export function isLike(one: PageElement, other: PageElement): boolean {
  if (one.name !== other.name || parentElement(one) !== parentElement(other)) return false;
  return one.attribute('class') === other.attribute('class');
}
