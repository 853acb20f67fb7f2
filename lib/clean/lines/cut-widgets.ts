import { TOOL_WORDS } from './chrome-words.ts';
import type { Line } from './scan-lines.ts';

/** 目录 above the headings of the page, and the button that shows the rest of them. */
const CONTENTS = /^[【[]?(?:文章|本文|内容|本页|页面|快速)?(?:目录|目 录|导读)[】\]]?:?$/u;
const UNFOLDS =
  /^[[【(]?(?:点击)?(?:展开|收起|显示|查看|隐藏)(?:全部|更多|目录|剩余|全部目录|完整目录)?[\])】]? ?[▼▲∨∧↓↑+>]{0,2}$/u;
const MOST_ENTRIES = 30;
const LONGEST_ENTRY = 40;
const SENTENCE = /[。；！？;!?]/u;
/** 提问者 某某 | 2018-03-02, above the label of the answer that was chosen. */
const ASKED = /^(?:提问者|提问人|题主|提问时间|悬赏(?:分|金额)?|离问题结束)[: ]/u;
const ANSWER =
  /^[【[]?(?:最佳|满意|推荐|采纳|专业|优质|网友采纳)的?(?:答案|回答|答复)[】\]]?(?: ?\(\d{1,3}\))?:?$/u;
const MOST_ASKED = 10;

/**
 * Cuts what widgets of the page left among the lines of the document: the folded list of its headings, a button that
 * stands in a row of buttons elsewhere, what was asked above the answer that was chosen.
 */
export function cutWidgets(lines: readonly Line[], kept: boolean[]): void {
  cutContents(lines, kept);
  cutButtons(lines, kept);
  cutAsked(lines, kept);
}

/** A document's own table of contents has no button below it. */
function cutContents(lines: readonly Line[], kept: boolean[]): void {
  const from = lines.findIndex(({ folded }) => CONTENTS.test(folded));
  if (from < 0) return;
  let to = from + 1;
  while (to < lines.length && to - from <= MOST_ENTRIES && isEntry(lines[to])) to += 1;
  const isFolded = to > from + 2 && UNFOLDS.test(lines[to]?.folded ?? '');
  if (isFolded && kept.includes(true, to + 1)) kept.fill(false, from, to + 1);
}

function isEntry(line: Line | undefined): boolean {
  if (!line || line.text.length > LONGEST_ENTRY || UNFOLDS.test(line.folded)) return false;
  return !SENTENCE.test(line.text);
}

/** 完善 below a poem, where 有用 12 没用 3 完善 stands below its translation: alone it heads nothing. */
function cutButtons(lines: readonly Line[], kept: boolean[]): void {
  const rows = lines.filter(({ frame, folded }) => frame?.sure === true && folded.includes(' '));
  if (rows.length === 0) return;
  const words = new Set(rows.flatMap(({ folded }) => folded.split(' ')));
  for (const [at, { folded }] of lines.entries()) {
    if (kept[at] && ONLY_BUTTON.has(folded) && words.has(folded)) kept[at] = false;
  }
}

const HEADS_NOTHING = /^(?:完善|拷贝|下载|保存|生成|展开|收起|[有没]帮?[助用])/u;
/** Words of buttons that head no part of a text, as 译文 and 赏析 do. */
const ONLY_BUTTON: ReadonlySet<string> = new Set(
  [...TOOL_WORDS].filter((word) => HEADS_NOTHING.test(word)),
);

/** The document of such a page is the answer; the question is its title. */
function cutAsked(lines: readonly Line[], kept: boolean[]): void {
  const answer = lines.findIndex(({ folded }) => ANSWER.test(folded));
  const from = Math.max(0, answer - MOST_ASKED);
  const asked = lines
    .slice(from, Math.max(from, answer))
    .findIndex(({ folded }) => ASKED.test(folded));
  if (asked >= 0 && kept.includes(true, answer + 1)) kept.fill(false, from + asked, answer + 1);
}
