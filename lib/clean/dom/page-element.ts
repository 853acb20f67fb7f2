import { type ChildNode, Element } from 'domhandler';
import { tagBits } from './tag-sets.ts';

/** An element that knows its place among the page's elements in document order. */
export class PageElement extends Element {
  /** Position in `ParsedPage.elements`. */
  readonly index: number;
  /** How many element siblings come before it, plus one. */
  readonly nth: number;
  /** What kind of element its name makes it: TAG bits. */
  readonly tag: number;
  /** Element children so far; final once the page is parsed. */
  elementCount = 0;
  /** Names and values of its attributes in turn. */
  readonly held: string[];
  /** `attribs`, made when it is first asked for. */
  private read: Record<string, string> | null = null;

  constructor(name: string, held: string[], index: number, nth: number) {
    super(name, NO_ATTRIBS, [] as ChildNode[]);
    this.held = held;
    this.index = index;
    this.nth = nth;
    this.tag = tagBits(name);
  }

  /** The value of an attribute. Objects of attributes are of a hundred shapes, a few names in a row are searched sooner. */
  attribute(name: string): string | undefined {
    const { held } = this;
    for (let at = 0; at < held.length; at += 2) if (held[at] === name) return held[at + 1];
    return undefined;
  }

  /** What readers of any DOM ask for. */
  attributeObject(): Record<string, string> {
    if (this.read) return this.read;
    const read: Record<string, string> = {};
    for (let at = 0; at < this.held.length; at += 2) {
      read[this.held[at] ?? ''] = this.held[at + 1] ?? '';
    }
    this.read = read;
    return read;
  }
}

const NO_ATTRIBS: Record<string, string> = {};

// Elements of other trees have the object as a field of their own; here few are ever asked for it.
Object.defineProperty(PageElement.prototype, 'attribs', {
  get(this: PageElement) {
    return this.attributeObject();
  },
  set() {},
});

/** The parent, if it is an element of the page (not the document itself). */
export function parentElement(element: PageElement): PageElement | null {
  return element.parent instanceof PageElement ? element.parent : null;
}
