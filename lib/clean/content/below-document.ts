import type { Block } from '../block.ts';
import { PageElement } from '../dom/page-element.ts';
import { categoryBit } from './class-categories.ts';
import { isInside } from './labelled-boxes.ts';
import { addAt, at, atInt } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { pageKind } from './page-kind.ts';

/** The document's own box holds at least this share of the prose that was kept and is no comment. */
const OWN_SHARE = 0.5;
/** Some two hundred Han characters: a document, whatever is below it. */
const OWN_SIZE = 500;
/** Below a shorter one more than this share of what was kept is no frame: the page may be the list. */
const MOST_BELOW = 0.4;
/** Characters of a link that is another document's title, not a reader's name or a button. */
const TITLE = 9;
/** A list is of links if they are this share of it. */
const LINKS = 0.8;
/** Of a list below a thread: 某某怎么办 7546人看过 has words beside its links. */
const LISTED = 0.65;
const LEAST_LISTED = 5;
const COMMENTS = categoryBit('comments');
/** What a paragraph is, is no box. */
const TEXT_TAGS = new Set(['p', 'span', 'a', 'b', 'strong', 'em', 'i', 'font', 'pre', 'section']);

/**
 * Drops what stands below the document's own box and is not the document's: teasers of other documents, whose title is a
 * link and whose summary reads like text; lists of links; comments. A thread is left alone, its posts are the document.
 */
export function dropBelowDocument(features: PageFeatures, kept: boolean[]): void {
  const { context, measures } = features;
  const own = ownBox(features, kept);
  if (!own) return;
  if (pageKind(context) === 'forum' || context.hints.isThread) {
    dropLinkLists(features, kept, own.box);
    return;
  }
  if (context.units[own.box.index]) return;
  const teasers = teaserBoxes(features);
  const dropped = indicesBelow(features, kept, own.box).filter((index) =>
    isFrame(features, index, own.box, teasers),
  );
  const sizeOf = (indices: readonly number[]): number =>
    indices.reduce((sum, index) => sum + (measures[index]?.size ?? 0), 0);
  const all = kept.flatMap((isKept, index) => (isKept ? [index] : []));
  if (own.prose < OWN_SIZE && sizeOf(dropped) > sizeOf(all) * MOST_BELOW) return;
  for (const index of dropped) kept[index] = false;
}

/** Below the posts of a thread only lists of links go, readers and answers counted behind each. */
function dropLinkLists(features: PageFeatures, kept: boolean[], own: PageElement): void {
  const { owners, context } = features;
  for (const index of indicesBelow(features, kept, own)) {
    const unit = context.units[owners[index]?.index ?? -1];
    if (!unit || unit.siblings < LEAST_LISTED || isInside(own, unit.element)) continue;
    if (unit.groupLinks >= unit.groupSize * LISTED) kept[index] = false;
  }
}

/** The innermost element with most of the kept prose, comments left out, and how much is in it. */
function ownBox(
  features: PageFeatures,
  kept: readonly boolean[],
): { readonly box: PageElement; readonly prose: number } | null {
  const prose = keptProse(features, kept);
  const least = at(prose, 0) * OWN_SHARE;
  let box = least > 0 ? features.context.page.elements[0] : undefined;
  for (let inner = box; inner; ) {
    box = inner;
    const next = box.children.find(
      (child) => child instanceof PageElement && at(prose, child.index) > least,
    );
    inner = next instanceof PageElement && !TEXT_TAGS.has(next.name) ? next : undefined;
  }
  return box ? { box, prose: at(prose, box.index) } : null;
}

/** By element: size of the kept prose in it that is no comment. */
function keptProse(
  { context, owners, measures, tree }: PageFeatures,
  kept: readonly boolean[],
): Float64Array {
  const { elements } = context.page;
  const prose = new Float64Array(elements.length);
  owners.forEach((owner, index) => {
    const { isProse = false, size = 0 } = measures[index] ?? {};
    if (!owner || !kept[index] || !isProse) return;
    if ((atInt(tree.within, owner.index) & COMMENTS) === 0) addAt(prose, owner.index, size);
  });
  for (let index = elements.length - 1; index > 0; index -= 1) {
    const up = elements[index]?.parent;
    if (up instanceof PageElement) addAt(prose, up.index, at(prose, index));
  }
  return prose;
}

/** Kept blocks after the last one of the box. */
function indicesBelow({ owners }: PageFeatures, kept: boolean[], own: PageElement): number[] {
  const isOwn = owners.map((owner) => owner !== null && isInside(owner, own));
  const end = isOwn.findLastIndex((is, index) => is && kept[index]);
  return kept.flatMap((isKept, index) => (isKept && index > end && owners[index] ? [index] : []));
}

function isFrame(
  { owners, context, tree }: PageFeatures,
  index: number,
  own: PageElement,
  teasers: ReadonlySet<PageElement>,
): boolean {
  const owner = owners[index];
  if (!owner) return false;
  const names = atInt(tree.within, owner.index) & ~atInt(tree.within, own.index);
  if (names & COMMENTS) return true;
  const unit = context.units[owner.index] ?? null;
  if (!unit || isInside(own, unit.element)) return false;
  return unit.groupLinks >= unit.groupSize * LINKS || teasers.has(unit.element);
}

/** Repeated boxes with a link as long as a title. */
function teaserBoxes({ blocks, owners, context }: PageFeatures): ReadonlySet<PageElement> {
  const boxes = blocks.flatMap((block, index) => {
    const unit = context.units[owners[index]?.index ?? -1];
    return unit && hasTitleLink(block) ? [unit.element] : [];
  });
  return new Set(boxes);
}

function hasTitleLink(block: Block): boolean {
  const spans = block.cells.flat();
  return spans.some(({ href, text }) => href !== undefined && text.trim().length >= TITLE);
}
