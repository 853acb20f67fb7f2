import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import { cutTails } from '../cut-tails.ts';
import { PageElement } from '../dom/page-element.ts';
import { subtreeText } from '../dom/subtree-text.ts';
import { hasAnchor, isBlank } from './heading-tools.ts';

const VERB = '(?:编辑|編輯|修订|修訂|订正|訂正|校订|改写|改寫|修改|修正|完善|补充|改|编)';
const WHAT = '(?:本[段节條条節]|此[段节]|源代码|原始碼)?';
/** [修订], 【改】, [编辑 | 编辑源代码]: what an encyclopaedia puts inside each of its headings. */
const BRACKETED = new RegExp(
  `[[【［〔]\\s?${VERB}${WHAT}(?:\\s?[|｜/]\\s?${VERB}.{0,6})?\\s?[\\]】］〕]$`,
  'u',
);
/** The same as the words of a link. */
const LINK = new RegExp(`^${VERB}${WHAT}$`, 'u');
/** A heading with more words is a sentence. */
const LONGEST = 80;
/** The same with what stands in the source between its words. */
const MOST_TEXT = 400;
/** Characters of such a link with its brackets. */
const LONGEST_LINK = 24;
/** One such heading may speak of editing; those of an article all have the link. */
const LEAST = 2;

/** The headings of a page without the edit links inside them, and what was cut. */
export function cutEditLinks(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
} {
  const places = new Map<Block, number>();
  for (const block of blocks) {
    const from = editLinkAt(block);
    if (from > 0) places.set(block, from);
  }
  if (places.size < LEAST) for (const [block, from] of sharedLinks(blocks)) places.set(block, from);
  if (places.size < LEAST) return { blocks, cuts: [] };
  return cutTails(blocks, places, 'content', 'form');
}

/**
 * What can be edited, or linked to, is the article: a heading with such a link stays where the text below it does, though
 * its word (评价, 相关, Next) may be one of the frame.
 */
export function keepEditedHeadings(
  blocks: readonly Block[],
  kept: readonly boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const isEdited = blocks.map((block) => hasEditLink(block) || hasAnchor(block));
  const result = [...kept];
  if (isEdited.filter(Boolean).length < LEAST) return result;
  for (let index = blocks.length - 2; index >= 0; index -= 1) {
    if (isEdited[index] && !fixed[index] && result[index + 1]) result[index] = true;
  }
  return result;
}

/**
 * Where the link begins that all headings of a level end with, whatever a site calls its editing: 结构 [给这段添砖].
 * Links to one place are words of the headings: 参数 of one and the same command.
 */
function sharedLinks(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const levels = Map.groupBy(
    blocks.filter(({ kind }) => kind === 'heading'),
    ({ level }) => level,
  );
  for (const headings of levels.values()) {
    const ends = headings.map(lastLink);
    const [first = null] = ends;
    const isShared = ends.every((end) => end !== null && end.words === first?.words);
    const places = new Set(ends.map((end) => end?.place));
    const isTool = places.size === ends.length || places.has('');
    if (ends.length < LEAST || !isShared || !isTool) continue;
    return new Map(headings.map((heading, at) => [heading, ends[at]?.from ?? 0]));
  }
  return new Map();
}

/** The few words of the link a heading ends with, where it leads ('' for a button), and where they begin in the text. */
function lastLink(
  block: Block,
): { readonly words: string; readonly place: string; readonly from: number } | null {
  const { element } = block;
  const text = blockText(block);
  if (!(element instanceof PageElement) || text.length > LONGEST) return null;
  const last = element.children.findLast((child) => !isBlank(child));
  if (!(last instanceof PageElement) || last.name !== 'a') return null;
  const words = subtreeText(last, MOST_TEXT).trim();
  const from = text.slice(0, -words.length).trimEnd().length;
  if (!LETTER.test(words) || words.length > MOST_WORDS || !text.endsWith(words) || from === 0)
    return null;
  const href = last.attribute('href') ?? '';
  return { words, place: NOWHERE.test(href) ? '' : href, from };
}

const MOST_WORDS = 10;
/** [1] is a note. */
const LETTER = /\p{L}/u;
/** A button that a script serves. */
const NOWHERE = /^(?:#|javascript:.{0,40})?$/iu;

function hasEditLink({ kind, element }: Block): boolean {
  return kind === 'heading' && element instanceof PageElement && editLinkOf(element) !== '';
}

/** Where the link begins in the block's text, with the blanks before it; -1 if there is none. */
function editLinkAt(block: Block): number {
  if (block.kind !== 'heading' || !(block.element instanceof PageElement)) return -1;
  const text = blockText(block);
  const link = text.length <= LONGEST ? editLinkOf(block.element) : '';
  return link !== '' && text.endsWith(link) ? text.slice(0, -link.length).trimEnd().length : -1;
}

/** The words of the edit link at the end of a heading, with their brackets; '' if there is none. */
function editLinkOf(heading: PageElement): string {
  // Headings that nothing closes hold each other.
  const text = subtreeText(heading, MOST_TEXT);
  if (text.length > MOST_TEXT) return '';
  const bracketed = BRACKETED.exec(text.slice(-LONGEST_LINK))?.[0];
  if (bracketed !== undefined) return bracketed;
  const last = heading.children.findLast((child) => !isBlank(child));
  if (!(last instanceof PageElement) || last.name !== 'a') return '';
  const words = subtreeText(last, MOST_TEXT);
  return LINK.test(words) ? words : '';
}
