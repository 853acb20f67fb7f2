import { type AnyNode, Document, Text } from 'domhandler';
import { type QuoteType, Tokenizer } from 'htmlparser2';
import { closedBy, endedBy, VOID_TAGS } from './nesting-rules.ts';
import { PageElement } from './page-element.ts';
import { nameBetween } from './tag-names.ts';

/** Deeper elements become siblings: no page a person wrote is deeper, and every walk stays cheap. */
const MAX_DEPTH = 512;
/** More attributes on one tag are ignored. */
const MAX_ATTRIBUTES = 128;
/** From here on tags are ignored and text goes on in one node: bounds memory at 40 bytes a byte. */
const MAX_NODES = 300_000;

export interface Tree {
  readonly root: Document;
  readonly elements: readonly PageElement[];
  /** A cap was reached: part of the structure is lost, no text. */
  readonly capped: boolean;
}

/** The page's DOM; linear in the length of `html`, total on any string. */
export function buildTree(html: string): Tree {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return { root: builder.root, elements: builder.elements, capped: builder.capped };
}

/** Receives the tokens of one page; `open` and `parents` are the stack of open elements. */
class TreeBuilder {
  readonly root = new Document([]);
  readonly elements: PageElement[] = [];
  capped = false;
  private readonly html: string;
  private readonly open: string[] = [];
  private readonly parents: PageElement[] = [];
  private readonly openCount = new Map<string, number>();
  private parent: PageElement;
  private nodes = 0;
  /** Open elements beyond MAX_DEPTH, which have no node on the stack. */
  private overflow = 0;
  private tagName = '';
  private held: string[] = [];
  private attributeCount = 0;
  private attributeName = '';
  private attributeValue = '';
  private readonly classes = new Map<string, string>();
  private body: PageElement | null = null;
  /** Everything is inside one html element, whether the page has the tag or not. */
  private readonly top: PageElement;

  constructor(html: string) {
    this.html = html;
    this.top = new PageElement('html', [], 0, 1);
    this.top.parent = this.root;
    this.root.children.push(this.top);
    this.elements.push(this.top);
    this.open.push('html');
    this.parents.push(this.top);
    this.parent = this.top;
  }

  ontext(start: number, end: number): void {
    this.addText(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.addText(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.addText(this.html.slice(start, end - offset));
  }

  onopentagname(start: number, end: number): void {
    this.tagName = nameBetween(this.html, start, end);
    this.held = [];
    this.attributeCount = 0;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = nameBetween(this.html, start, end);
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.html.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (this.attributeCount >= MAX_ATTRIBUTES || this.attributeName === '__proto__') return;
    this.attributeCount += 1;
    // The first of two attributes with one name counts (HTML standard, 13.2.5.33).
    if (!holds(this.held, this.attributeName)) {
      this.held.push(this.attributeName, this.sharedValue());
    }
  }

  onopentagend(): void {
    this.startElement(false);
  }

  onselfclosingtag(): void {
    this.startElement(this.isForeign());
  }

  onclosetag(start: number, end: number): void {
    const name = nameBetween(this.html, start, end);
    if (name === 'br') {
      this.tagName = 'br';
      this.held = [];
      this.startElement(false);
      return;
    }
    // Text after </body> and </html> still belongs to the body.
    if (name === 'body' || name === 'html' || VOID_TAGS.has(name)) return;
    if (this.overflow > 0) {
      this.overflow -= 1;
      return;
    }
    if (!this.openCount.get(name) && !HEADING.test(name)) return;
    const index = closedBy(name, this.open);
    if (index > 0) this.popTo(index);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  /** Classes come again on many elements: one string for all of them is hashed once. */
  private sharedValue(): string {
    const value = this.attributeValue;
    if (this.attributeName !== 'class') return value;
    const known = this.classes.get(value);
    if (known !== undefined) return known;
    this.classes.set(value, value);
    return value;
  }

  private isForeign(): boolean {
    const isOpen = (name: string): boolean =>
      this.tagName === name || (this.openCount.get(name) ?? 0) > 0;
    return isOpen('svg') || isOpen('math');
  }

  private startElement(selfClosing: boolean): void {
    const name = this.tagName === 'image' ? 'img' : this.tagName;
    if (this.isRepeatedRoot(name)) return;
    if (this.overflow === 0) {
      const keep = endedBy(name, this.open, this.openCount);
      if (keep < this.open.length) this.popTo(keep);
    }
    if (this.nodes >= MAX_NODES) {
      this.capped = true;
      return;
    }
    this.parent.elementCount += 1;
    const nth = this.parent.elementCount;
    const element = new PageElement(name, this.held, this.elements.length, nth);
    this.elements.push(element);
    this.append(element);
    if (name === 'body') this.body = element;
    if (selfClosing || VOID_TAGS.has(name)) return;
    if (this.open.length >= MAX_DEPTH) {
      this.capped = true;
      this.overflow += 1;
      return;
    }
    this.open.push(name);
    this.parents.push(element);
    this.parent = element;
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
  }

  /** A second <html> or <body> only adds its attributes; <body> ends the head. */
  private isRepeatedRoot(name: string): boolean {
    const seen = name === 'body' ? this.body : name === 'html' ? this.top : null;
    if (seen) {
      for (let at = 0; at < this.held.length; at += 2) {
        const key = this.held[at] ?? '';
        if (!holds(seen.held, key)) seen.held.push(key, this.held[at + 1] ?? '');
      }
      return true;
    }
    if (name === 'body' && (this.openCount.get('head') ?? 0) > 0) {
      this.popTo(this.open.indexOf('head'));
    }
    return false;
  }

  private popTo(length: number): void {
    while (this.open.length > length) {
      const name = this.open.pop() ?? '';
      this.parents.pop();
      this.openCount.set(name, (this.openCount.get(name) ?? 1) - 1);
    }
    this.parent = this.parents.at(-1) ?? this.top;
  }

  private addText(data: string): void {
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

const HEADING = /^h[1-6]$/;

function holds(held: readonly string[], name: string): boolean {
  for (let at = 0; at < held.length; at += 2) if (held[at] === name) return true;
  return false;
}
