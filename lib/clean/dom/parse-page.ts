import type { Document as DomDocument } from 'domhandler';
import { buildTree } from './build-tree.ts';
import { isDefaultTitle } from './default-title.ts';
import { type ElementTable, elementTable } from './element-table.ts';
import { PageElement } from './page-element.ts';
import { type PageSums, pageSums } from './page-sums.ts';
import { documentBox } from './text-box.ts';

/** A page's DOM. */
export interface ParsedPage {
  readonly root: DomDocument;
  /** Every element in document order: a parent comes before its children. */
  readonly elements: readonly PageElement[];
  /** Text of <title>, white space folded, its first 1,000 characters: one that is never closed is the page; null if there is none, or none but an editor's. */
  readonly headTitle: string | null;
  /** Address links are relative to: <base href>, if it is absolute. */
  readonly base: string | null;
  readonly table: ElementTable;
  readonly sums: PageSums;
  /** The field whose text is the document, null on nearly every page. */
  readonly textBox: PageElement | null;
  /** The page was deeper or larger than is read exactly. */
  readonly capped: boolean;
}

const LONGEST_TITLE = 1_000;
const SPACE = /\s+/g;
/** Not the one that scripts hide from XML parsers in a comment of theirs. */
const CDATA = /(?<!\/\/ ?|\* ?)<!\[CDATA\[/g;
const NUL = /\0/g;

/** Reads a page; linear, total on any string. `mayHoldNul` false: who has the bytes knows that it holds none. */
export function parsePage(html: string, mayHoldNul = true): ParsedPage {
  const text = mayHoldNul && html.includes('\0') ? html.replace(NUL, '\u{FFFD}') : html;
  const { root, elements, capped } = buildTree(withoutTraps(text));
  const table = elementTable(elements);
  const title = table.named('title').find((element) => !isInside(element, 'svg'));
  const headTitle = (title && titleIn(title)) || null;
  const sums = pageSums(elements, table);
  const textBox = documentBox(table.named('textarea'), sums);
  return { root, elements, headTitle, base: baseOf(table), table, sums, textBox, capped };
}

function baseOf({ named }: ElementTable): string | null {
  const addresses = named('base').map((element) => element.attribute('href')?.trim());
  return addresses.find((href) => href && URL.canParse(href)) ?? null;
}

/** What the element says, '' for an editor's words. */
function titleIn(element: PageElement): string {
  const said = ownText(element).replace(SPACE, ' ').trim().slice(0, LONGEST_TITLE);
  return isDefaultTitle(said) ? '' : said;
}

/**
 * `<![CDATA[` outside SVG and MathML is a bogus comment that ends at the next `>`
 * (HTML standard, 13.2.5.42); the tokenizer would swallow the page up to a `]]>`.
 */
function withoutTraps(html: string): string {
  // Looked for by its end: every page is full of what it begins with.
  return html.includes('![CDATA[') ? html.replace(CDATA, '<!-CDATA[') : html;
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
