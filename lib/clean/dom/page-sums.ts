import { Text } from 'domhandler';
import { visibleLength } from '../white-space.ts';
import { type ElementTable, ofClasses } from './element-table.ts';
import { hiddenStyles, hides, isHiddenByStyles } from './hidden-styles.ts';
import type { PageElement } from './page-element.ts';
import { TAG } from './tag-sets.ts';

/** What is known of every element, by `PageElement.index`. */
export interface PageSums {
  /** Characters of text without white space in its subtree. */
  readonly text: Int32Array;
  /** Hidden by attribute, inline style or stylesheet: the element itself, not its ancestors. */
  readonly hidden: Uint8Array;
}

const CLASS_SPLIT = /\s+/;
/** A sheet that hides more of the page than this hides it until a script shows it. */
const MAX_SHEET_HIDDEN = 0.3;
const SKIP_HIDING = new Set(['html', 'body', 'main', 'article']);

/** Adds the texts up from the leaves and reads what is hidden; linear. */
export function pageSums(elements: readonly PageElement[], table: ElementTable): PageSums {
  const size = elements.length;
  const sums = { text: new Int32Array(size), hidden: new Uint8Array(size) };
  for (let index = size - 1; index >= 0; index--) {
    const element = elements[index];
    if (element && (element.tag & TAG.silent) === 0) addUp(element, index, sums.text, table.up);
  }
  markHidden(elements, table, sums);
  return sums;
}

function addUp(element: PageElement, index: number, text: Int32Array, ups: Int32Array): void {
  let own = text[index] ?? 0;
  for (const child of element.children) {
    if (child instanceof Text) own += visibleLength(child.data);
  }
  if (own === 0) return;
  text[index] = own;
  const up = ups[index] ?? -1;
  if (up >= 0) text[up] = (text[up] ?? 0) + own;
}

/** Sheets that would hide much of the page are not believed: a script shows that part. */
function markHidden(
  elements: readonly PageElement[],
  table: ElementTable,
  { text, hidden }: PageSums,
): void {
  const styles = hiddenStyles(sheetsOf(table.named('style')));
  // Whether a sheet hides one of the classes, if other things are so too.
  const isNamed = ofClasses(table, (classes) =>
    classes.split(CLASS_SPLIT).some((name) => styles.byClass.has(name)),
  );
  const isHiddenBySheet = (element: PageElement): boolean => {
    if (styles.byId.size > 0 && styles.byId.has(element.attribute('id') ?? '')) return true;
    const number = styles.byClass.size === 0 ? 0 : (table.classOf[element.index] ?? 0);
    if (number === 0 || !isNamed(number)) return false;
    const classes = table.classes[number] ?? '';
    return isHiddenByStyles(styles, element.name, classes.split(CLASS_SPLIT));
  };
  const bySheet: number[] = [];
  let hiddenText = 0;
  for (const element of elements) {
    if (element.held.length === 0 || SKIP_HIDING.has(element.name)) continue;
    const { index } = element;
    if (isHiddenElement(element)) hidden[index] = 1;
    else if (isHiddenBySheet(element)) {
      bySheet.push(index);
      hiddenText += text[index] ?? 0;
    }
  }
  if (hiddenText > (text[0] ?? 0) * MAX_SHEET_HIDDEN) return;
  for (const index of bySheet) hidden[index] = 1;
}

/** The page's own style sheets for screens. */
function sheetsOf(styles: readonly PageElement[]): string[] {
  const sheets: string[] = [];
  for (const element of styles) {
    if (!SCREEN.has(element.attribute('media') ?? 'all')) continue;
    for (const child of element.children) if (child instanceof Text) sheets.push(child.data);
  }
  return sheets;
}

/** Strings between the words of a post, against copying: what is seen is set to nothing by the forum's own sheet. */
const JAMMER = 'jammer';
const SCREEN = new Set(['all', 'screen', '']);

/** Hidden by its own attributes, or by the style sheet of every Discuz forum. */
function isHiddenElement({ held }: PageElement): boolean {
  for (let at = 0; at < held.length; at += 2) {
    const name = held[at];
    const value = held[at + 1] ?? '';
    if (name === 'hidden' && value !== 'until-found') return true;
    if (name === 'class' && value === JAMMER) return true;
    if (name === 'style' && hides(value)) return true;
  }
  return false;
}
