import { type ChildNode, Text } from 'domhandler';
import { type Block, blockText, type Cut, type Edit, editBlock } from '../block.ts';
import { PageElement } from '../dom/page-element.ts';
import { subtreeText } from '../dom/subtree-text.ts';

/** What a link to the heading itself shows, before it or behind it: Sphinx ¶, VuePress #. */
const ANCHOR = /^(?:[#¶§※☍∞⚓\u200b]|🔗|\ufe0f){1,3}$/u;
/** What a button inside a heading says. */
const TOOL =
  /^(?:编辑|編輯|复制(?:本段|全文|内容|代码)?|複製|朗读|朗讀|播放|收听|分享|收藏|展开|收起|折叠|纠错|报错|下载|打印|copy|share|edit|link|permalink|listen|expand|collapse)$/iu;
const TOOL_CLASS =
  /(?:^|[\s_-])(?:btn|button|copy|clipboard|tool|tools|action|share|play|audio|fold|toggle|edit)(?=[\s_-]|$)/iu;
/** Headings that nothing closes hold each other. */
const MOST_CHILDREN = 40;
const MOST_TEXT = 12;
/** 第三步 复制 may be a heading; headings that all end so have the button. */
const LEAST_TOOLS = 2;

/** Headings without the links to themselves, and without the button that each of several has; and what was cut. */
export function cutHeadingTools(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
} {
  const tools = blocks.filter((block) => toolAt(block) !== null).length >= LEAST_TOOLS;
  const cuts: Cut[] = [];
  const rest = blocks.map((block) => {
    const edits = [...anchorsIn(block), ...(tools ? [toolAt(block)] : [])].filter(isEdit);
    if (edits.length === 0) return block;
    for (const { from, to } of edits) {
      cuts.push({ block, from, to, step: 'content', reason: 'form' });
    }
    return editBlock(block, edits);
  });
  return cuts.length === 0 ? { blocks, cuts } : { blocks: rest, cuts };
}

function isEdit(edit: Edit | null): edit is Edit {
  return edit !== null;
}

/** The signs of links to the heading at its two ends. */
function anchorsIn(block: Block): Edit[] {
  const heading = headingOf(block);
  if (!heading) return [];
  const text = blockText(block);
  const first = signOf(heading.children.find((child) => !isBlank(child)));
  const last = signOf(heading.children.findLast((child) => !isBlank(child)));
  const edits: Edit[] = [];
  if (first !== '' && text.startsWith(first) && text.length > first.length) {
    const rest = text.slice(first.length);
    edits.push({ from: 0, to: text.length - rest.trimStart().length, insert: '' });
  }
  if (last !== '' && text.endsWith(last) && text.length > first.length + last.length) {
    const from = text.slice(0, -last.length).trimEnd().length;
    if (from > first.length) edits.push({ from, to: text.length, insert: '' });
  }
  return edits;
}

/** The sign of a link to a place on the page; '' if it is none. */
function signOf(node: ChildNode | undefined): string {
  if (!(node instanceof PageElement) || node.name !== 'a') return '';
  if (!node.attribute('href')?.includes('#')) return '';
  const said = subtreeText(node, MOST_TEXT);
  return ANCHOR.test(said) ? said : '';
}

/** The words of the buttons at the end of a heading; null if there are none. */
function toolAt(block: Block): Edit | null {
  const children = headingOf(block)?.children ?? [];
  const text = blockText(block);
  let from = text.length;
  for (const child of children.toReversed()) {
    if (isBlank(child)) continue;
    const said =
      child instanceof PageElement && isButton(child) ? subtreeText(child, MOST_TEXT) : '';
    if (!TOOL.test(said) || !text.slice(0, from).endsWith(said)) break;
    from = text.slice(0, from - said.length).trimEnd().length;
  }
  return from > 0 && from < text.length ? { from, to: text.length, insert: '' } : null;
}

function isButton(element: PageElement): boolean {
  return element.name === 'a' || TOOL_CLASS.test(element.attribute('class') ?? '');
}

function headingOf({ kind, element, cells }: Block): PageElement | null {
  if (kind !== 'heading' || !(element instanceof PageElement) || cells.length !== 1) return null;
  return element.children.length <= MOST_CHILDREN ? element : null;
}

/** White space between elements. */
export function isBlank(node: ChildNode): boolean {
  return node instanceof Text && node.data.trim() === '';
}

/** Does the heading link to itself? The headings of an article do. */
export function hasAnchor(block: Block): boolean {
  const heading = headingOf(block);
  return (
    heading !== null &&
    (signOf(heading.children.find((child) => !isBlank(child))) !== '' ||
      signOf(heading.children.findLast((child) => !isBlank(child))) !== '')
  );
}
