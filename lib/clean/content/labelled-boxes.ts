import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { subtreeText } from '../dom/subtree-text.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { saysText } from './text-categories.ts';
import type { TreeMeasures } from './tree-measures.ts';

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

/** Some sixty Han characters: what a small advertisement says. */
const MAX_OFFER = 130;
const MAX_LINES = 6;
const SIDE = /^(?:left|right)$/iu;
/** 青藤函授班暑期招生, 八课时只收六十元: a picture's caption and a summary of the text say nothing like it twice. */
const OFFERS =
  /招生|招收|报名|函授|热线|咨询|优惠|特价|促销|抢购|订购|邮购|代写|代理|加盟|诚聘|包过|免费|速成|培训班|辅导班|(?:只[收要需]|仅[需售要]|售价|每[期月套份]).{0,4}[\d一二三四五六七八九十百千]{1,6}元/gu;
const LEAST_OFFERS = 2;

/** Tables of one cell that float beside running text and offer something for money: the advertisements of old layouts. */
export function floatingOffers(
  { table }: ParsedPage,
  { context: { tree } }: PageFeatures,
): ReadonlySet<PageElement> {
  const boxes = new Set<PageElement>();
  for (const box of table.named('table')) {
    const said = at(tree.size, box.index);
    if (boxes.size >= MAX_BOXES || said < MIN_SAID || said > MAX_OFFER) continue;
    if (!SIDE.test(box.attribute('align') ?? '') || at(tree.blocks, box.index) > MAX_LINES)
      continue;
    const text = subtreeText(box, MAX_OFFER * 2);
    if ((text.match(OFFERS)?.length ?? 0) >= LEAST_OFFERS && standsInProse(box, tree))
      boxes.add(box);
  }
  return boxes;
}

function standsInProse(box: PageElement, { prose }: TreeMeasures): boolean {
  const parent = parentElement(box);
  return parent !== null && at(prose, parent.index) - at(prose, box.index) >= MIN_PROSE;
}

/** Two paragraphs around it. */
const MIN_PROSE = 150;

/** Whether an element is the box or inside it. */
export function isInside(element: PageElement, box: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = parentElement(up)) {
    if (up === box) return true;
    if (up.index < box.index) return false;
  }
  return false;
}
