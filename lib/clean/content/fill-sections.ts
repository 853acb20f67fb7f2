import type { RemovalReason } from '#lib/model/removal.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import { FRAME_WORDS, HAN_PAGE } from './fill-gaps.ts';
import { headingBox } from './heading-box.ts';
import { isInside } from './labelled-boxes.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny } from './text-categories.ts';

/** A section of lines as short as those of ingredients or hours has so many at most. */
const MOST_BLOCKS = 16;
const MOST_SIZE = 800;
/** A page of more is none of sections. */
const MOST_HEADINGS = 200;
/** Of a longer share in links it is a list of other pages. */
const MOST_LINKED = 0.75;

/**
 * Fills a section whose heading is kept and of which nothing else is, where a heading beside it has its text: 食材 above
 * a few lines, 要诀 above one. What advertises or leads elsewhere stays out. Only on Chinese pages: on others, left out of
 * training, as many such sections are lists of teasers.
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
  if (headings.length > MOST_HEADINGS || features.context.wideShare < HAN_PAGE) return kept;
  for (const heading of headings) {
    const box = headingBox(features, heading);
    const section = box ? sectionOf(features, heading, box, chosen) : [];
    const inner = section.filter((index) => !fixed[index]);
    if (inner.length === 0) continue;
    const isBeside = headings.some(
      (other) => isSibling(features, heading, other) && chosen[other + 1] === true,
    );
    if (!isBeside || !isText(features, heading, inner)) continue;
    for (const index of inner) kept[index] = true;
  }
  return kept;
}

/** The blocks of the one element below the heading in its box; none if another one down to the next heading is kept. */
function sectionOf(
  { blocks, owners }: PageFeatures,
  heading: number,
  box: PageElement,
  chosen: readonly boolean[],
): number[] {
  const element = childOf(box, owners[heading + 1] ?? null);
  const section: number[] = [];
  for (let index = heading + 1; element && index < blocks.length; index += 1) {
    const owner = owners[index];
    if (blocks[index]?.kind === 'heading' || !owner || !isInside(owner, box)) break;
    if (chosen[index]) return [];
    if (isInside(owner, element)) section.push(index);
  }
  return section;
}

function childOf(box: PageElement, inner: PageElement | null): PageElement | null {
  let element = inner;
  while (element && parentElement(element) !== box) element = parentElement(element);
  return element;
}

function isSibling(features: PageFeatures, one: number, other: number): boolean {
  const [first, second] = [features.blocks[one], features.blocks[other]];
  if (one === other || first?.level !== second?.level) return false;
  return headingBox(features, one) === headingBox(features, other);
}

function isText({ measures }: PageFeatures, heading: number, section: readonly number[]): boolean {
  if (section.length > MOST_BLOCKS || saysAny(measures[heading]?.text ?? '', FRAME_WORDS)) {
    return false;
  }
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
