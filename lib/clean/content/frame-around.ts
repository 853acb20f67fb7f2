import type { RemovalReason } from '#lib/model/removal.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import { dropAboveAnswer } from './answer-marks.ts';
import { dropBelowDocument } from './below-document.ts';
import { FRAME_WORDS } from './fill-gaps.ts';
import { dropBelowFirstPost } from './first-post.ts';
import { isInside } from './labelled-boxes.ts';
import { at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny } from './text-categories.ts';
import { titleMatch } from './title-match.ts';

/** From this share of Han on, the page is read by the customs of Chinese pages. */
const HAN_PAGE = 0.3;
/** The title stands for the start of the document if this much of what was kept follows it. */
const AFTER_TITLE = 0.7;
const TITLE_MATCH = 0.5;
/** Figures of a member: posts, digests, credits, rights, time online. */
const PROFILE =
  /^(?:帖子|主题|精华|金币|积分|威望|阅读权限|注册时间|最后登录|在线时间|UID|發帖|註冊日期)[数數]?[:：]?\s{0,4}[\d-]{1,12}/;
const PANEL_SIZE = 300;
/** More are not looked for: later posts of a long thread are judged by the model alone. */
const MAX_PANELS = 60;
/** Signature, date, seal: the lines that close a Chinese document. */
const CLOSING_LINES = 3;
const CLOSING_SIZE = 80;

/**
 * Customs of Chinese pages: nothing of the document stands above its title, and short lines right
 * after the last paragraph, in the same box and without links, are its signature and date.
 */
export function settleFrame(
  features: PageFeatures,
  chosen: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const kept = [...chosen];
  if (features.context.wideShare < HAN_PAGE) return kept;
  dropAboveTitle(features, kept);
  const isAnswer = dropAboveAnswer(features, kept);
  dropProfiles(features, kept);
  dropBelowDocument(features, kept);
  keepClosing(features, kept, fixed);
  dropBelowFirstPost(features, kept, isAnswer);
  return kept;
}

function dropAboveTitle({ measures, owners, context }: PageFeatures, kept: boolean[]): void {
  const title = measures.findIndex(
    ({ text }, index) =>
      owners[index]?.name !== 'title' && titleMatch(text, context.title) >= TITLE_MATCH,
  );
  if (title < 0) return;
  const sizeFrom = (from: number): number =>
    measures.reduce((sum, { size }, i) => (i >= from && kept[i] ? sum + size : sum), 0);
  if (sizeFrom(title) < sizeFrom(0) * AFTER_TITLE) return;
  const place = owners[title] ?? null;
  for (let index = 0; index < title; index++) {
    const isBeside = isInOtherColumn(owners[index] ?? null, place);
    if (!measures[index]?.isProse || isBeside) kept[index] = false;
  }
}

/** Whether a block stands in a cell of the row in which another cell has the title: the left column of old pages. */
function isInOtherColumn(owner: PageElement | null, title: PageElement | null): boolean {
  if (!owner || !title) return false;
  let cell: PageElement | null = owner;
  while (cell && cell.name !== 'td') cell = parentElement(cell);
  const row = cell ? parentElement(cell) : null;
  return cell !== null && row !== null && !isInside(title, cell) && isInside(title, row);
}

/** Panels about the writer of a forum post: their figures name them, and they hold no prose. */
function dropProfiles({ measures, owners, context }: PageFeatures, kept: boolean[]): void {
  const { tree } = context;
  const panels = new Set<PageElement>();
  measures.forEach(({ text }, index) => {
    const owner = owners[index];
    const list = owner && PROFILE.test(text) ? parentElement(owner) : null;
    for (const box of [list, list ? parentElement(list) : null]) {
      if (!box || at(tree.prose, box.index) > 0 || panels.size >= MAX_PANELS) continue;
      if (at(tree.size, box.index) <= PANEL_SIZE) panels.add(box);
    }
  });
  if (panels.size === 0) return;
  owners.forEach((owner, index) => {
    if (owner && [...panels].some((panel) => isInside(owner, panel))) kept[index] = false;
  });
}

function keepClosing(
  features: PageFeatures,
  kept: boolean[],
  fixed: readonly (RemovalReason | null)[],
): void {
  const ends = kept.flatMap((isKept, index) => (isKept && !kept[index + 1] ? [index] : []));
  for (const end of ends) {
    for (let index = end + 1; index <= end + CLOSING_LINES; index++) {
      if (fixed[index] || !isClosing(features, end, index)) break;
      kept[index] = true;
    }
  }
}

/** Whether a line may close the text that ends at `end`. */
function isClosing({ measures, owners }: PageFeatures, end: number, index: number): boolean {
  const last = owners[end];
  const owner = owners[index];
  const measure = measures[index];
  if (!last || !owner || !measure) return false;
  const isSibling = parentElement(owner) === parentElement(last) && owner.name === last.name;
  const isShort = measure.size > 0 && measure.size <= CLOSING_SIZE;
  return isSibling && isShort && measure.links === 0 && !saysAny(measure.text, FRAME_WORDS);
}
