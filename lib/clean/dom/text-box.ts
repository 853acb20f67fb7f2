import { PageElement, parentElement } from './page-element.ts';
import type { PageSums } from './page-sums.ts';
import { isCode } from './preformatted.ts';
import { subtreeText } from './subtree-text.ts';

/** Less is a comment begun, a line to embed, an address to share. */
const LEAST = 400;
const LEAST_SENTENCES = 3;
const SENTENCE_ENDS = /[。！？]|[.!?](?=\s)/g;
/** Fields a reader fills in or ticks: a form to write with, or the terms to agree to before one registers. */
const BUTTONS = new Set(['hidden', 'button', 'submit', 'reset', 'image']);
/** 我同意: what stands above the button is a licence. */
const AGREES = /同意|接受|agree|accept/i;

/**
 * The box whose text is the page's document: sites of model letters and speeches put it into a field to copy from.
 * It has most of the page's text, that text is prose, and its form has nothing to fill in.
 */
export function documentBox(
  fields: readonly PageElement[],
  { text }: Pick<PageSums, 'text'>,
): PageElement | null {
  const all = text[0] ?? 0;
  return (
    fields.find((box) => {
      const size = text[box.index] ?? 0;
      return size >= LEAST && size * 2 >= all && holdsProse(box) && !isToFillIn(box);
    }) ?? null
  );
}

function holdsProse(box: PageElement): boolean {
  if (isCode(box)) return false;
  return (subtreeText(box).match(SENTENCE_ENDS)?.length ?? 0) >= LEAST_SENTENCES;
}

function isToFillIn(box: PageElement): boolean {
  let form: PageElement | null = box;
  while (form && form.name !== 'form') form = parentElement(form);
  return form?.children.some((child) => asks(child, box)) ?? false;
}

/** Whether a part of the form other than the box is a field or an assent. */
function asks(node: PageElement['children'][number], box: PageElement): boolean {
  if (!(node instanceof PageElement) || node === box) return false;
  if (node.name === 'select' || node.name === 'textarea') return true;
  if (node.name === 'button') return AGREES.test(subtreeText(node));
  if (node.name !== 'input') return node.children.some((child) => asks(child, box));
  const isButton = BUTTONS.has(node.attribute('type')?.toLowerCase() ?? 'text');
  return !isButton || AGREES.test(node.attribute('value') ?? '');
}
