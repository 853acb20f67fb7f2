import { type Block, blockText, type Cut } from '../block.ts';
import { frameNames } from '../repairs/frame-names.ts';
import { cutBlock } from './cut-lines.ts';

/** A box is shorter than a paragraph. */
const LONGEST = 60;
const LONGEST_FRAME_LINE = 120;
const TIP =
  /^[【[]?([\p{Script=Han}A-Za-z0-9]{2,10}?)(?:小编|温馨|友情|法律|安全)?(?:提示|小提示|小贴士)[】\]]?[:：]/u;
/** A library or a museum has something to say to its readers; a site of documents has not. */
const SITE = /(?:网站|网|文库|题库|资料库|论坛)$/u;
const SHORTEST = 2;

/** The blocks without the boxes in which the site, by the name the frame has, speaks to its readers: 某某提示：…. */
export function cutSiteTips(
  blocks: readonly Block[],
  { visible, headTitle }: { readonly visible: readonly Block[]; readonly headTitle: string | null },
): { readonly blocks: readonly Block[]; readonly cuts: readonly Cut[] } {
  const tips = new Map<Block, string>();
  for (const block of blocks) {
    const name = tipOf(block);
    if (name !== null) tips.set(block, name);
  }
  if (tips.size === 0) return { blocks, cuts: [] };
  const names = siteNames(blocks, visible, headTitle);
  const own = blocks.filter((block) => names.has(tips.get(block) ?? ''));
  return {
    blocks: blocks.filter((block) => !own.includes(block)),
    cuts: own.map((block) => cutBlock(block, 'promotion')),
  };
}

/** Who gives a tip in the block, null if nobody does. */
function tipOf(block: Block): string | null {
  if (block.kind !== 'paragraph' || block.cells.length !== 1) return null;
  const text = blockText(block);
  if (text.length > LONGEST || !(text.includes('提示') || text.includes('小贴士'))) return null;
  return TIP.exec(text)?.[1] ?? null;
}

/** What the frame calls the site, with and without what it is: 某某网 and 某某. */
function siteNames(
  kept: readonly Block[],
  visible: readonly Block[],
  headTitle: string | null,
): Set<string> {
  const own = new Set(kept.map(blockText));
  const frame = visible
    .map(blockText)
    .filter((text) => text.length <= LONGEST_FRAME_LINE && !own.has(text));
  const names = frameNames(headTitle, frame).filter((name) => SITE.test(name));
  const short = names
    .map((name) => name.replace(SITE, ''))
    .filter((name) => name.length >= SHORTEST);
  return new Set([...names, ...short]);
}
