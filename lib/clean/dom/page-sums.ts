import { Text } from 'domhandler';
import { visibleLength } from '../white-space.ts';
import { type HiddenStyles, hiddenStyles, hides, isHiddenByStyles } from './hidden-styles.ts';
import { type PageElement, parentElement } from './page-element.ts';
import { TAG } from './tag-sets.ts';

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
    if (element && (element.tag & TAG.silent) === 0) addUp(element, index, sums);
  }
  markHidden(elements, sums.text, sums.hidden);
  return sums;
}

type MutableSums = { -readonly [Key in keyof PageSums]: PageSums[Key] };

function addUp(element: PageElement, index: number, sums: MutableSums): void {
  let own = 0;
  for (const child of element.children) {
    if (child instanceof Text) own += visibleLength(child.data);
  }
  sums.text[index] = (sums.text[index] ?? 0) + own;
  const parent = parentElement(element);
  if (!parent) return;
  const up = parent.index;
  add(sums.text, up, index, 0);
  add(sums.blocks, up, index, (element.tag & TAG.block) === 0 ? 0 : 1);
  const { name } = element;
  add(sums.images, up, index, name === 'img' ? 1 : 0);
  add(sums.tables, up, index, name === 'table' ? 1 : 0);
  add(sums.rows, up, index, name === 'tr' ? 1 : 0);
  add(sums.cells, up, index, name === 'td' || name === 'th' ? 1 : 0);
  add(sums.headerCells, up, index, name === 'th' ? 1 : 0);
  add(sums.breaks, up, index, name === 'br' ? 1 : 0);
  add(sums.nested, up, index, name === 'div' && parent.name === 'div' ? 1 : 0);
}

function add(sums: Int32Array, up: number, index: number, own: number): void {
  sums[up] = (sums[up] ?? 0) + (sums[index] ?? 0) + own;
}

/** Sheets that would hide much of the page are not believed: a script shows that part. */
function markHidden(elements: readonly PageElement[], text: Int32Array, hidden: Uint8Array): void {
  const styles = hiddenStyles(sheetsOf(elements));
  const named = new Map<string, boolean>();
  const bySheet: number[] = [];
  let hiddenText = 0;
  for (const element of elements) {
    if (SKIP_HIDING.has(element.name)) continue;
    const { index } = element;
    if (element.held.length === 0) continue;
    if (isHiddenElement(element)) hidden[index] = 1;
    else if (isHiddenBySheet(styles, element, named)) {
      bySheet.push(index);
      hiddenText += text[index] ?? 0;
    }
  }
  if (hiddenText > (text[0] ?? 0) * MAX_SHEET_HIDDEN) return;
  for (const index of bySheet) hidden[index] = 1;
}

/** `named` has for each class attribute whether a sheet hides one of its classes, if other things are so too. */
function isHiddenBySheet(
  styles: HiddenStyles,
  element: PageElement,
  named: Map<string, boolean>,
): boolean {
  const id = element.attribute('id');
  if (id !== undefined && styles.byId.has(id)) return true;
  const classes = styles.byClass.size === 0 ? undefined : element.attribute('class');
  if (classes === undefined) return false;
  let isNamed = named.get(classes);
  if (isNamed === undefined) {
    isNamed = classes.split(CLASS_SPLIT).some((name) => styles.byClass.has(name));
    named.set(classes, isNamed);
  }
  return isNamed && isHiddenByStyles(styles, element.name, classes.split(CLASS_SPLIT));
}

/** The page's own style sheets for screens. */
function sheetsOf(elements: readonly PageElement[]): string[] {
  const sheets: string[] = [];
  for (const element of elements) {
    if (element.name !== 'style' || !SCREEN.has(element.attribute('media') ?? 'all')) continue;
    for (const child of element.children) if (child instanceof Text) sheets.push(child.data);
  }
  return sheets;
}

/** Strings between the words of a post, against copying: what is seen is set to nothing by the forum's own sheet. */
const JAMMER = 'jammer';
const SCREEN = new Set(['all', 'screen', '']);

/** Hidden by its own attributes, or by the style sheet of every Discuz forum. */
function isHiddenElement(element: PageElement): boolean {
  const hidden = element.attribute('hidden');
  if (hidden !== undefined && hidden !== 'until-found') return true;
  if (element.attribute('class') === JAMMER) return true;
  const style = element.attribute('style');
  return style !== undefined && hides(style);
}
