import type { RemovalReason } from '#lib/model/removal.ts';
import { ofClasses } from '../dom/element-table.ts';
import { PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { subtreeText } from '../dom/subtree-text.ts';
import { TAG } from '../dom/tag-sets.ts';
import { FRAME_WORDS } from './fill-gaps.ts';
import { isInside } from './labelled-boxes.ts';
import type { PageFeatures } from './page-features.ts';
import { saysAny } from './text-categories.ts';

/** Parts of one text of which a page shows one at a time, with the row of their names. */
export interface Tabs {
  readonly labels: PageElement;
  /** Without those that others write or that lead away. */
  readonly panes: readonly PageElement[];
}

/** The class of the one that is shown. */
const SHOWN = /(?:^|[\s_-])(?:on|cur|current|active|actived|selected|show|shown)(?=\s|$)/i;
const FEWEST = 2;
const MOST = 8;
/** More children are a list. */
const MOST_CHILDREN = 40;
const MOST_TABS = 20;
const LONGEST_LABEL = 12;
/** What others say of the document, and what else there is. */
const OTHERS =
  /评|留言|推荐|相关|猜|讨论|作品|热门|最新|排行|晒单|咨询|review|comment|related|discuss|popular|recent|latest|q ?& ?a/i;
/** A row of tabs is not wrapped deeper. */
const DEEPEST = 3;

/** The tabs of a page: boxes of one class, one of them shown, below as many names. */
export function tabsOf({ elements, sums, table }: ParsedPage, blocks: Float64Array): Tabs[] {
  const found: Tabs[] = [];
  const isShown = ofClasses(table, (classes) => SHOWN.test(classes));
  for (let index = 0; index < elements.length && found.length < MOST_TABS; index += 1) {
    const number = table.classOf[index] ?? 0;
    if (number === 0 || (blocks[index] ?? 0) < FEWEST || !isShown(number)) continue;
    const element = elements[index];
    if (!element || (element.tag & TAG.block) === 0) continue;
    const panes = panesWith(element, firstClass(table.classes[number] ?? ''));
    const labels = panes.length >= FEWEST ? labelsAbove(panes, sums.text) : null;
    if (labels) found.push(labels);
  }
  return found;
}

/** The element and its siblings of the same first class, if no other of them is shown. */
function panesWith(element: PageElement, name: string): PageElement[] {
  const parent = parentElement(element);
  if (!parent || parent.elementCount > MOST_CHILDREN || SHOWN.test(name)) return [];
  const panes = childrenOf(parent).filter(
    (child) => child.name === element.name && firstClass(child.attribute('class') ?? '') === name,
  );
  const shown = panes.filter((pane) => SHOWN.test(pane.attribute('class') ?? ''));
  return shown.length === 1 && panes.length <= MOST ? panes : [];
}

/** The row of as many short names right above the panes, or above the box they are in. */
function labelsAbove(panes: readonly PageElement[], text: Int32Array): Tabs | null {
  const [first] = panes;
  const parent = first ? parentElement(first) : null;
  if (!first || !parent) return null;
  const row = elementBefore(first) ?? elementBefore(parent);
  if (!row) return null;
  let labels = childrenOf(row);
  for (let depth = 0; labels.length === 1 && depth < DEEPEST; depth += 1) {
    labels = labels.flatMap(childrenOf);
  }
  const isShort = ({ index }: PageElement): boolean =>
    (text[index] ?? 0) > 0 && (text[index] ?? 0) <= LONGEST_LABEL;
  if (labels.length !== panes.length || !labels.every(isShort)) return null;
  const own = panes.filter((_, place) => {
    const label = labels[place];
    return label !== undefined && !OTHERS.test(subtreeText(label));
  });
  return { labels: row, panes: own };
}

function elementBefore(element: PageElement): PageElement | null {
  let before = element.prev;
  while (before && !(before instanceof PageElement)) before = before.prev;
  return before;
}

function childrenOf(element: PageElement): PageElement[] {
  return element.children.filter((child) => child instanceof PageElement);
}

const SPACES = /\s+/;

function firstClass(classes: string): string {
  return classes.trim().split(SPACES, 1)[0] ?? '';
}

/**
 * Keeps what the other tabs say of a document that is in one of them: a recipe's ingredients beside its steps. The row
 * of their names goes: each name says where to click.
 */
export function keepTabs(
  { measures, owners }: PageFeatures,
  tabs: readonly Tabs[],
  kept: boolean[],
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  for (const { labels, panes } of tabs) {
    const within = owners.map(
      (owner) => owner !== null && panes.some((pane) => isInside(owner, pane)),
    );
    if (!within.some((isPane, index) => isPane && kept[index] && measures[index]?.isProse))
      continue;
    owners.forEach((owner, index) => {
      if (owner && isInside(owner, labels)) kept[index] = false;
      const { links = 0, text = '' } = measures[index] ?? {};
      const isText = links === 0 && owner?.name !== 'a' && !saysAny(text, FRAME_WORDS);
      if (within[index] && !fixed[index] && isText) kept[index] = true;
    });
  }
  return kept;
}
