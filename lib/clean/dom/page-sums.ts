import { Text } from 'domhandler';
import { type HiddenStyles, hiddenStyles, hides, isHiddenByStyles } from './hidden-styles.ts';
import { type PageElement, parentElement } from './page-element.ts';
import { BLOCK_TAGS, SILENT_TAGS } from './tag-sets.ts';

/** Sums over each element's subtree, by `PageElement.index`: one pass up from the leaves. */
export interface PageSums {
  /** Characters of text without white space. */
  readonly text: Int32Array;
  /** Block-level descendants. */
  readonly blocks: Int32Array;
  readonly tables: Int32Array;
  readonly rows: Int32Array;
  readonly cells: Int32Array;
  readonly headerCells: Int32Array;
  readonly images: Int32Array;
  /** Line breaks, and boxes right inside boxes. */
  readonly breaks: Int32Array;
  readonly nested: Int32Array;
  /** Hidden by attribute, inline style or stylesheet: the element itself, not its ancestors. */
  readonly hidden: Uint8Array;
}

const WHITE = /\s+/g;
const CLASS_SPLIT = /\s+/;
/** A sheet that hides more of the page than this hides it until a script shows it. */
const MAX_SHEET_HIDDEN = 0.3;
const SKIP_HIDING = new Set(['html', 'body', 'main', 'article']);

/** Counts what every score and shape test needs; linear. */
export function pageSums(elements: readonly PageElement[]): PageSums {
  const size = elements.length;
  const sums = {
    text: new Int32Array(size),
    blocks: new Int32Array(size),
    tables: new Int32Array(size),
    rows: new Int32Array(size),
    cells: new Int32Array(size),
    headerCells: new Int32Array(size),
    images: new Int32Array(size),
    breaks: new Int32Array(size),
    nested: new Int32Array(size),
    hidden: new Uint8Array(size),
  };
  for (let index = size - 1; index >= 0; index--) {
    const element = elements[index];
    if (element && !SILENT_TAGS.has(element.name)) addUp(element, index, sums);
  }
  markHidden(elements, sums.text, sums.hidden);
  return sums;
}

type MutableSums = { -readonly [Key in keyof PageSums]: PageSums[Key] };

function addUp(element: PageElement, index: number, sums: MutableSums): void {
  let own = 0;
  for (const child of element.children) {
    if (child instanceof Text) own += child.data.replace(WHITE, '').length;
  }
  sums.text[index] = (sums.text[index] ?? 0) + own;
  const parent = parentElement(element);
  if (!parent) return;
  const up = parent.index;
  const add = (array: Int32Array, self: number): void => {
    array[up] = (array[up] ?? 0) + (array[index] ?? 0) + self;
  };
  const { name } = element;
  add(sums.text, 0);
  add(sums.blocks, BLOCK_TAGS.has(name) ? 1 : 0);
  add(sums.tables, name === 'table' ? 1 : 0);
  add(sums.rows, name === 'tr' ? 1 : 0);
  add(sums.cells, name === 'td' || name === 'th' ? 1 : 0);
  add(sums.headerCells, name === 'th' ? 1 : 0);
  add(sums.images, name === 'img' ? 1 : 0);
  add(sums.breaks, name === 'br' ? 1 : 0);
  add(sums.nested, name === 'div' && parent.name === 'div' ? 1 : 0);
}

/** Sheets that would hide much of the page are not believed: a script shows that part. */
function markHidden(elements: readonly PageElement[], text: Int32Array, hidden: Uint8Array): void {
  const styles = hiddenStyles(sheetsOf(elements));
  const bySheet: number[] = [];
  let hiddenText = 0;
  for (const element of elements) {
    if (SKIP_HIDING.has(element.name)) continue;
    const { index } = element;
    if (isHiddenElement(element)) hidden[index] = 1;
    else if (isHiddenBySheet(styles, element)) {
      bySheet.push(index);
      hiddenText += text[index] ?? 0;
    }
  }
  if (hiddenText > (text[0] ?? 0) * MAX_SHEET_HIDDEN) return;
  for (const index of bySheet) hidden[index] = 1;
}

function isHiddenBySheet(styles: HiddenStyles, { name, attribs }: PageElement): boolean {
  const { class: classes, id } = attribs;
  if (styles.byClass.size === 0) return id !== undefined && styles.byId.has(id);
  if (classes === undefined && id === undefined) return false;
  return isHiddenByStyles(styles, name, classes?.split(CLASS_SPLIT) ?? [], id);
}

/** The page's own style sheets for screens. */
function sheetsOf(elements: readonly PageElement[]): string[] {
  return elements.flatMap(({ name, attribs, children }) => {
    if (name !== 'style' || !SCREEN.has(attribs['media'] ?? 'all')) return [];
    return children.flatMap((child) => (child instanceof Text ? [child.data] : []));
  });
}

/** Strings between the words of a post, against copying: what is seen is set to nothing by the forum's own sheet. */
const JAMMER = 'jammer';
const SCREEN = new Set(['all', 'screen', '']);

/** Hidden by its own attributes, or by the style sheet of every Discuz forum. */
function isHiddenElement({ attribs }: PageElement): boolean {
  const { hidden, style, class: classes } = attribs;
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if (classes === JAMMER) return true;
  return style !== undefined && hides(style);
}
