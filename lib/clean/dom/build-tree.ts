import type { Document } from 'domhandler';
import { type QuoteType, Tokenizer } from 'htmlparser2';
import { GrowingTree } from './growing-tree.ts';
import { closedBy, endedBy, VOID_TAGS } from './nesting-rules.ts';
import type { PageElement } from './page-element.ts';
import { nameBetween } from './tag-names.ts';

/** More attributes on one tag are ignored. */
const MAX_ATTRIBUTES = 128;

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
  const { root, elements, capped } = builder.tree;
  return { root, elements, capped };
}

/** Receives the tokens of one page and decides where in the tree each belongs. */
class TreeBuilder {
  readonly tree = new GrowingTree();
  private readonly html: string;
  private tagName = '';
  private held: string[] = [];
  private attributeCount = 0;
  private attributeName = '';
  private attributeValue = '';
  private readonly classes = new Map<string, string>();
  private body: PageElement | null = null;

  constructor(html: string) {
    this.html = html;
  }

  ontext(start: number, end: number): void {
    this.tree.addText(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.tree.addText(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.tree.addText(this.html.slice(start, end - offset));
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
    const { tree } = this;
    if (tree.overflow > 0) {
      tree.overflow -= 1;
      return;
    }
    if (!tree.isOpen(name) && !HEADING.test(name)) return;
    const index = closedBy(name, tree.open);
    if (index > 0) tree.popTo(index);
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
    const isOpen = (name: string): boolean => this.tagName === name || this.tree.isOpen(name);
    return isOpen('svg') || isOpen('math');
  }

  private startElement(selfClosing: boolean): void {
    const name = this.tagName === 'image' ? 'img' : this.tagName;
    if (this.isRepeatedRoot(name)) return;
    const { tree } = this;
    if (tree.overflow === 0) {
      const keep = endedBy(name, tree.open, tree.openCount);
      if (keep < tree.open.length) tree.popTo(keep);
    }
    const element = tree.addElement(name, this.held);
    if (!element) return;
    if (name === 'body') this.body = element;
    if (!selfClosing && !VOID_TAGS.has(name)) tree.enter(element);
  }

  /** A second <html> or <body> only adds its attributes; <body> ends the head. */
  private isRepeatedRoot(name: string): boolean {
    const seen = name === 'body' ? this.body : name === 'html' ? this.tree.top : null;
    if (seen) {
      for (let at = 0; at < this.held.length; at += 2) {
        const key = this.held[at] ?? '';
        if (!holds(seen.held, key)) seen.held.push(key, this.held[at + 1] ?? '');
      }
      return true;
    }
    if (name === 'body' && this.tree.isOpen('head')) {
      this.tree.popTo(this.tree.open.indexOf('head'));
    }
    return false;
  }
}

const HEADING = /^h[1-6]$/;

function holds(held: readonly string[], name: string): boolean {
  for (let at = 0; at < held.length; at += 2) if (held[at] === name) return true;
  return false;
}
