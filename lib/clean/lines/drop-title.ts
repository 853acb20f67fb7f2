import { type Block, blockText, type Cut, editBlock } from '../block.ts';
import { isThreadAddress } from '../content/page-hints.ts';
import type { PageKind } from '../content/page-kind.ts';
import { hasChinese } from '../has-chinese.ts';
import { cutBlock } from './cut-lines.ts';
import { sameWords } from './text-head.ts';

/** The title stands this close to the start of the text, if it is said again there. */
const NEAR_START = 3;

/** （石龙子科动物） below the title of an entry. */
const GLOSS = /^[（(][^（()）]{2,30}[）)]$/u;
const HAN = /\p{Script=Han}/u;

/**
 * The title if the page is one document's, whose text does not say it. Pages of short lines are taken for lists and the
 * like by their make-up; a Han title is the document's there, too, but for threads, where posts may repeat it.
 */
export function ownTitle(
  kind: PageKind,
  title: string,
  { url, first }: { readonly url: string | null; readonly first: Block | undefined },
): string | null {
  if (kind === 'article') return title;
  const isThread = isThreadAddress(url) && !POST.test(url ?? '');
  if (!HAN.test(title)) return null;
  // Old boards set the topic above the first post once more.
  if (first && saysFirst(first, title)) return title;
  return kind !== 'forum' && !isThread ? title : null;
}

const saysFirst = (first: Block, title: string): boolean =>
  sameWords(blockText(first), title) || withoutLead([first], title) !== null;

/** /p/14: a post of a small site; numbers of threads are long. */
const POST = /\/p\/\d{1,5}\/?$/;

/**
 * Whether all of an extracted text without Chinese was kept: its first line may be the title or a heading, and stays.
 * What was cleaned before is such a text.
 */
export function isForeignWhole(all: readonly Block[], kept: readonly Block[]): boolean {
  return kept.length === all.length && !kept.some((block) => hasChinese(blockText(block)));
}

/**
 * The document's blocks without a line at their start that only says the title, which is a field, or what <title> says
 * behind it in brackets.
 */
export function dropTitle(
  blocks: readonly Block[],
  title: string | null,
  headTitle = '',
): { blocks: readonly Block[]; cuts: readonly Cut[] } {
  if (title === null || title === '') return { blocks, cuts: [] };
  const says = [...sayingTitle(blocks, title, headTitle), ...sharingTitle(blocks, title)];
  const opened = says.length === 0 ? withoutLead(blocks, title) : null;
  if (opened) return opened;
  if (says.length === 0 || says.length === blocks.length) return { blocks, cuts: [] };
  return {
    blocks: blocks.filter((block) => !says.includes(block)),
    cuts: says.map((block) => cutBlock(block, 'metadata')),
  };
}

function sayingTitle(blocks: readonly Block[], title: string, headTitle: string): Block[] {
  return blocks
    .slice(0, NEAR_START)
    .filter((block) => block.kind !== 'table-row')
    .filter((block) => {
      const text = blockText(block);
      const isGloss = GLOSS.test(text) && headTitle.includes(title + text);
      return isGloss || sameWords(text, title) || namesFile(text, title);
    });
}

/** The bold first line of the first paragraph, as boards set the topic above the post: <b>…</b><br>. */
function withoutLead(
  blocks: readonly Block[],
  title: string,
): { blocks: readonly Block[]; cuts: readonly Cut[] } | null {
  const [first, ...others] = blocks;
  // A face may stand before it.
  const spans = first?.cells[0]?.filter(({ image, text }) => !image && text.trim() !== '') ?? [];
  const [lead, next] = spans;
  if (first?.cells.length !== 1 || !lead?.marks.includes('strong')) return null;
  if (!next?.text.startsWith('\n') || !sameWords(lead.text, title)) return null;
  const to = blockText(first).indexOf('\n') + 1;
  const cut = { ...cutBlock(first, 'metadata'), from: 0, to };
  return { blocks: [editBlock(first, [{ from: 0, to, insert: '' }]), ...others], cuts: [cut] };
}

/** 某某文库 村级财务清查方案.doc */
function namesFile(text: string, title: string): boolean {
  const end = FILE.exec(text)?.index ?? -1;
  return end > 0 && end <= title.length + MAX_SITE && text.slice(0, end).endsWith(title);
}

const FILE = /\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf|txt)$/iu;
/** The name of a viewer, and blanks. */
const MAX_SITE = 12;

/** Offices break a long title into lines of their own. */
function sharingTitle(blocks: readonly Block[], title: string): readonly Block[] {
  for (let from = 0; from < NEAR_START; from += 1) {
    let said = blockText(blocks[from] ?? NOTHING);
    for (let to = from + 1; to < Math.min(blocks.length, from + MOST_PARTS); to += 1) {
      said += blockText(blocks[to] ?? NOTHING);
      if (said.length > title.length * 2) break;
      if (sameWords(said, title)) return blocks.slice(from, to + 1);
    }
  }
  return [];
}

const MOST_PARTS = 4;
const NOTHING = { cells: [] };

/** Cuts of a selection that did not know the title: what only says it became a field. */
export function explainTitle(cuts: readonly Cut[], title: string): readonly Cut[] {
  if (title === '') return cuts;
  return cuts.map((cut) =>
    cut.reason === 'boilerplate' && sameWords(blockText(cut.block), title)
      ? { ...cut, reason: 'metadata' }
      : cut,
  );
}
