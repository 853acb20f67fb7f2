import type { RemovalReason } from '#lib/model/removal.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import { FRAME_WORDS } from './fill-gaps.ts';
import { isInside } from './labelled-boxes.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny } from './text-categories.ts';

/** A section of lines as short as those of ingredients or hours has so many at most. */
const MOST_BLOCKS = 16;
const MOST_SIZE = 800;
/** Of a longer share in links it is a list of other pages. */
const MOST_LINKED = 0.75;

/**
 * Fills a section whose heading is kept and of which nothing else is, where a heading beside it has its text: 食材 above
 * a few lines, 要诀 above one. What advertises or leads elsewhere stays out.
 */
export function fillSections(
  features: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const kept = [...chosen];
  const headings = features.blocks.flatMap(({ kind }, index) =>
    kind === 'heading' && chosen[index] ? [index] : [],
  );
  for (const heading of headings) {
    const section = sectionOf(features, heading);
    if (section.length === 0 || section.some((index) => chosen[index])) continue;
    const inner = section.filter((index) => !fixed[index]);
    const isBeside = headings.some(
      (other) => isSibling(features, heading, other) && chosen[other + 1] === true,
    );
    if (!isBeside || !isText(features, [heading, ...inner])) continue;
    for (const index of inner) kept[index] = true;
  }
  return kept;
}

/** What stands between a heading and the next of its box, or the end of the box. */
function sectionOf({ blocks, owners }: PageFeatures, heading: number): number[] {
  const box = boxOf(owners[heading]);
  const section: number[] = [];
  for (let index = heading + 1; box && index < blocks.length; index += 1) {
    const owner = owners[index];
    if (blocks[index]?.kind === 'heading' || !owner || !isInside(owner, box)) break;
    section.push(index);
  }
  return section;
}

const boxOf = (owner: PageElement | null | undefined): PageElement | null =>
  owner ? parentElement(owner) : null;

function isSibling({ owners }: PageFeatures, one: number, other: number): boolean {
  const [first, second] = [owners[one], owners[other]];
  if (one === other || !first || !second || first.name !== second.name) return false;
  return parentElement(first) === parentElement(second);
}

function isText({ measures }: PageFeatures, section: readonly number[]): boolean {
  if (section.length > MOST_BLOCKS) return false;
  let size = 0;
  let linked = 0;
  for (const index of section) {
    const measure = measures[index];
    if (!measure || saysAny(measure.text, FRAME_WORDS)) return false;
    size += measure.size;
    linked += measure.linkSize;
  }
  return size <= MOST_SIZE && linked < size * MOST_LINKED;
}
