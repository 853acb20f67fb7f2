import { type Block, blockText, type Cut } from '../block.ts';
import { cutTails } from '../cut-tails.ts';

/** 结构 编辑, 结构[编辑本段], 结构 [编辑 | 编辑源代码]: what an encyclopaedia puts behind each of its headings. */
const MARK =
  /(?:[\s\u3000]{1,4}编辑(?:本段)?|[\s\u3000]{0,4}[[【［]\s?(?:编辑|編輯)(?:本段)?(?:\s?[|｜]\s?(?:编辑|編輯)[^\]】］]{0,6})?\s?[\]】］])(?:[\s\u3000]{1,4}(?:讨论|锁定|播报)){0,3}$/u;
const LONGEST = 40;
/** One such line may be a row of buttons; headings are several. */
const LEAST = 2;
const BUTTONS = /^(?:编辑|編輯|锁定|收藏|分享|播报|登录|注册)(?:\s|$)/u;
const SAYS_MORE = /[。！？，；：:]/u;

export interface Unmarked {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
  /** `where` of the headings that had such a mark: what is edited is the document's. */
  readonly headings: ReadonlySet<string>;
}

/** The lines of a text without the marks behind its headings: with them they read as buttons. */
export function cutEditMarks(blocks: readonly Block[]): Unmarked {
  const places = new Map<Block, number>();
  for (const block of blocks) {
    const text = blockText(block);
    if (text.length > LONGEST || (!text.includes('编') && !text.includes('編'))) continue;
    const at = text.search(MARK);
    const heading = text.slice(0, Math.max(0, at));
    if (at > 0 && !SAYS_MORE.test(heading) && !BUTTONS.test(heading)) places.set(block, at);
  }
  if (places.size < LEAST) return { blocks, cuts: [], headings: new Set() };
  return {
    ...cutTails(blocks, places, 'lines', 'form'),
    headings: new Set([...places.keys()].map(({ where }) => where)),
  };
}
