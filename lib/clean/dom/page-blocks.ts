import { type AnyNode, Text } from 'domhandler';
import type { Block } from '../block.ts';
import { startBlock, startCell } from './block-starts.ts';
import { floatsInText, goesOnBehindBox } from './floating-box.ts';
import { isInlineAd } from './inline-ad.ts';
import { addFormulaScript, startInline } from './inline-starts.ts';
import { PageElement } from './page-element.ts';
import type { ParsedPage } from './parse-page.ts';
import { ReadingState } from './reading-state.ts';
import { subtreeText } from './subtree-text.ts';
import { TAG } from './tag-sets.ts';

/**
 * Every block of the page in document order, boilerplate and hidden ones included: each text node
 * outside script, style and template is in exactly one. One walk, no recursion, linear.
 */
export function pageBlocks(page: ParsedPage, url: string | null): Block[] {
  const state = new ReadingState(page, page.base ?? url);
  let node: AnyNode | null = page.root.children[0] ?? null;
  while (node) {
    if (node instanceof Text) readText(state, node);
    else if (node instanceof PageElement && enter(state, node)) {
      const child: AnyNode | undefined = node.children[0];
      if (child) {
        node = child;
        continue;
      }
      leave(state, node);
    }
    node = following(state, node);
  }
  state.flush();
  return state.blocks;
}

const INDENT = /^[ \n\r\t]*(?:\u3000|\u00a0{2})/;

/** The next node that is not inside `node`; elements that end on the way are left. */
function following(state: ReadingState, node: AnyNode): AnyNode | null {
  let at: AnyNode | null = node;
  while (at && !at.next) {
    at = at.parent;
    if (at instanceof PageElement) leave(state, at);
  }
  return at?.next ?? null;
}

function readText(state: ReadingState, node: Text): void {
  const parent = node.parent;
  if (!(parent instanceof PageElement)) return;
  if (state.pre) {
    state.run.addVerbatim(node.data, parent);
    return;
  }
  if (state.run.endsWithBreak() && !state.row && INDENT.test(node.data)) state.flush();
  state.run.addText(node.data, parent, state.marks, state.href);
}

/** Whether the children are read too. */
function enter(state: ReadingState, element: PageElement): boolean {
  const { tag } = element;
  if ((tag & TAG.code) !== 0) {
    addFormulaScript(state, element);
    return false;
  }
  if ((tag & TAG.aside) !== 0) return setAside(state, element);
  const isBlock = (tag & TAG.block) !== 0;
  if (state.sums.hidden[element.index] === 1 && (!isBlock || state.row)) {
    return setAside(state, element);
  }
  if (isBlock) return enterBlock(state, element);
  return isInlineAd(element) ? setAside(state, element) : startInline(state, element);
}

function enterBlock(state: ReadingState, element: PageElement): boolean {
  const { name } = element;
  if (state.row) {
    if (name === 'td' || name === 'th') startCell(state, element);
    else state.run.addGap();
    return true;
  }
  const isControl = (element.tag & TAG.control) !== 0 && element !== state.textBox;
  if (!isControl && floatsInText(element) && !state.isWhole()) state.holdRun(element);
  else state.flush();
  if (isControl) return setAside(state, element);
  const outer = state.container;
  state.container = element;
  state.after(element, () => {
    if (!goesOnBehindBox(element) || state.isWhole()) state.flush();
    state.container = outer;
  });
  startBlock(state, element);
  return true;
}

function leave(state: ReadingState, element: PageElement): void {
  if (state.row && (element.tag & TAG.block) !== 0) state.run.addGap();
  state.end(element);
}

/** Text that is there but not to be read in the flow: its own block, without its children. */
function setAside(state: ReadingState, element: PageElement): false {
  const text = subtreeText(element);
  if (text !== '') state.emit('paragraph', [[{ text, marks: [] }]], element);
  return false;
}
