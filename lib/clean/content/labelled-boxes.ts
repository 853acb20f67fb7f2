import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { saysText } from './text-categories.ts';

/** A longer line is no label. */
const LABEL_SIZE = 40;
/** A larger box, or one with more of the page in it, is not the advertisement itself. */
const BOX_SIZE = 600;
const BOX_SHARE = 0.2;
/** Enough for any page a person reads. */
const MAX_BOXES = 50;

/**
 * Boxes that open with a label such as ADVERTISEMENT or 广告: 1 for the elements whose text is
 * advertising by the page's own word, whatever it reads like.
 */
export function advertisingBoxes({
  measures,
  owners,
  context,
}: PageFeatures): ReadonlySet<PageElement> {
  const { tree, total } = context;
  const boxes = new Set<PageElement>();
  const opens = (box: PageElement, index: number): boolean => {
    const before = owners[index - 1];
    return !before || !isInside(before, box);
  };
  measures.forEach(({ text, size }, index) => {
    const owner = owners[index];
    if (!owner || size === 0 || size > LABEL_SIZE || !saysText(text, 'advertisement')) return;
    const box = at(tree.blocks, owner.index) > 1 ? owner : parentElement(owner);
    if (!box || boxes.size >= MAX_BOXES) return;
    const inside = at(tree.size, box.index);
    const isOwn = inside > size && inside < BOX_SIZE && inside < total * BOX_SHARE;
    if (isOwn && opens(box, index)) boxes.add(box);
  });
  return boxes;
}

/** What a box says beside its field: more than the word on its button, less than a text. */
const MIN_SAID = 8;
const MAX_SAID = 300;

/** Boxes that ask for an address to write to: the closest around the field that says something. */
export function subscriptionBoxes(
  { table }: ParsedPage,
  { context: { tree, total } }: PageFeatures,
): ReadonlySet<PageElement> {
  const boxes = new Set<PageElement>();
  for (const element of table.named('input')) {
    if (element.attribute('type') !== 'email') continue;
    if (boxes.size >= MAX_BOXES) break;
    let box = parentElement(element);
    while (box && at(tree.size, box.index) < MIN_SAID) box = parentElement(box);
    const said = box ? at(tree.size, box.index) : 0;
    if (box && said < MAX_SAID && said < total * BOX_SHARE) boxes.add(box);
  }
  return boxes;
}

/** Whether an element is the box or inside it. */
export function isInside(element: PageElement, box: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = parentElement(up)) {
    if (up === box) return true;
    if (up.index < box.index) return false;
  }
  return false;
}
