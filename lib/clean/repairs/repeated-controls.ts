import { type Block, blockText, type Cut, type Edit, editBlock } from '../block.ts';
import { hasChinese } from '../has-chinese.ts';

/**
 * Controls that a page repeats behind every piece of its document: 复制 ♥ 3 做成图, 本条变迁 关联条文 2, 编辑 收起
 * behind every heading. They are short, say nothing but what can be clicked and counted, and come back
 * at least three times; a refrain, a form and numbered headings do not speak so.
 */
const CONTROL =
  /复制|收藏|点赞|点踩|分享|回复|举报|编辑|收起|展开|折叠|评论|转发|喜欢|投票|纠错|报错|做成图|关联|涉案|朗读|播放|[♥❤♡👍👎★☆]/u;
/** Sentences and fields to be filled in are no controls. */
const SAYS_MORE = /[。！？，；：:_…“”《》]/u;
const COUNTS = /[0-9０-９.,]+(?:万|千|k|w|\+)?/giu;
const SPACES = /\s/g;
const LONGEST = 24;
const LEAST = 3;
const WORD =
  '(?:编辑|收起|展开|折叠|复制|收藏|分享|朗读|播报|引用|纠错|报错|举报|点赞|批注|笔记)(?:本|此|该)?[条段句款节]?';
/** The same behind the words of a heading or a paragraph: 编辑 收起, 收藏本条引用. */
const BEHIND = new RegExp(
  `(?:\\s?[[【（(]?${WORD}[\\]】）)]?){2,4}\\s?$|\\s?[[【](?:编辑|收起|展开|复制)[\\]】]\\s?$`,
  'u',
);
const TITLE = 2;
/** Where such words can begin at the earliest. */
const REACH = 28;
/** A longer line with a comma is a sentence. */
const LONGEST_LINE = 40;
const SENTENCE_END = /[。！？；：…”）)]$/u;
/** 划线 笔记 复制: a button may have a word of the site's own. */
const WITH_OWN = /(?<=[。！？；])\s?[^\s。！？；：…”）)，、]{1,4}\s?$/u;

/** The kept blocks without the controls that are repeated among them. */
export function cutRepeatedControls(kept: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
} {
  const texts = kept.map(blockText);
  const forms = texts.map(controlForm);
  const repeated = often(forms);
  const tails = texts.map((text, index) => (forms[index] === null ? tailOf(text) : null));
  const behind = often(tails);
  if (repeated.size === 0 && behind.size === 0) return { blocks: kept, cuts: [] };

  const cuts: Cut[] = [];
  const cut = (block: Block, from: number, to: number): void => {
    cuts.push({ block, from, to, step: 'cut-controls', reason: 'form' });
  };
  const blocks = kept.flatMap((block, index) => {
    const text = texts[index] ?? '';
    if (isOften(repeated, forms[index])) {
      cut(block, 0, text.length);
      return [];
    }
    if (!isOften(behind, tails[index])) return [block];
    const edit: Edit = { from: tailAt(text), to: text.length, insert: '' };
    cut(block, edit.from, edit.to);
    return [editBlock(block, [edit])];
  });
  return { blocks, cuts };
}

/** What a control says without its counts and blanks; null if the text is none. */
function controlForm(text: string): string | null {
  if (text.length > LONGEST || SAYS_MORE.test(text) || !CONTROL.test(text)) return null;
  return text.replace(COUNTS, '').replace(SPACES, '');
}

function tailOf(text: string): string | null {
  if (!hasChinese(text)) return null;
  const at = tailAt(text);
  return at < TITLE ? null : text.slice(at).replace(SPACES, '');
}

/** Where such words begin behind a heading, or behind the last sentence of a paragraph; -1 if there are none. */
function tailAt(text: string): number {
  const from = Math.max(0, text.length - REACH);
  const at = text.slice(from).search(BEHIND);
  if (at < 0) return -1;
  const before = text.slice(0, from + at);
  const own = WITH_OWN.exec(before)?.index ?? -1;
  if (own >= 0) return own;
  const isHeading =
    text.length <= LONGEST_LINE || (text.length <= LONGEST * 4 && !text.includes('，'));
  return isHeading || SENTENCE_END.test(before) ? from + at : -1;
}

/** The forms said at least three times. */
function often(forms: readonly (string | null)[]): Set<string> {
  const counts = new Map<string, number>();
  for (const form of forms) {
    if (form !== null) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST).map(([form]) => form));
}

function isOften(forms: ReadonlySet<string>, form: string | null | undefined): boolean {
  return form !== null && form !== undefined && forms.has(form);
}
