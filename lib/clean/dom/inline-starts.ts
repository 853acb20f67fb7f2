import type { Mark } from '../block.ts';
import { formulaSource } from './formula.ts';
import { imageSource } from './image-source.ts';
import { PageElement } from './page-element.ts';
import { type ReadingState, SENTENCE_END } from './reading-state.ts';
import { subtreeText } from './subtree-text.ts';

const MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};
/** A line this long that ends a sentence is a paragraph, not a line of verse or an address. */
const PARAGRAPH_LINE = 60;
const KEEPS_LINES = new Set(['p', 'li', 'td', 'th', 'blockquote', 'address', 'dd']);

/**
 * What the start of an inline element adds to the text or changes for the text inside: formatting, links,
 * line breaks, images, formulas. Whether its children are read too.
 */
export function startInline(state: ReadingState, element: PageElement): boolean {
  const { name } = element;
  const mark = MARKS[name];
  if (mark !== undefined) {
    const before = state.marks;
    if (!before.includes(mark)) state.marks = [...before, mark];
    state.after(element, () => {
      state.marks = before;
    });
  } else if (name === 'a') {
    const before = state.href;
    state.href = state.resolve(element.attribute('href')) ?? before;
    if (element.prev instanceof PageElement && element.prev.name === 'a') state.run.addGap();
    state.after(element, () => {
      state.href = before;
    });
  } else if (name === 'br') lineBreak(state, element);
  else if (name === 'img') image(state, element);
  else if (name === 'math') return formula(state, element);
  else if (name.includes('-') || name === 'label') state.run.addGap();
  return true;
}

/** A script may be the source of a formula that the page draws: then it is text. */
export function addFormulaScript(state: ReadingState, element: PageElement): void {
  if (element.attribute('type')?.startsWith('math/tex')) {
    state.run.addText(`$${subtreeText(element)}$`, element, state.marks, null);
  }
}

function lineBreak(state: ReadingState, element: PageElement): void {
  if (state.pre) state.run.addVerbatim('\n', element);
  else if (state.row) state.run.addGap();
  else if (state.run.endsWithBreak()) state.flush();
  else {
    const long = state.run.length >= PARAGRAPH_LINE;
    const keeps = state.container !== null && KEEPS_LINES.has(state.container.name);
    if (!keeps || (long && state.run.endsWith(SENTENCE_END))) state.flush();
    else state.run.addBreak();
  }
}

function image(state: ReadingState, element: PageElement): void {
  const src = state.resolve(imageSource(element));
  if (src === null) return;
  state.run.addImage(src, element.attribute('alt')?.trim() ?? '', element, state.href);
}

function formula(state: ReadingState, element: PageElement): boolean {
  if (state.inFormula) return true;
  const source = formulaSource(element);
  if (source === null) {
    state.inFormula = true;
    state.after(element, () => {
      state.inFormula = false;
    });
    return true;
  }
  state.run.addText(`$${source}$`, element, state.marks, null);
  return false;
}
