import { type Block, blockText, type Cut, type Edit, editBlock } from '../block.ts';
import type { Range } from './mark-places.ts';
import { type ToolSaid, toolSaid } from './tool-words.ts';

/**
 * Buttons and counters in brackets that an extractor left inside sentences and behind them: 〔相关案例3篇〕, 【在线咨询医生】,
 * ［分享至LINE］, [图片]. They say nothing but what tools say, and stand where a sentence or a clause is over; what a document
 * has in brackets says more: 【适应症】, [注释], 〔2016〕, （参考答案）.
 */
const PIECE =
  /\[[^[\]\n]{2,24}\]|【[^【】\n]{2,24}】|〔[^〔〕\n]{2,24}〕|〖[^〖〗\n]{2,24}〗|［[^［］\n]{2,24}］|（[^（）\n]{2,24}）|\([^()\n]{2,24}\)/gu;
const MAY_HOLD = /[[【〔〖［（(]/u;
const ROUND = /^[（(]/u;
const TWO_WORDS = /[ \u3000|｜/、]/u;
const CLAUSE_END = /[。！？；，…”’」』）)》!?;,.]$/u;
const GOES_ON = /^\s?[\p{sc=Han}“「《\d]/u;
const CONTINUES = /^\s?(?:[的地得了过是]|按钮|按键|图标|选项|菜单|功能|即可|键|后|时|栏|处)/u;
const ENDS = /^\s*$/u;
/** [图片]广告: the label of what stood below the picture. */
const LABEL = /^\s?(?:广告|廣告)(?=\s*$)/u;
const DIGITS = /\d+/gu;
const LEAST = 2;

interface Piece extends Range {
  readonly form: string;
  readonly said: ToolSaid;
}

/** The kept blocks without such pieces, and what was cut. */
export function cutToolBrackets(kept: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
} {
  const runs = kept.map((block) => (block.kind === 'code' ? [] : runsIn(blockText(block))));
  const pieces = runs.flat(2);
  if (pieces.length === 0) return { blocks: kept, cuts: [] };
  const counts = new Map<string, number>();
  for (const { form } of pieces) counts.set(form, (counts.get(form) ?? 0) + 1);
  const isTools = ({ said, form }: Piece): boolean =>
    said === 'tool' || (said === 'button' && (counts.get(form) ?? 0) >= LEAST);

  const cuts: Cut[] = [];
  const blocks = kept.flatMap((block, at) => {
    // What a database counts is told by the count that stands beside it.
    const found = (runs[at] ?? []).filter((run) => run.some(isTools));
    if (found.length === 0) return [block];
    const edits = found.map((run) => editOf(blockText(block), run));
    for (const { from, to } of edits)
      cuts.push({ block, from, to, step: 'cut-controls', reason: 'form' });
    const rest = editBlock(block, edits);
    return blockText(rest).trim() === '' ? [] : [rest];
  });
  return { blocks, cuts };
}

function editOf(text: string, run: readonly Piece[]): Edit {
  const from = run[0]?.from ?? 0;
  const to = run.at(-1)?.to ?? from;
  return { from, to: to + (LABEL.exec(text.slice(to, to + REACH))?.[0].length ?? 0), insert: '' };
}

/** The pieces that stand side by side, where they are in the way of a sentence. */
function runsIn(text: string): Piece[][] {
  if (!MAY_HOLD.test(text)) return [];
  const runs: Piece[][] = [];
  for (const { index, 0: whole } of text.matchAll(PIECE)) {
    const said = toolSaid(whole.slice(1, -1));
    if (said === null || (ROUND.test(whole) && !isRow(whole, said))) continue;
    const form = whole.replace(DIGITS, '0');
    const piece = { from: index, to: index + whole.length, form, said };
    const last = runs.at(-1);
    const isBeside = last && text.slice(last.at(-1)?.to, index).trim() === '';
    if (isBeside) last.push(piece);
    else runs.push([piece]);
  }
  return runs.filter((run) => isInTheWay(text, run[0]?.from ?? 0, run.at(-1)?.to ?? 0));
}

/** In round brackets authors say one such word themselves. */
function isRow(whole: string, said: ToolSaid): boolean {
  return said === 'tool' && TWO_WORDS.test(whole);
}

/** Behind a clause, before the next one or the end of the line; or the whole line. */
function isInTheWay(text: string, from: number, to: number): boolean {
  const after = text.slice(to, to + REACH);
  const isEnd = (ENDS.test(after) && text.length <= to + REACH) || LABEL.test(after);
  const before = text.slice(Math.max(0, from - REACH), from).trimEnd();
  if (before === '') return isEnd && from <= REACH;
  if (!CLAUSE_END.test(before.slice(-1))) return false;
  return isEnd || (GOES_ON.test(after) && !CONTINUES.test(after));
}

/** So far a look around goes. */
const REACH = 8;
