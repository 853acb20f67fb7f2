import type { PageElement } from '../dom/page-element.ts';

/** Where an element stands. */
export interface Place {
  /** Characters of the page before it, white space and texts between its siblings left out. */
  readonly at: number;
  /** The innermost aside it is in or is; 0 = none. */
  readonly aside: number;
}

/** The places of a page's elements, each told from its parent's: `enter` is called once for each in document order. */
export class Places {
  private readonly text: Int32Array;
  private readonly ups: Int32Array;
  /** Characters before the element, then before its next child. */
  private readonly start: Int32Array;
  private readonly next: Int32Array;
  private readonly asides: Int32Array;
  private count = 0;

  /** `text`: characters of each element's subtree, by index; `ups`: index of each parent, -1 without one. */
  constructor(text: Int32Array, ups: Int32Array) {
    this.text = text;
    this.ups = ups;
    this.start = new Int32Array(text.length);
    this.next = new Int32Array(text.length);
    this.asides = new Int32Array(text.length);
  }

  enter(element: PageElement, isAside: boolean): void {
    const { index } = element;
    const up = this.ups[index] ?? -1;
    const at = this.next[up] ?? 0;
    this.start[index] = at;
    this.next[index] = at;
    if (up >= 0) this.next[up] = at + (this.text[index] ?? 0);
    if (isAside) this.count += 1;
    this.asides[index] = isAside ? this.count : (this.asides[up] ?? 0);
  }

  of(element: PageElement): Place {
    return { at: this.start[element.index] ?? 0, aside: this.asides[element.index] ?? 0 };
  }
}
