import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import { cutTails } from '../cut-tails.ts';

/**
 * 结构 编辑, 结构[编辑本段], 结构 [编辑 | 编辑源代码], 结构 ▸编辑本节: what an encyclopaedia puts behind each of its headings;
 * 赏析▲收起: what folds the box below one.
 */
const MARK =
  /(?:[\s\u3000]{1,4}[▸►▶✎✏]?\s?编辑(?:本[段节])?|[\s\u3000]{0,4}[[【［]\s?(?:编辑|編輯)(?:本[段节])?(?:\s?[|｜]\s?(?:编辑|編輯)[^\]】］]{0,6})?\s?[\]】］]|[\s\u3000]{0,4}[▲△∧︿▴▼▽∨﹀▾]\s?(?:收起|展开))(?:[\s\u3000]{1,4}[[【［]?(?:讨论|锁定|播报)\s?\d{0,4}[\]】］]?){0,3}$/u;
/** 名称由来播报编辑: the same buttons where nothing parts them from the heading. */
const GLUED_MARK =
  /(?:播报[\s\u3000]?编辑|编辑[\s\u3000]?播报|编辑本[段节])[\s\u3000]{0,2}(?:讨论\d{0,4})?$/u;
const MAY_HAVE = /编辑|編輯|收起|展开/u;
const LONGEST = 40;
/** One such line may be a row of buttons; headings are several. */
const LEAST = 2;
const BUTTONS =
  /^(?:编辑|編輯|锁定|收藏|分享|播报|登录|注册|展开|收起|点击|查看)(?:\s|$|全文|更多)/u;
const SAYS_MORE = /[。！？，；：:]/u;
const SHORTEST = 2;

export interface Unmarked {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
  /** `where` of the headings that had such a mark: what is edited is the document's. */
  readonly headings: ReadonlySet<string>;
}

/** The lines of a text without the marks behind its headings: with them they read as buttons. */
export function cutEditMarks(blocks: readonly Block[]): Unmarked {
  const places = new Map<Block, number>();
  const doubled = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    const at = markIn(blockText(block)) || listedMark(blocks, blockText(block));
    if (at <= 0) continue;
    const next = blocks[index + 1];
    if (next && isDoubled(blockText(block), at, blockText(next))) doubled.add(block);
    else places.set(block, at);
  }
  if (places.size + doubled.size < LEAST) return { blocks, cuts: [], headings: new Set() };
  const rest = cutTails(blocks, places, 'lines', 'form');
  const contents = contentsOf(blocks, places);
  const isCut = (block: Block): boolean => doubled.has(block) || contents.has(block);
  const cuts = [...doubled].map((block) => whole(block, 'form'));
  return {
    blocks: rest.blocks.filter((block) => !isCut(block)),
    cuts: [...rest.cuts, ...cuts, ...[...contents].map((block) => whole(block, 'navigation'))],
    headings: new Set([...places.keys()].map(({ where }) => where)),
  };
}

function whole(block: Block, reason: RemovalReason): Cut {
  return { block, from: 0, to: blockText(block).length, step: 'lines', reason };
}

/** 1 工艺, 2 历史 above 工艺 ▸编辑本节: the entry's contents, which the software makes of its headings. */
function contentsOf(blocks: readonly Block[], places: ReadonlyMap<Block, number>): Set<Block> {
  const headings = new Set([...places].map(([block, at]) => blockText(block).slice(0, at).trim()));
  const entries = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    const text = blockText(block);
    if (text.length > LONGEST || places.has(block)) continue;
    const number = ENTRY_NUMBER.exec(text)?.[0] ?? '';
    // In the text below it is a line of the document's own.
    if (number === '' || !headings.delete(text.slice(number.length).trim())) continue;
    const above = blocks[index - 1];
    if (entries.size === 0 && above && CONTENTS.test(blockText(above))) entries.add(above);
    for (const part of partsAbove(blocks, index, entries)) entries.add(part);
    entries.add(block);
  }
  return entries;
}

/** ▪ 明代, ▪ 清代 between 2 历史 and 3 遗存. */
function partsAbove(
  blocks: readonly Block[],
  index: number,
  entries: ReadonlySet<Block>,
): readonly Block[] {
  let from = index;
  for (let block = blocks[from - 1]; block && PART.test(blockText(block)); block = blocks[from - 1])
    from -= 1;
  const above = blocks[from - 1];
  return above && entries.has(above) ? blocks.slice(from, index) : [];
}

const PART = /^[▪•·◦][\s\u3000]?[^。，；]{2,30}$/u;

/** What stands above the first of them. */
const CONTENTS = /^[【[]?目[\s\u3000]{0,4}[录錄][】\]]?$/u;
const ENTRY_NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,2}[.、\s\u3000]{0,3}/u;

/** Where the mark behind a heading begins; 0 if there is none. */
function markIn(text: string): number {
  if (text.length > LONGEST || !MAY_HAVE.test(text)) return 0;
  const apart = text.search(MARK);
  const at = Math.max(0, apart < 0 ? text.search(GLUED_MARK) : apart);
  const heading = text.slice(0, at);
  return SAYS_MORE.test(heading) || BUTTONS.test(heading) ? 0 : at;
}

/** 名称由来编辑, where 1 名称由来 stands in the contents: without them 编辑 might be somebody's work. */
function listedMark(blocks: readonly Block[], text: string): number {
  if (text.length > LONGEST || !EDITED.test(text)) return 0;
  const heading = text.slice(0, -EDIT);
  const isListed = blocks.some((block) => {
    const entry = blockText(block);
    return (
      entry.endsWith(heading) && entry.replace(ENTRY_NUMBER, '') === heading && entry !== heading
    );
  });
  return isListed ? heading.length : 0;
}

const EDITED = /^[^。！？，；：:\s]{2,20}编辑$/u;
const EDIT = '编辑'.length;

/** 译文及注释▲收起 above 译文: the box is called as the part that it begins with. */
function isDoubled(text: string, at: number, next: string): boolean {
  return (
    FOLDS.test(text.slice(at)) && next.length >= SHORTEST && text.slice(0, at).startsWith(next)
  );
}

const FOLDS = /收起|展开/u;
