import { type ChildNode, Element } from 'domhandler';

/** An element that knows its place among the page's elements in document order. */
export class PageElement extends Element {
  /** Position in `ParsedPage.elements`. */
  readonly index: number;
  /** How many element siblings come before it, plus one. */
  readonly nth: number;
  /** Element children so far; final once the page is parsed. */
  elementCount = 0;

  constructor(name: string, attribs: Record<string, string>, index: number, nth: number) {
    super(name, attribs, [] as ChildNode[]);
    this.index = index;
    this.nth = nth;
  }
}

/** The parent, if it is an element of the page (not the document itself). */
export function parentElement(element: PageElement): PageElement | null {
  return element.parent instanceof PageElement ? element.parent : null;
}
