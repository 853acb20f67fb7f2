import { type AnyNode, Document, Text } from 'domhandler';
import { PageElement } from './page-element.ts';

/** Deeper elements become siblings: no page a person wrote is deeper, and every walk stays cheap. */
const MAX_DEPTH = 512;
/** From here on tags are ignored and text goes on in one node: bounds memory at 40 bytes a byte. */
const MAX_NODES = 300_000;

/**
 * The tree of a page while it grows, and the elements open in it: what comes next goes into the innermost.
 * Keeps the nodes linked, numbered and within the caps; which tag begins or ends what is the caller's to decide.
 */
export class GrowingTree {
  readonly root = new Document([]);
  readonly elements: PageElement[] = [];
  /** A cap was reached: part of the structure is lost, no text. */
  capped = false;
  /** Names of the open elements, and how many of each name are open. */
  readonly open: string[] = [];
  readonly openCount = new Map<string, number>();
  /** Open elements beyond MAX_DEPTH, which have no node on the stack. */
  overflow = 0;
  /** Everything is inside one html element, whether the page has the tag or not. */
  readonly top: PageElement;
  /** The open elements as `open` names them, and the innermost. */
  private readonly parents: PageElement[] = [];
  private parent: PageElement;
  private nodes = 0;

  constructor() {
    this.top = new PageElement('html', [], 0, 1);
    this.top.parent = this.root;
    this.root.children.push(this.top);
    this.elements.push(this.top);
    this.open.push('html');
    this.parents.push(this.top);
    this.parent = this.top;
  }

  isOpen(name: string): boolean {
    return (this.openCount.get(name) ?? 0) > 0;
  }

  /** Puts an element at the end of the innermost open one; null if the page has too many nodes already. */
  addElement(name: string, held: string[]): PageElement | null {
    if (this.nodes >= MAX_NODES) {
      this.capped = true;
      return null;
    }
    this.parent.elementCount += 1;
    const element = new PageElement(name, held, this.elements.length, this.parent.elementCount);
    this.elements.push(element);
    this.append(element);
    return element;
  }

  /** Opens the element added last: what comes next is inside, unless it is too deep. */
  enter(element: PageElement): void {
    if (this.open.length >= MAX_DEPTH) {
      this.capped = true;
      this.overflow += 1;
      return;
    }
    const { name } = element;
    this.open.push(name);
    this.parents.push(element);
    this.parent = element;
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
  }

  /** Ends the innermost elements until `length` are open. */
  popTo(length: number): void {
    while (this.open.length > length) {
      const name = this.open.pop() ?? '';
      this.parents.pop();
      this.openCount.set(name, (this.openCount.get(name) ?? 1) - 1);
    }
    this.parent = this.parents.at(-1) ?? this.top;
  }

  /** Text goes on in the text node before it, if there is one. */
  addText(data: string): void {
    const last = this.parent.children.at(-1);
    if (last instanceof Text) {
      last.data += data;
      return;
    }
    if (this.nodes >= MAX_NODES * 2) return;
    this.append(new Text(data));
  }

  private append(node: PageElement | Text): void {
    this.nodes += 1;
    const siblings: AnyNode[] = this.parent.children;
    const previous = siblings.at(-1) ?? null;
    node.parent = this.parent;
    if (previous) {
      previous.next = node as PageElement;
      node.prev = previous as PageElement;
    }
    siblings.push(node);
  }
}
