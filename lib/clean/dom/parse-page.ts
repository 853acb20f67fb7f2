import type { Document as DomDocument } from 'domhandler';
import { buildTree } from './build-tree.ts';
import { PageElement } from './page-element.ts';
import { type PageSums, pageSums } from './page-sums.ts';

/** A page's DOM. */
export interface ParsedPage {
  readonly root: DomDocument;
  /** Every element in document order: a parent comes before its children. */
  readonly elements: readonly PageElement[];
  /** Text of <title>, white space folded; null if there is none. */
  readonly headTitle: string | null;
  /** Address links are relative to: <base href>, if it is absolute. */
  readonly base: string | null;
  readonly sums: PageSums;
  /** The page was deeper or larger than is read exactly. */
  readonly capped: boolean;
}

const SPACE = /\s+/g;
const NUL = /\0/g;

/** Reads a page; linear, total on any string. */
export function parsePage(html: string): ParsedPage {
  const { root, elements, capped } = buildTree(html.replace(NUL, '\u{FFFD}'));
  let headTitle: string | null = null;
  let base: string | null = null;
  for (const element of elements) {
    if (element.name === 'title' && headTitle === null && !isInside(element, 'svg')) {
      headTitle = ownText(element).replace(SPACE, ' ').trim();
    } else if (element.name === 'base' && base === null) {
      const href = element.attribs['href']?.trim();
      if (href && URL.canParse(href)) base = href;
    }
  }
  return { root, elements, headTitle: headTitle || null, base, sums: pageSums(elements), capped };
}

function isInside(element: PageElement, name: string): boolean {
  for (let at = element.parent; at instanceof PageElement; at = at.parent) {
    if (at.name === name) return true;
  }
  return false;
}

function ownText(element: PageElement): string {
  return element.children.map((child) => ('data' in child ? child.data : '')).join('');
}
